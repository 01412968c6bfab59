"""The lines of targets: fixed, drawn from a baseline, or from what another commitment measures."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Callable

from completions.tables import decimal

Range = tuple[Fraction, Fraction]
FLOORS = (">=", ">")
WAYS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    ">=": lambda value, line: value >= line, ">": lambda value, line: value > line,
    "<=": lambda value, line: value <= line, "<": lambda value, line: value < line,
    "=": lambda value, line: value == line}


@dataclass
class Line:
    """A comparison, and how the number is drawn: `fixed`, `times` and `plus` a baseline, `yearly`
    growth of it, or `least` and `greatest` of a number and so many times another measurement."""
    text: str
    comparison: str
    form: str
    numbers: list[Fraction] = field(default_factory=list)
    other: str | None = None

    @property
    def is_fixed(self) -> bool:
        """Whether it lies at a number that is known."""
        return self.form == "fixed"

    def ends(self, base: Fraction | None, years: int) -> list[Fraction] | None:
        """Where it lies, given what it is drawn from; None where nobody can say."""
        if self.form == "fixed":
            return self.numbers
        if base is None:
            return None
        first = self.numbers[0]
        if self.form == "times":
            return [base * first]
        if self.form == "plus":
            return [base + first]
        if self.form == "yearly":
            return [base * (1 + first) ** years]
        return [(min if self.form == "least" else max)(base * first, self.numbers[1])]

    def needs_growth(self, base: Fraction) -> bool:
        """Whether it is drawn by growth out of nothing or less."""
        is_growth = self.form == "yearly" or self.form == "times" and self.numbers[0] != 1
        return is_growth and base <= 0

    def is_kept(self, value: Fraction, ends: list[Fraction]) -> bool:
        """Whether a value is on the good side."""
        if self.comparison == "between":
            return ends[0] <= value <= ends[1]
        return WAYS[self.comparison](value, ends[0])

    def verdict(self, bounds: Range, ends: list[Fraction]) -> str:
        """What follows from bounds: both ends have to agree."""
        if all(self.is_kept(value, ends) for value in bounds):
            return "pass"
        return "fail" if self.is_missed(bounds, ends) else "indeterminate"

    def is_missed(self, bounds: Range, ends: list[Fraction]) -> bool:
        """Whether all that lies between bounds is on one bad side."""
        below = ">" if self.comparison == ">" else ">="
        above = "<" if self.comparison == "<" else "<="
        has_floor = self.comparison in FLOORS + ("=", "between")
        has_roof = self.comparison in ("<=", "<", "=", "between")
        is_short = has_floor and not WAYS[below](bounds[1], ends[0])
        return is_short or has_roof and not WAYS[above](bounds[0], ends[-1])


def quantity(value: Fraction, unit: str) -> str:
    """A number as a target writes it in a unit."""
    if unit == "share":
        return decimal(value * 100) + "%"
    sign = "-" if value < 0 else ""
    return sign + ("£" if unit == "money" else "") + decimal(abs(value))


def fixed(comparison: str, numbers: list[Fraction], unit: str) -> Line:
    """A line at a number, or between two."""
    shown = " and ".join(quantity(number, unit) for number in numbers)
    return Line(f"{comparison} {shown}", comparison, "fixed", numbers)


def over_baseline(change: Fraction, unit: str, is_points: bool) -> Line:
    """At least so much more than the baseline, or at most so much less."""
    sign, comparison = ("+", ">=") if change >= 0 else ("-", "<=")
    amount = decimal(abs(change) * 100) + " points" if is_points else quantity(abs(change), unit)
    return Line(f"{sign}{amount} over baseline", comparison, "plus", [change])


def grown(rate: Fraction, is_yearly: bool) -> Line:
    """At least so much growth, once or every year; or at most, where it is below nothing."""
    sign, comparison = ("+", ">=") if rate >= 0 else ("-", "<=")
    shown = f"{sign}{decimal(abs(rate) * 100)}%"
    if is_yearly:
        return Line(f"{shown} a year", comparison, "yearly", [rate])
    return Line(f"{shown} over baseline", comparison, "times", [1 + rate])


def multiple(comparison: str, factor: Fraction) -> Line:
    """So many times the baseline."""
    times = "" if factor == 1 else f"{decimal(factor)} x "
    return Line(f"{comparison} {times}baseline", comparison, "times", [factor])


def measured(comparison: str, form: str, factor: Fraction, limit: Fraction, other: str) -> Line:
    """The least, or the greatest, of a number and so many times what another measures."""
    text = (f'{comparison} math.{form}(decimal("{decimal(factor)}") * measurement("{other}"), '
            f'decimal("{decimal(limit)}"))')
    return Line(text, comparison, form, [factor, limit], other)
