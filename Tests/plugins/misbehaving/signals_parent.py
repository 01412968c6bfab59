"""Tries to send signals to the parent and to process 1; they do nothing if they come."""
import os
import signal

import _probe


def sent(process, sign):
    return lambda: os.kill(process, sign)


PARENT = os.getppid()
# SIGURG is ignored by whoever does not wait for it.
_probe.probe(("reach the parent", sent(PARENT, 0)),
             ("signal the parent", sent(PARENT, signal.SIGURG)),
             ("signal process 1", sent(1, signal.SIGURG)))
