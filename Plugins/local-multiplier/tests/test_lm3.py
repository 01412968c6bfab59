"""LM3: the published formula, and bounds, splits and orders held against brute force."""

from __future__ import annotations

import itertools
import json
import random
import sys
import unittest
from fractions import Fraction
from pathlib import Path
from typing import Any, Optional

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from holdfast_plugin import Batch, Measurement, PluginError  # noqa: E402
from plugin import LM3  # noqa: E402

#: Round, received, local share, respondent.
Row = tuple[int, Optional[str], Optional[str], Optional[str]]
Members = Optional[list[Optional[bool]]]
ROLES = ("round", "received", "local_share", "respondent")

#: An income of 10,000; half of it goes to two local suppliers, who spend 60% of it here again.
WORKED: list[Row] = [(1, "10000", None, None), (2, "4000", "1", None), (2, "1000", "1", None),
                     (2, "5000", "0", None), (3, "4000", "0.7", "A"), (3, "1000", "0.2", "B")]


def fed(rows: list[Row], members: Members = None, first_row: int = 0, **params: Any) -> LM3:
    """The checker after some rows."""
    checker = LM3(params)
    columns = {role: [row[place] for row in rows] for place, role in enumerate(ROLES)}
    checker.update(Batch(columns, len(rows), first_row, members))
    return checker


def measured(rows: list[Row], members: Members = None, **params: Any) -> Measurement:
    return fed(rows, members, **params).finish()


def changed(row: int, share: Optional[str]) -> list[Row]:
    """The worked example with another answer in one row."""
    result = list(WORKED)
    result[row] = (result[row][0], result[row][1], share, result[row][3])
    return result


class FormulaTests(unittest.TestCase):
    def test_the_published_formula(self) -> None:
        # (10,000 + 5,000 + 3,000) / 10,000. Leaving the second round out would make it 1.30.
        self.assertEqual(measured(WORKED).bounds, (Fraction("1.8"), Fraction("1.8")))

    def test_nothing_is_assumed_of_the_silent(self) -> None:
        self.assertEqual(measured(changed(4, None)).bounds, (Fraction("1.52"), Fraction("1.92")))

    def test_an_unknown_share_of_a_payment_counts_in_both_rounds(self) -> None:
        # Of 5,000 nobody knows whether they stayed; if so, they may have been spent here again.
        self.assertEqual(measured(changed(3, None)).bounds, (Fraction("1.8"), Fraction("2.8")))

    def test_whom_nobody_asked_is_silent_too(self) -> None:
        self.assertEqual(measured(WORKED[:5]).bounds, (Fraction("1.78"), Fraction("1.88")))

    def test_income_that_may_not_count_widens_the_bounds(self) -> None:
        rows: list[Row] = [*WORKED, (1, "10000", None, None)]
        members: Members = [True] * 6 + [None]
        self.assertEqual(measured(rows, members).bounds, (Fraction("1.4"), Fraction("1.8")))

    def test_remarks_tell_of_sums_and_of_nobody(self) -> None:
        told = measured(changed(4, None)).remarks
        self.assertEqual(told[0], "R1 10000; R2 from 5000 to 5000; R3 of those who answered 200.")
        self.assertEqual(told[1], "Answers from 1 of 2 respondents of round 3.")

    def test_more_in_round_3_than_was_local_in_round_2_is_told(self) -> None:
        rows: list[Row] = [*WORKED, (3, "500", "0", "C")]
        self.assertIn("Round 3 received 5500, more than the 5000 that round 2 shows as local.",
                      measured(rows).remarks)


