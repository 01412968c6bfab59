"""Opens a session and then reads nothing more, so that the host's writing comes to a halt."""
import time

import _wire


def stop(_):
    _wire.write(_wire.line({"type": "opened"}))
    time.sleep(3600)


_wire.serve({"open": stop})
