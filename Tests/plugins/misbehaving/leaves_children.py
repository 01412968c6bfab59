"""Leaves a grandchild in a session of its own that holds the pipes, and ends.

`before` the measurement: the pipe stays open and no reply comes. `after` it: all looks well, and
something is left running. Where the sandbox forbids to fork, it says so and behaves.
"""
import os
import sys
import time

import _wire


def fork():
    """Whether a grandchild runs; False where that is denied."""
    try:
        child = os.fork()
    except OSError:
        return False
    if child == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(60)
        os._exit(0)
    os.waitpid(child, 0)
    return True


def finish(_, rows):
    left = fork()
    if left and sys.argv[1] == "before":
        os._exit(0)
    return _wire.measured(rows, remarks=["fork: %s" % ("allowed" if left else "denied")])


_wire.serve({"finish": finish})