class RefusalTests(unittest.TestCase):
    def test_too_little_answered_leaves_no_bounds(self) -> None:
        rows = changed(4, None)
        self.assertIsNotNone(measured(rows, minimum_coverage="0.2").bounds)
        refused = measured(rows, minimum_coverage="0.2001")
        self.assertIsNone(refused.bounds)
        self.assertEqual(refused.reason,
                         "only 0.2000 of the local money is answered for, 0.2001 is wanted")

    def test_too_few_respondents_leave_no_bounds(self) -> None:
        self.assertIsNotNone(measured(WORKED, minimum_respondents=2).bounds)
        self.assertIsNone(measured(WORKED, minimum_respondents=3).bounds)

    def test_an_unknown_amount_leaves_no_bounds(self) -> None:
        rows: list[Row] = [*WORKED, (3, None, "0.5", "C")]
        self.assertEqual(measured(rows).reason, "rows that do not say how much was received: 1")

    def test_no_certain_income_leaves_no_bounds(self) -> None:
        self.assertIsNone(measured(WORKED[1:]).bounds)
        self.assertIsNone(measured(WORKED, [None] + [True] * 5).bounds)

    def test_data_that_cannot_be_is_an_error_that_names_the_row_alone(self) -> None:
        rows: list[tuple[Row, str]] = [
            ((4, "1", "0", "Zoe"), "round"), ((3, "1", "45", "Zoe"), "0.45"),
            ((3, "1", "-0.1", "Zoe"), "between 0 and 1"), ((3, "-1", "0", "Zoe"), "below zero")]
        for row, words in rows:
            with self.assertRaises(PluginError) as caught:
                fed([row], first_row=41)
            self.assertEqual(caught.exception.code, "data")
            self.assertIn("row 41: ", caught.exception.message)
            self.assertIn(words, caught.exception.message)
            self.assertNotIn("Zoe", caught.exception.message)

    def test_a_coverage_beyond_its_range_is_refused(self) -> None:
        for value in ("50", "-0.5"):
            with self.assertRaises(PluginError):
                LM3({"minimum_coverage": value})


class PropertyTests(unittest.TestCase):
    def random_rows(self, dice: random.Random, most: int = 7) -> list[Row]:
        rows: list[Row] = [(1, str(dice.randrange(1, 50)), None, None)]
        for _ in range(dice.randrange(1, most)):
            share = dice.choice((None, "0", "1", "0.5", "0.25", "0.333"))
            rows.append((dice.choice((1, 2, 2, 3, 3, 3)), "%d.%02d" % (
                dice.randrange(30), dice.randrange(100)), share, dice.choice((None, "A", "B"))))
        return dice.sample(rows, len(rows))

    def test_bounds_are_those_of_brute_force(self) -> None:
        dice = random.Random(3)
        for _ in range(400):
            rows = self.random_rows(dice)
            members = [dice.choice((True, True, None)) for _ in rows]
            found = measured(rows, members).bounds
            wanted = brute_force(rows, members)
            self.assertEqual(found, wanted, (rows, members))

    def test_the_state_does_not_depend_on_order_or_split(self) -> None:
        dice = random.Random(4)
        for _ in range(200):
            rows = self.random_rows(dice, most=30)
            members: Members = [dice.choice((True, None)) for _ in rows]
            whole = fed(rows, members)
            parts: list[list[int]] = [[], [], []]
            for place in dice.sample(range(len(rows)), len(rows)):
                dice.choice(parts).append(place)
            states = [fed([rows[place] for place in part],
                          [members[place] for place in part] if members else None).state()
                      for part in parts]
            merged = LM3({})
            merged.merge(json.loads(json.dumps(dice.sample(states, 3))))
            self.assertEqual(json.dumps(merged.state()), json.dumps(whole.state()))
            self.assertEqual(merged.finish().bounds, whole.finish().bounds)


def brute_force(rows: list[Row], members: list[Optional[bool]]) -> Any:
    """The least and the most over all ways that the unknowns can turn out.

    Shares are tried at both ends, and so is the money of round 2 that nobody was asked after: the
    multiplier rises evenly with each.
    """
    values: list[Fraction] = []
    ways = [((True,) if member else (True, False)) for member in members]
    for counts in itertools.product(*ways):
        kept = [row for row, count in zip(rows, counts) if count]
        choices = [(Fraction(row[2]),) if row[2] is not None else (Fraction(0), Fraction(1))
                   for row in kept]
        income = sum((Fraction(row[1] or 0) for row in kept if row[0] == 1), Fraction(0))
        if income == 0:
            return None
        for shares in itertools.product(*choices):
            local = {turn: sum((Fraction(row[1] or 0) * share
                                for row, share in zip(kept, shares) if row[0] == turn), Fraction(0))
                     for turn in (2, 3)}
            asked = sum((Fraction(row[1] or 0) for row in kept if row[0] == 3), Fraction(0))
            base = income + local[2] + local[3]
            values += [base / income, (base + max(Fraction(0), local[2] - asked)) / income]
    return min(values), max(values)


if __name__ == "__main__":
    unittest.main()
