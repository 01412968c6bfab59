"""Reads a hundred bytes more than a batch has, so that it swallows `finish` and waits."""
import _wire


def read_on(_):
    _wire.INPUT.read(100)


_wire.serve({"batch": read_on})
