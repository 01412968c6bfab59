"""Tries to run other programs: as a child, in its own place, and from its temporary folder."""
import os
import subprocess

import _probe


def ran():
    subprocess.run(["/bin/sh", "-c", "exit 0"], check=True)


def own_program():
    path = os.path.join(os.environ["HOLDFAST_TMP"], "program")
    with open(path, "w") as file:
        file.write("#!/bin/sh\nexit 0\n")
    os.chmod(path, 0o700)
    try:
        subprocess.run([path], check=True)
    finally:
        os.remove(path)


def replaced():
    # A child that becomes a shell: in this process success could not be told.
    child = os.fork()
    if child == 0:
        try:
            os.execv("/bin/sh", ["sh", "-c", "exit 0"])
        finally:
            os._exit(1)
    if os.waitpid(child, 0)[1] != 0:
        raise PermissionError("the shell could not take the place of a child")


_probe.probe(("run /bin/sh", ran), ("become /bin/sh", replaced),
             ("run a program of its own making", own_program))
