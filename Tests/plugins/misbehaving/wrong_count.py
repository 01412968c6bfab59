"""Says another number of rows than it was sent, at `partial`, `merge` or `finish`."""
import sys

import _wire

ANSWERS = {
    "partial": lambda _: {"type": "partial", "rows": 2, "state": 2},
    "merge": lambda _: {"type": "merged", "rows": 2},
    "finish": lambda _, rows: _wire.measured(rows, rows_seen=rows - 1),
    "selected": lambda _, rows: _wire.measured(rows, selected=rows + 1),
    "certain": lambda _, rows: _wire.measured(rows, certain=rows - 1),
    "more": lambda _, rows: _wire.measured(rows, rows=rows + 1),
    "unknown": lambda _, rows: _wire.measured(rows, unknown_rows=rows + 1),
}
stage = sys.argv[1] if sys.argv[1] in ("partial", "merge") else "finish"
_wire.serve({stage: ANSWERS[sys.argv[1]]})
