"""Answers with a line of 2 MiB, at `finish` or as a state at `partial`."""
import sys

import _wire

TEXT = "x" * (2 << 20)
ANSWERS = {
    "finish": lambda _, rows: _wire.measured(rows, remarks=[TEXT]),
    "partial": lambda _: {"type": "partial", "rows": 3, "state": TEXT},
}
_wire.serve({sys.argv[1]: ANSWERS[sys.argv[1]]})
