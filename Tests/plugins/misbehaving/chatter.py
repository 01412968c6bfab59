"""Writes on standard output what is no reply; the argument says when.

`before` the reply to `hello`, `after` it, `batch`: when rows come, `end`: after the measurement.
"""
import sys
import time

import _wire

HELLO = _wire.line(_wire.usual("hello", 0))
NOISE = b"Loading the model...\n"


def on_batch(_):
    _wire.write(_wire.line({"type": "opened"}))
    return None


def on_close(_):
    _wire.write(NOISE)
    time.sleep(0.1)


ANSWERS = {
    "before": {"hello": lambda _: NOISE + HELLO},
    "after": {"hello": lambda _: HELLO + NOISE},
    "batch": {"batch": on_batch},
    "end": {"close": on_close},
}
_wire.serve(ANSWERS[sys.argv[1]])
