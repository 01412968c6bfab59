"""Tries to read what is not its own: the system's files, the parent's memory, other folders."""
import os

import _probe


def read(path):
    def action():
        with open(path, "rb") as file:
            file.read(1)
    return "read " + path, action


def opened(path):
    # To open it is enough: what stands at its beginning is not memory.
    return lambda: open(path, "rb").close()


def names(path):
    return "list " + path, lambda: os.listdir(path) and None


PARENT = "/proc/%d/" % os.getppid()
_probe.probe(read("/etc/passwd"), read("/etc/hostname"), read("/proc/1/environ"),
             ("read the parent's environment", read(PARENT + "environ")[1]),
             ("open the parent's memory", opened(PARENT + "mem")),
             read("/proc/self/root/etc/passwd"), read("../../../../../../etc/passwd"),
             names("/"), names("/root"), names("/home"), names("/tmp"), names("/etc"))
