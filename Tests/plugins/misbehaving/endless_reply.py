"""Answers `finish` without end and without a line feed."""
import _wire


def write(*_):
    while True:
        _wire.write(b" " * 65536)


_wire.serve({"finish": write})
