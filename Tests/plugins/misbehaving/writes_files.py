"""Tries to write where it may not: beside itself, beside the data, by links out of its folder."""
import os

import _probe

OWN = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.environ["HOLDFAST_TMP"]


def made(path):
    def action():
        with open(path, "w"):
            pass
        os.remove(path)
    return action


def changed():
    with open(__file__, "a"):
        pass


def through_a_link():
    link = os.path.join(FOLDER, "link")
    os.symlink("/tmp", link)
    try:
        made(os.path.join(link, "holdfast-probe"))()
    finally:
        os.remove(link)


def linked():
    path = os.path.join(FOLDER, "hard")
    os.link("/etc/passwd", path)
    os.remove(path)


def private():
    made(os.path.join(FOLDER, "own"))()


def beside(params):
    made(os.path.join(os.path.dirname(params["path"]), "holdfast-probe"))()


# The last one has to be allowed: the folder is there to be written to.
_probe.probe(("change the plugin", changed),
             ("write to the plugin's folder", made(os.path.join(OWN, "holdfast-probe"))),
             ("write to /tmp", made("/tmp/holdfast-probe")),
             ("write to /dev/shm", made("/dev/shm/holdfast-probe")),
             ("write through a link", through_a_link), ("link a file of the system", linked),
             ("write beside the path", beside), ("write to its own folder", private))
