"""Asks for memory and writes to it until it is stopped, or has 6 GiB."""
import _probe

STEP = 64 << 20


def fill():
    held = []
    for _ in range((6 << 30) // STEP):
        held.append(b"\1" * STEP)


_probe.probe(("fill 6 GiB of memory", fill))
