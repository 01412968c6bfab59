"""Ends with exit code 0 at a stage, as if all were well, without an answer: `leaves.py finish`."""
import os
import sys

import _wire

_wire.serve({sys.argv[1]: lambda *_: os._exit(0)})
