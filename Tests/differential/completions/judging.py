"""Holds a finding of the report against all ways that the blank cells can turn out."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any, Callable, Iterator

from completions.lines import Range
from completions.outcomes import Judged, Outcomes
from completions.promises import Promise
from completions.tables import digits_of

# The bounds of a measurement in a target are rounded outward at so many digits.
KEPT_DIGITS = 9


class Judgement:
    """What is wrong with a finding."""

    def __init__(self, outcomes: Outcomes, promise: Promise, finding: dict[str, Any]):
        self.outcomes, self.promise, self.finding = outcomes, promise, finding
        self.told: str = finding["verdict"]
        self.ways: list[Judged] = outcomes.judged(promise, finding["group"])
        self.verdicts = {way.verdict for way in self.ways}
        self.bounds = [way.outcome.bounds for way in self.ways if way.outcome.bounds]
        measurement = finding["measurement"] or {}
        self.value: str | None = measurement.get("value")
        self.lower: str | None = measurement.get("lower")
        self.upper: str | None = measurement.get("upper")
        self.is_known = len(self.ways) == 1
        self.is_sharp = promise.is_apart(outcomes.institution)

    def problems(self) -> Iterator[str]:
        """Everything that is wrong."""
        if self.promise.has_groups and self.finding["group"] is None:
            if self.told not in ("indeterminate", "error"):
                yield f"no group has a row, but the verdict is {self.told}"
            return
        yield from self.verdict_problems()
        yield from self.bound_problems()
        yield from self.stretch_problems()
        if self.is_known:
            yield from self.known_problems()
        if self.is_sharp:
            yield from self.sharp_problems()

    def verdict_problems(self) -> Iterator[str]:
        """A verdict that some way contradicts."""
        if self.told in ("pass", "fail"):
            if self.verdicts != {self.told}:
                yield f"verdict {self.told}, but {self.first_other(self.told)}"
        elif self.told == "error":
            if not all(way.is_wrong for way in self.ways):
                yield f"an error, expected one of {sorted(self.verdicts)}"
        elif self.told != "indeterminate":
            yield f"verdict {self.told}, expected one of {sorted(self.verdicts)}"

    def first_other(self, verdict: str) -> str:
        """A way whose verdict is another."""
        place = next(place for place, way in enumerate(self.ways) if way.verdict != verdict)
        way = self.ways[place]
        return f"{way.verdict} at {shown(way.outcome.bounds)} where {self.filled(place)}"

    def filled(self, place: int) -> str:
        """The cells of a way as they are filled in."""
        world = self.outcomes.ways(self.promise)[place]
        cells = [f"{world[blank.table][blank.row]['id']}.{blank.column} = "
                 f"{world[blank.table][blank.row][blank.column]}"
                 for blank in self.outcomes.blanks(self.promise)]
        return ", ".join(cells) or "everything is known"

    def bound_problems(self) -> Iterator[str]:
        """Bounds, or a value, that some way lies outside of."""
        for place, way in enumerate(self.ways):
            bounds = way.outcome.bounds
            if bounds is None:
                continue
            if self.lower is not None and self.upper is not None and not (
                    Fraction(self.lower) <= bounds[0] and bounds[1] <= Fraction(self.upper)):
                yield (f"between {self.lower} and {self.upper}, but {shown(bounds)} where "
                       f"{self.filled(place)}")
                return
            if self.value is not None and not all(is_near(self.value, end) for end in bounds):
                yield f"value {self.value}, but {shown(bounds)} where {self.filled(place)}"
                return

    def stretch_problems(self) -> Iterator[str]:
        """A further line that is said to be reached, or not, where that is not certain."""
        told = self.finding["stretch"] and self.finding["stretch"]["reached"]
        if told is None:
            return
        wanted = "pass" if told else "fail"
        if any(way.stretch != wanted for way in self.ways):
            yield f"the further line is {wanted}, expected {sorted({w.stretch for w in self.ways})}"

    def known_problems(self) -> Iterator[str]:
        """Where everything is known, anything that is not said."""
        way = self.ways[0]
        is_open = self.promise.is_provisional or self.is_rounded() or way.is_wrong
        if self.told == "indeterminate" and way.verdict in ("pass", "fail") and not is_open:
            yield f"cannot tell, but everything is known and it is {way.verdict}"
        if not way.outcome.is_defined or way.outcome.bounds is None:
            return
        low, high = way.outcome.bounds
        if self.told == "error":
            return
        if low == high and self.value is None:
            yield f"no value, but everything is known and it is {shown((low, high))}"
        if self.value is None and not self.reaches((low, high)):
            yield f"{self.lower} to {self.upper}, expected {shown((low, high))}"

    def reaches(self, bounds: Range) -> bool:
        """Whether the bounds are told as they are, rounded outward."""
        return (self.lower is not None and self.upper is not None
                and is_end(self.lower, bounds[0], math.floor)
                and is_end(self.upper, bounds[1], math.ceil))

    def is_rounded(self) -> bool:
        """Whether its line is drawn from a measurement that has too many digits."""
        other = self.promise.line and self.promise.line.other
        if not other:
            return False
        world = self.outcomes.ways(self.promise)[0]
        bounds = self.outcomes.outcome(self.outcomes.promises[other], world, None).bounds
        return bounds is None or digits_of(bounds[0]) > KEPT_DIGITS

    def sharp_problems(self) -> Iterator[str]:
        """Bounds that no way reaches, or none where every way has a number."""
        if self.told == "error":
            return
        if self.finding["measurement"] is None:
            return
        if self.lower is None:
            if len(self.bounds) == len(self.ways):
                yield f"no bounds, but every way has a number: {shown(self.hull())}"
            return
        hull = self.hull()
        if not self.reaches(hull):
            yield f"between {self.lower} and {self.upper}, but all ways are in {shown(hull)}"
        is_judged = all(way.outcome.is_defined and not way.is_wrong for way in self.ways)
        if is_judged and self.promise.own_line.is_fixed and not self.promise.is_provisional:
            wanted = self.promise.own_line.verdict(hull, self.promise.own_line.numbers)
            if wanted != self.told:
                yield f"verdict {self.told}, expected {wanted}"

    def hull(self) -> Range:
        """The least and the greatest number of all ways."""
        return min(low for low, _ in self.bounds), max(high for _, high in self.bounds)


def digits(text: str) -> int:
    """How many digits a number is told with."""
    return len(text.partition(".")[2])


def is_near(text: str, value: Fraction) -> bool:
    """Whether a number is told as it is, rounded to the nearest."""
    return abs(Fraction(text) - value) * 2 <= Fraction(1, 10**digits(text))


def is_end(text: str, value: Fraction, rounding: Callable[[Fraction], int]) -> bool:
    """Whether a bound is told as it is, rounded outward."""
    scale = Fraction(10**digits(text))
    return Fraction(text) * scale == rounding(value * scale)


def shown(bounds: Range | None) -> str:
    """Bounds for people."""
    if bounds is None:
        return "no number"
    ends = [f"{end} ({float(end):.6g})" if end.denominator > 1 else str(end) for end in bounds]
    return ends[0] if bounds[0] == bounds[1] else " to ".join(ends)
