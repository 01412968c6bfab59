"""Answers `finish` without the line feed and ends."""
import os

import _wire


def answer(_, rows):
    _wire.write(_wire.line(_wire.measured(rows))[:-1])
    os._exit(0)


_wire.serve({"finish": answer})
