"""Measures as it should and does not end after `close`; with the argument `exit` it ends with 3."""
import os
import sys
import time

import _wire


def linger(_):
    if sys.argv[1] == "exit":
        os._exit(3)
    time.sleep(3600)


_wire.serve({"close": linger})
