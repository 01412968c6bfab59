"""Answers `finish` with an error; the argument is its code, or what is wrong with the error."""
import sys

import _wire

ERROR = {"type": "error", "code": "data", "message": "row 2 says something impossible"}
CHANGES = {"params": {"code": "params"}, "data": {}, "internal": {"code": "internal"},
           "unsupported": {"code": "unsupported"}, "strange": {"code": "mood"},
           "empty": {"message": ""}, "control": {"message": "\u001b[2Jall passed"},
           "long": {"message": "x" * 501}}
_wire.serve({"finish": lambda *_: dict(ERROR, **CHANGES[sys.argv[1]])})
