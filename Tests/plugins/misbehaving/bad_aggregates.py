"""Asks for aggregates, or concludes from them, as is not allowed; the argument says which."""
import sys

import _wire

SUMS = {"kind": "sums", "all": False}
PLANS = {
    "honest": [SUMS],
    "kind": [SUMS, {"kind": "everything"}],
    "no_sums": [{"kind": "keys"}],
    "twice": [SUMS, SUMS],
    "key": [dict(SUMS, colour="red")],
    "all": [{"kind": "sums", "all": 1}],
    "limit": [SUMS, {"kind": "uncertain_rows", "limit": 1_000_000}],
    "text": "sums",
}
CONCLUSIONS = {
    "selected": {"selected": 9}, "certain": {"certain": 3}, "crossed": {"lower": "4"},
    "witnesses": {"witnesses": [0]},
}
described = _wire.checker(mode="aggregates", compares_groups=False)
del described["mergeable"], described["columns"]
measured = _wire.measured(3, certain=2)
del measured["witnesses"], measured["rows_seen"]
_wire.serve({
    "describe": lambda _: {"type": "description", "checkers": [described]},
    "plan": lambda _: {"type": "plan", "aggregates": PLANS.get(sys.argv[1], [SUMS])},
    "conclude": lambda _: dict(measured, **CONCLUSIONS.get(sys.argv[1], {})),
})
