"""Ignores SIGTERM, SIGINT and SIGHUP and sleeps at `finish`: only SIGKILL ends it."""
import signal
import time

import _wire

for name in ("SIGTERM", "SIGINT", "SIGHUP"):
    signal.signal(getattr(signal, name), signal.SIG_IGN)


def sleep(*_):
    while True:
        time.sleep(3600)


_wire.serve({"finish": sleep})
