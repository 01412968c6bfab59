"""Tries to trace the parent and to read and write its memory through system calls."""
import ctypes
import os

import _probe

LIBRARY = ctypes.CDLL(None, use_errno=True)
PARENT = os.getppid()
SEIZE, DETACH = 0x4206, 17


def checked(result):
    if result == -1:
        problem = ctypes.get_errno()
        raise OSError(problem, os.strerror(problem))


def traced():
    # Seizing does not stop the parent, and leaves it as it was when this process ends.
    checked(LIBRARY.ptrace(SEIZE, PARENT, None, None))
    LIBRARY.ptrace(DETACH, PARENT, None, None)


class Vector(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]


def read():
    room = ctypes.create_string_buffer(8)
    own = Vector(ctypes.addressof(room), 8)
    # The first readable page of the parent, as its map names it; without the map, a guess.
    try:
        with open("/proc/%d/maps" % PARENT) as file:
            start = int(file.readline().split("-")[0], 16)
    except OSError:
        start = 0x400000
    other = Vector(start, 8)
    checked(LIBRARY.process_vm_readv(PARENT, ctypes.byref(own), 1, ctypes.byref(other), 1, 0))


_probe.probe(("trace the parent", traced), ("read the parent's memory", read))
