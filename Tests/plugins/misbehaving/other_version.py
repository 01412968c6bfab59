"""Speaks another version: says so as an error, or answers with it; `other_version.py answers`."""
import sys

import _wire

ERROR = {"type": "error", "code": "version", "message": "this plugin speaks version 7 only"}
HELLO = dict(_wire.usual("hello", 0), version=7)
_wire.serve({"hello": lambda _: HELLO if sys.argv[1] == "answers" else ERROR})
