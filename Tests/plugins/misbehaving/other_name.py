"""Calls itself, or its checker, by another name than was asked for: `other_name.py checker`."""
import sys

import _wire

HELLO = dict(_wire.usual("hello", 0), name="somebody")
OTHER = {"type": "description", "checkers": [_wire.checker("others")]}
_wire.serve({"describe": lambda _: OTHER} if sys.argv[1] == "checker" else
            {"hello": lambda _: HELLO})
