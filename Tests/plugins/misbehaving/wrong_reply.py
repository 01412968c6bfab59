"""Answers a request with the reply to another: `wrong_reply.py open`."""
import sys

import _wire

_wire.serve({sys.argv[1]: lambda *_: {"type": "merged", "rows": 3} if sys.argv[1] != "merge"
             else {"type": "opened"}})
