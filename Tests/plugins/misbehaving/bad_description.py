"""Describes its checker in a way that is not allowed; the argument says which."""
import sys

import _wire

COLUMN = {"role": "id", "type": "text", "nullable": True, "means": "an id"}
CHANGES = {
    "key": {"colour": "red"},
    "mode": {"mode": "files"},
    "unit": {"unit": "parsecs"},
    "type": {"columns": [dict(COLUMN, type="blob")]},
    "measure": {"keys": {"measure": "required"}},
    "name": {"name": "Rows of mine"},
    "flag": {"mergeable": "yes"},
}
checkers = [_wire.checker(), _wire.checker()]
if sys.argv[1] != "twice":
    checkers = [_wire.checker(**CHANGES[sys.argv[1]])]
_wire.serve({"describe": lambda _: {"type": "description", "checkers": checkers}})
