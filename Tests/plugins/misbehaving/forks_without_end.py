"""Forks until it is stopped, and stops by itself at 2,000 in case nothing stops it."""
import os

import _probe

MOST = 2000


def fork():
    waiting, going = os.pipe()
    children = []
    try:
        for _ in range(MOST):
            child = os.fork()
            if child == 0:
                # The children wait until the last one is there, or the parent is gone.
                os.close(going)
                os.read(waiting, 1)
                os._exit(0)
            children.append(child)
    finally:
        os.close(going)
        for child in children:
            os.waitpid(child, 0)


_probe.probe(("fork 2000 times", fork))
