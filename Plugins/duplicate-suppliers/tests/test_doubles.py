"""Which records are one, and the bounds over every way that uncertain rows can turn out."""

from __future__ import annotations

import itertools
import random
import sys
import unittest
from decimal import Decimal
from pathlib import Path
from typing import Any, Optional

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from holdfast_plugin import Batch, Measurement, PluginError  # noqa: E402
from plugin import Share, Surplus  # noqa: E402

Row = tuple[str, Optional[str], Optional[str], Optional[str]]


def measured(checker: type[Surplus], rows: list[Row],
             members: Optional[list[Optional[bool]]] = None, **params: Any) -> Measurement:
    """What a checker says of rows of id, name, number and amount."""
    roles = ("supplier_id", "name", "company_number", "amount")
    columns = {role: [row[place] for row in rows] for place, role in enumerate(roles)}
    made = checker(params)
    made.update(Batch(columns, len(rows), 0, members))
    return made.finish()


def bounds(checker: type[Surplus], rows: list[Row],
           members: Optional[list[Optional[bool]]] = None, **params: Any) -> Any:
    return measured(checker, rows, members, **params).bounds


class DoublesTests(unittest.TestCase):
    def test_the_same_name_is_a_double_for_certain(self) -> None:
        rows: list[Row] = [("1", "Trent Building Ltd", None, "1"),
                           ("2", "TRENT BUILDING LIMITED", None, "1"),
                           ("3", "Lace Market Catering", None, "1")]
        self.assertEqual(bounds(Surplus, rows), (1, 1))

    def test_the_same_number_is_a_double_whatever_the_name(self) -> None:
        rows: list[Row] = [("1", "Trent Building", "1234567", "1"),
                           ("2", "Castle Print", "01234567", "1")]
        self.assertEqual(bounds(Surplus, rows), (1, 1))

    def test_different_numbers_are_no_doubles_whatever_the_name(self) -> None:
        rows: list[Row] = [("1", "Trent Building", "1", "1"), ("2", "Trent Building", "2", "1")]
        self.assertEqual(bounds(Surplus, rows), (0, 0))

    def test_a_name_that_two_companies_bear_is_no_certain_double_of_either(self) -> None:
        rows: list[Row] = [("1", "Trent Building", "1", "1"), ("2", "Trent Building", "2", "1"),
                           ("3", "Trent Building", None, "1")]
        low, high = bounds(Surplus, rows)
        self.assertEqual(low, 0)
        self.assertGreaterEqual(high, 1)

    def test_alike_names_widen_the_bounds(self) -> None:
        rows: list[Row] = [("1", "Trent Building Services", None, "1"),
                           ("2", "Trent Buidling Servs", None, "1")]
        self.assertEqual(bounds(Surplus, rows), (0, 1))
        self.assertEqual(bounds(Surplus, rows, threshold=100), (0, 0))

    def test_a_record_without_a_name_may_be_any_others_double(self) -> None:
        rows: list[Row] = [("1", "Trent Building", None, "90"), ("2", None, None, "10")]
        self.assertEqual(bounds(Surplus, rows), (0, 1))
        self.assertEqual(bounds(Share, rows), (0, 1))
        self.assertEqual(bounds(Surplus, rows[1:]), (0, 0))

    def test_the_share_is_that_of_all_records_of_a_double(self) -> None:
        rows: list[Row] = [("1", "Trent Building", None, "20"),
                           ("2", "Trent Building Ltd", None, "5"),
                           ("3", "Lace Market", None, "80"), ("3", "Lace Market", None, "-5")]
        self.assertEqual(bounds(Share, rows), (Decimal(1) / 4, Decimal(1) / 4))

    def test_an_unknown_amount_leaves_no_bounds(self) -> None:
        self.assertIsNone(bounds(Share, [("1", "Trent", None, None)]))

    def test_no_spending_leaves_no_bounds(self) -> None:
        self.assertIsNone(bounds(Share, [("1", "Trent", None, "-5")]))

    def test_no_name_is_told_unless_that_is_wanted(self) -> None:
        rows: list[Row] = [("1", "Trent Building", None, "1"), ("2", "Trent Building", None, "1")]
        self.assertNotIn("Trent", " ".join(measured(Surplus, rows).remarks))
        told = measured(Surplus, rows, show_names=True).remarks
        self.assertIn("Trent Building (1) = Trent Building (2)", told)

    def test_rows_to_look_at_are_those_of_the_further_records(self) -> None:
        rows: list[Row] = [("1", "Trent Building", None, "1"), ("3", "Lace", None, "1"),
                           ("1", "Trent Building", None, "1"), ("2", "Trent Building", None, "1")]
        self.assertEqual(measured(Surplus, rows).witnesses, [3])

    def test_a_threshold_beyond_its_range_is_refused(self) -> None:
        with self.assertRaises(PluginError):
            Surplus({"threshold": 0})

    def test_thousands_of_records_of_one_name_take_no_time(self) -> None:
        rows: list[Row] = [(str(place), "Redacted", None, "1") for place in range(20_000)]
        self.assertEqual(bounds(Surplus, rows), (19_999, 19_999))


class CompletionTests(unittest.TestCase):
    NAMES = ("Trent Building", "Trent Building Ltd", "Trent Buildings", "Lace Market",
             "Lace Markets Ltd", "Castle Print")

    def random_rows(self, dice: random.Random) -> list[Row]:
        return [(str(dice.randrange(4)), dice.choice(self.NAMES),
                 dice.choice((None, None, "1", "2")), str(dice.randrange(-3, 20)))
                for _ in range(dice.randrange(2, 8))]

    def test_bounds_hold_whichever_uncertain_rows_count(self) -> None:
        dice = random.Random(2024)
        checked = 0
        for _ in range(300):
            rows = self.random_rows(dice)
            members = [dice.choice((True, True, None)) for _ in rows]
            for checker in (Surplus, Share):
                found = bounds(checker, rows, members)
                if found is None:
                    continue
                for kept in itertools.product((True, False), repeat=members.count(None)):
                    open_rows = iter(kept)
                    chosen = [row for row, member in zip(rows, members)
                              if member or next(open_rows)]
                    inside = bounds(checker, chosen) if chosen else None
                    if inside is not None:
                        self.assertLessEqual(found[0], inside[0])
                        self.assertGreaterEqual(found[1], inside[1])
                        checked += 1
        self.assertGreater(checked, 1000)

    def test_the_order_of_rows_does_not_matter(self) -> None:
        dice = random.Random(7)
        for _ in range(100):
            rows = self.random_rows(dice)
            shuffled = dice.sample(rows, len(rows))
            for checker in (Surplus, Share):
                self.assertEqual(bounds(checker, rows), bounds(checker, shuffled))


if __name__ == "__main__":
    unittest.main()
