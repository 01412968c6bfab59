"""Tells the names of the environment's variables, its open files, and whether it is at home."""
import os

import _wire


def finish(_, rows):
    files = []
    for number in range(256):
        try:
            os.fstat(number)
        except OSError:
            continue
        files.append(str(number))
    return _wire.measured(rows, remarks=[
        "variables: " + " ".join(sorted(os.environ)), "open files: " + " ".join(files),
        "in its own folder: %s" % (os.getcwd() == os.path.dirname(os.path.abspath(__file__)))])


_wire.serve({"finish": finish})
