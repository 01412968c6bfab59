"""Writes to its own temporary folder: one file of 1 GiB, many files of 32 MiB, many files of none.

What it wrote it deletes, so that the attempts do not stand in one another's way.
"""
import os

import _probe

FOLDER = os.environ["HOLDFAST_TMP"]
STEP = b"\1" * (1 << 20)


def fill(files, steps):
    paths = [os.path.join(FOLDER, "file-%d" % number) for number in range(files)]
    try:
        for path in paths:
            with open(path, "wb") as file:
                for _ in range(steps):
                    file.write(STEP)
    finally:
        for path in paths:
            if os.path.exists(path):
                os.remove(path)


_probe.probe(("write a file of 1 GiB", lambda: fill(1, 1024)),
             ("write 32 files of 32 MiB", lambda: fill(32, 32)),
             ("make 20000 files", lambda: fill(20_000, 0)))
