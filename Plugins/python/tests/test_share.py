"""The example that concludes from aggregates, held against brute force over rows."""

from __future__ import annotations

import itertools
import random
import unittest
from decimal import Decimal
from fractions import Fraction
from typing import Any, Optional

import world
from host import Host

SHARE = world.ROOT / "Plugins/python/examples/share"

#: Membership, condition and measure of a row; None where that is unknown.
Row = tuple[Optional[bool], Optional[bool], int]
COMMITMENT = {"id": "A", "measure": True, "where": True, "by": False, "per": False,
              "unit": "number"}


def counted(rows: list[Row]) -> dict[str, Any]:
    """Rows as the host counts them."""
    sums: dict[str, tuple[int, Decimal]] = {}
    for member, holds, measure in rows:
        name = "/".join(("certain" if member else "possible",
                         {True: "holds", False: "fails", None: "unknown"}[holds],
                         "negative" if measure < 0 else "positive" if measure else "zero"))
        count, total = sums.get(name, (0, Decimal(0)))
        sums[name] = (count + 1, total + measure)
    return {"sums": {name: {"rows": count, "sum": str(total)}
                     for name, (count, total) in sums.items()},
            "unmeasured": {}, "ranges": {}, "keys": [], "values": []}


def brute_force(rows: list[Row]) -> Optional[tuple[Fraction, Fraction]]:
    """The bounds over every way that each row's unknowns can turn out; None without any."""
    values = []
    members = [(True,) if row[0] else (True, False) for row in rows]
    conditions = [(row[1],) if row[1] is not None else (True, False) for row in rows]
    for counts in itertools.product(*members):
        for holds in itertools.product(*conditions):
            kept = [(row[2], hold) for row, count, hold in zip(rows, counts, holds) if count]
            bottom = sum(measure for measure, _ in kept)
            if bottom <= 0:
                return None
            values.append(Fraction(sum(measure for measure, hold in kept if hold), bottom))
    return min(values), max(values)


class ShareTests(unittest.TestCase):
    def test_bounds_are_those_of_brute_force(self) -> None:
        dice = random.Random(5)
        bounded = 0
        with Host("example", world.COMMAND, SHARE) as host:
            host.start()
            for _ in range(300):
                rows: list[Row] = [
                    (dice.choice((True, True, None)), dice.choice((True, False, None)),
                     dice.randrange(-3, 30)) for _ in range(dice.randrange(1, 6))]
                _, found = host.conclude("share", COMMITMENT, [{"group": None,
                                                                "slice": counted(rows)}])
                wanted = brute_force(rows)
                self.assertEqual("unbounded" in found, wanted is None, rows)
                if wanted is not None:
                    self.assertEqual((Fraction(found["lower"]), Fraction(found["upper"])), wanted)
                    bounded += 1
            host.close()
        self.assertGreater(bounded, 100)

    def test_rows_without_a_measure_leave_no_bounds(self) -> None:
        slice = counted([(True, True, 5)])
        slice["unmeasured"] = {"certain/holds/zero": 2}
        with Host("example", world.COMMAND, SHARE) as host:
            host.start()
            _, found = host.conclude("share", COMMITMENT, [{"group": None, "slice": slice}])
        self.assertEqual(found["unbounded"], {"reason": "rows that count have no measure"})
        self.assertEqual((found["rows"], found["unknown_rows"], found["selected"]), (3, 2, 3))

    def test_measures_between_two_numbers_widen_the_bounds(self) -> None:
        slice = counted([(True, True, 50), (True, False, 50)])
        slice["ranges"] = {"certain/holds/zero": {"rows": 1, "low": "0", "high": "100"}}
        with Host("example", world.COMMAND, SHARE) as host:
            host.start()
            _, found = host.conclude("share", COMMITMENT, [{"group": None, "slice": slice}])
        self.assertEqual((found["lower"], found["upper"]), ("0.5", "0.75"))


if __name__ == "__main__":
    unittest.main()
