"""Answers `finish` with something that is no acceptable JSON; the argument says which."""
import sys

import _wire

GOOD = _wire.line(_wire.measured(3))
REPLIES = {
    "words": b"three rows\n",
    "cut": GOOD[:40] + b"\n",
    "comma": GOOD.replace(b"}", b",}"),
    "encoding": GOOD.replace(b'"remarks":[]', b'"remarks":["\xff\xfe"]'),
    "mark": b"\xef\xbb\xbf" + GOOD,
    "zero": GOOD.replace(b"3", b"\0"),
    "blank": b"\n",
    "list": b"[" + GOOD.strip() + b"]\n",
    "typeless": b'{"lower":"3","upper":"3"}\n',
    "twice": GOOD.replace(b'"lower":"3"', b'"lower":"3","lower":"0"'),
    "deep": GOOD.replace(b'"remarks":[]', b'"remarks":' + b"[" * 10_000 + b"]" * 10_000),
    "open": b"[" * 10_000 + b"\n",
    "half": b'{"type":"measurement","remarks":["\\ud800"]}\n',
}
_wire.serve({"finish": lambda *_: REPLIES[sys.argv[1]]})
