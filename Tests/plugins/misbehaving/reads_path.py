"""Tries to read the file that the pack names: `with: {path: ...}`."""
import _probe


def read(params):
    with open(params["path"], "rb") as file:
        file.read(1)


_probe.probe(("read the path", read))
