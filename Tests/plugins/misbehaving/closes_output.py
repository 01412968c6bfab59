"""Closes standard output at `finish` and lives on."""
import os
import time

import _wire


def close(*_):
    os.close(1)
    time.sleep(3600)


_wire.serve({"finish": close})
