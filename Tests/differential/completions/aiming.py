"""Lines for random commitments: near what these come to, and often just there."""

from __future__ import annotations

from fractions import Fraction

from completions import lines
from completions.counts import unit_of
from completions.lines import Line
from completions.outcomes import Outcomes
from completions.promises import Promise
from completions.tables import FAR, digits_of
from dice import Dice

COMPARISONS = [">=", ">=", "<=", "<=", ">", "<", "=", "between"]
COMPARABLE = ("total", "mean", "median", "value")


class Archer:
    """Gives commitments their lines."""

    def __init__(self, dice: Dice, outcomes: Outcomes):
        self.dice, self.outcomes = dice, outcomes

    def aim(self, promise: Promise) -> None:
        """Gives a commitment a line, unless its checker draws one."""
        if promise.check == "unique":
            return
        values = self.values(promise)
        if promise.baseline and promise.baseline.number is not None:
            self.number(promise, values)
        if promise.check in ("composite", "coverage") and self.dice.chance(0.3):
            return
        promise.line = self.line(promise, values)
        if self.dice.chance(0.15):
            is_drawn = promise.line.form in ("times", "plus", "yearly")
            promise.stretch = (self.drawn if is_drawn else self.fixed)(promise, values)

    def values(self, promise: Promise) -> list[Fraction]:
        """Some of the numbers that it comes to."""
        groups: list[str | None] = [None]
        worlds = self.outcomes.ways(promise)
        if promise.has_groups:
            groups = [*promise.groups_in(worlds[0])] or [None]
        found = [self.outcomes.outcome(promise, world, group)
                 for group in groups for world in worlds[:12]]
        ends = [end for item in found if item.bounds for end in item.bounds if abs(end) < FAR / 10]
        return ends or [Fraction(1, 2)]

    def line(self, promise: Promise, values: list[Fraction]) -> Line:
        """A line of any form that it can have."""
        if promise.baseline and promise.check != "growth":
            return self.drawn(promise, values)
        others = [item.id for item in self.outcomes.promises.values()
                  if item.unit == "money" and item.check in COMPARABLE and not item.has_groups
                  and item.own_line.is_fixed]
        can = promise.unit == "money" and promise.check in COMPARABLE and not promise.has_groups
        if can and others and self.dice.chance(0.3):
            return self.measured(values, self.dice.choice(others))
        return self.fixed(promise, values)

    def near(self, values: list[Fraction]) -> Fraction:
        """A number at or near one of some."""
        value = self.dice.choice(values)
        if digits_of(value) > 4:
            return Fraction(round(value * 1000), 1000)
        if self.dice.chance(0.6):
            return value
        return value + self.dice.choice([-1, 1]) * Fraction(self.dice.choice(["0.01", "1", "0.5"]))

    def fixed(self, promise: Promise, values: list[Fraction]) -> Line:
        """A line at a number."""
        comparison = self.dice.choice(COMPARISONS)
        numbers = sorted(self.near(values) for _ in range(2 if comparison == "between" else 1))
        return lines.fixed(comparison, numbers, promise.unit)

    def measured(self, values: list[Fraction], other: str) -> Line:
        """A line that is drawn from what another commitment measures."""
        comparison, form = self.dice.choice([">=", "<=", ">"]), self.dice.choice(["least",
                                                                                 "greatest"])
        factor = Fraction(self.dice.choice(["0.5", "1", "2"]))
        return lines.measured(comparison, form, factor, self.near(values), other)

    def number(self, promise: Promise, values: list[Fraction]) -> None:
        """The number of a baseline that is known from elsewhere."""
        assert promise.baseline
        value = abs(self.near(values)) * Fraction(self.dice.choice(["1", "1", "2", "0.5"]))
        promise.baseline.number = value
        # What grows has a unit of its own, whatever its growth is told in.
        unit = unit_of(promise.own) if promise.check == "growth" else promise.unit
        promise.baseline.keys = {"value": lines.quantity(value, unit), **promise.baseline.keys}

    def drawn(self, promise: Promise, values: list[Fraction]) -> Line:
        """A line that is drawn from the baseline."""
        assert promise.baseline
        value, base = self.dice.choice(values), self.base(promise)
        forms = ["times", "times", "plus", "plus", "grown"] + (
            ["yearly"] * 2 if promise.baseline.years else [])
        form = self.dice.choice(forms)
        if form == "plus":
            change = Fraction(round((value - base) * 100), 100)
            return lines.over_baseline(change, promise.unit, promise.unit == "share")
        rate = Fraction(self.dice.choice(["0.15", "0", "0.05", "-0.1"]))
        if base > 0 and value > 0 and self.dice.chance(0.5):
            years = promise.baseline.years if form == "yearly" else 1
            rate = Fraction(round((float(value / base) ** (1 / years) - 1) * 100), 100)
        if form != "times":
            return lines.grown(max(Fraction(-9, 10), rate), form == "yearly")
        factor = self.dice.choice([Fraction(1), Fraction(1), Fraction(2), Fraction(9, 10),
                                   max(Fraction(1, 10), 1 + rate)])
        return lines.multiple(self.dice.choice(COMPARISONS[:-1]), factor)

    def base(self, promise: Promise) -> Fraction:
        """A number that the baseline comes to."""
        for world in self.outcomes.ways(promise)[:4]:
            groups: list[str | None] = [*promise.groups_in(world)] if promise.has_groups else []
            for group in groups or [None]:
                found = self.outcomes.baseline(promise, world, group)
                if found is not None and abs(found) < FAR / 10:
                    return found
        return Fraction(1)
