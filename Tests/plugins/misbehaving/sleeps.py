"""Answers no more from a stage on, named by its argument: `sleeps.py describe`."""
import sys
import time

import _wire


def sleep(*_):
    time.sleep(3600)


_wire.serve({sys.argv[1]: sleep})
