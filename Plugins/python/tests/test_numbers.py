"""How measurements spell numbers: exact, or rounded outward where they are too long."""

from __future__ import annotations

import random
import unittest
from decimal import Decimal
from fractions import Fraction
from typing import Any

import world  # noqa: F401
import replies
from holdfast_plugin import Measurement, PluginError


def reply(lower: Any, upper: Any, **more: Any) -> dict[str, Any]:
    return Measurement(lower, upper, rows=1, unknown_rows=0, **more).reply("number", 1, 1)


class NumberTests(unittest.TestCase):
    def test_numbers_are_spelt_exactly(self) -> None:
        for value, text in ((0, "0"), (-7, "-7"), (Decimal("12.50"), "12.5"),
                            (Fraction(2, 3), "2/3"), (Fraction(-1, 8), "-0.125"),
                            (Decimal("1E+3"), "1000"), (Fraction(-2, 3), "-2/3"),
                            (Decimal("-0.05"), "-0.05")):
            found = reply(value, value)
            self.assertEqual((found["lower"], found["upper"]), (text, text))

    def test_long_numbers_are_rounded_outward(self) -> None:
        value = Fraction(10 ** 40 + 1, 3 * 10 ** 40)
        found = reply(value, value)
        self.assertLess(replies.number(found["lower"]), value)
        self.assertGreater(replies.number(found["upper"]), value)

    def test_bounds_hold_for_any_number(self) -> None:
        dice = random.Random(1)
        for _ in range(3000):
            least, most = -10 ** dice.randrange(1, 60), 10 ** dice.randrange(1, 60)
            value = Fraction(dice.randrange(least, most),
                             dice.randrange(1, 10 ** dice.randrange(1, 60)))
            if abs(value) >= 10 ** 37:
                continue
            found = reply(value, value)
            self.assertLessEqual(replies.number(found["lower"]), value)
            self.assertGreaterEqual(replies.number(found["upper"]), value)

    def test_what_is_too_large_to_spell_is_an_error(self) -> None:
        with self.assertRaises(PluginError):
            reply(10 ** 38, 10 ** 38)
        with self.assertRaises(PluginError):
            reply(-10 ** 50, 0)
        with self.assertRaises(ValueError):
            reply(0, 0, numerator=Fraction(1, 3))

    def test_numbers_that_are_not_exact_are_refused(self) -> None:
        for value in (0.5, True, "1", 1j):
            with self.assertRaises(TypeError):
                reply(value, value)
        for number in (Decimal("NaN"), Decimal("Infinity")):
            with self.assertRaises((ValueError, OverflowError)):
                reply(number, number)

    def test_bounds_that_cross_are_refused(self) -> None:
        with self.assertRaises(ValueError):
            reply(Fraction(2, 3), Fraction(1, 3))

    def test_counts_that_contradict_are_refused(self) -> None:
        for rows, unknown, selected in ((1, 2, 3), (4, 1, 3), (1, -1, 3)):
            with self.assertRaises(ValueError):
                Measurement(0, 0, rows=rows, unknown_rows=unknown).reply("number", selected, 0)

    def test_lists_that_are_too_long_are_refused(self) -> None:
        with self.assertRaises(ValueError):
            reply(0, 0, remarks=["a"] * 21)
        with self.assertRaises(ValueError):
            reply(0, 0, witnesses=range(21))


if __name__ == "__main__":
    unittest.main()
