"""Ends with exit code 3 at a stage, named by its argument: `crashes.py finish`."""
import os
import sys

import _wire


def crash(*_):
    print("about to crash", file=sys.stderr, flush=True)
    os._exit(3)


_wire.serve({sys.argv[1]: crash})
