"""Many processes say the same as one, whatever the sizes of the batches."""

from __future__ import annotations

import random
import unittest
from typing import Optional

import world
from tables import Plugin, Table, measure

LM3 = Plugin("local-multiplier", world.ROOT / "Plugins/local-multiplier")
DOUBLES = Plugin("duplicate-suppliers", world.ROOT / "Plugins/duplicate-suppliers")


def survey(dice: random.Random, rows: int) -> Table:
    """Answers in three rounds, some of them missing, some of rows that only may count."""
    members: list[Optional[bool]] = [True]
    members += [dice.choice((True, True, None)) for _ in range(rows - 1)]
    turns = [1] + [dice.choice((2, 3)) for _ in range(rows - 1)]
    return Table({"round": list(turns),
                  "received": ["%d.%02d" % (dice.randrange(900), dice.randrange(100))
                               for _ in turns],
                  "local_share": [dice.choice((None, "0.5", "0.125", "1")) for _ in turns],
                  "respondent": [dice.choice((None, "R%d" % dice.randrange(50))) for _ in turns]},
                 members=members)


class WorkerTests(unittest.TestCase):
    def test_one_split_is_as_good_as_another(self) -> None:
        table = survey(random.Random(6), 3000)
        wanted = measure(LM3, "lm3", table, {"minimum_respondents": 5})
        self.assertIn("lower", wanted)
        for workers, rows in ((1, 7), (2, 100), (3, 999), (4, 16_384)):
            found = measure(LM3, "lm3", table, {"minimum_respondents": 5}, workers, rows)
            self.assertEqual(found, wanted)

    def test_batches_of_any_size_say_the_same(self) -> None:
        dice = random.Random(8)
        names = ["Trent Building", "Trent Building Ltd", "Lace Market", "Castle Print", None]
        table = Table({"supplier_id": [str(dice.randrange(9)) for _ in range(500)],
                       "name": [dice.choice(names) for _ in range(500)],
                       "amount": [str(dice.randrange(-5, 90)) for _ in range(500)]})
        for checker in ("surplus", "share"):
            roles = ["supplier_id", "name"] + (["amount"] if checker == "share" else [])
            part = Table({role: table.columns[role] for role in roles})
            wanted = measure(DOUBLES, checker, part)
            for rows in (1, 3, 499):
                self.assertEqual(measure(DOUBLES, checker, part, rows=rows), wanted)

    def test_a_table_without_rows_is_measured(self) -> None:
        empty = Table({"round": [], "received": [], "local_share": [], "respondent": []})
        self.assertIn("unbounded", measure(LM3, "lm3", empty))


if __name__ == "__main__":
    unittest.main()
