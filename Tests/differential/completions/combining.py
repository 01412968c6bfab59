"""What a commitment comes to in one way, where everything is known."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from completions.counting import Count, quotient
from completions.lines import Range
from completions.promises import Promise
from completions.tables import World

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True)
class Outcome:
    """What a commitment comes to in one way. The bounds are apart where the promise itself leaves
    something open; None where there is no number. `is_judged` is false where no row is spoken of,
    `is_wrong` where the report may say that it cannot be evaluated."""
    bounds: Range | None
    is_judged: bool = True
    is_wrong: bool = False

    @property
    def is_defined(self) -> bool:
        """Whether there is something to judge."""
        return self.bounds is not None and self.is_judged


def at(value: Fraction | None, is_judged: bool = True) -> Outcome:
    """An outcome of one number."""
    return Outcome(None if value is None else (value, value), is_judged)


def first(outcome: Outcome) -> Fraction:
    """The number of an outcome that has just one."""
    assert outcome.bounds
    return outcome.bounds[0]


def counted(count: Count, world: World, group: str | None) -> Outcome:
    """What rows come to, of one group or of all."""
    rows = count.rows(world, group)
    return at(count.value(rows), bool(rows))


def multiplier(promise: Promise, parts: dict[str, Outcome]) -> Outcome:
    """(income + local + respent) / income, where those who did not answer may have spent all that
    they had of the local part once more, or nothing."""
    income, local, answered, respent = (
        first(parts[name]) for name in ("income", "local", "answered", "respent"))
    wanted = promise.keys.get("minimum_coverage")
    part = ONE if local <= 0 else answered / local
    if income <= 0 or wanted and part < Fraction(wanted.rstrip("%")) / 100:
        return Outcome(None)
    least = (income + local + respent) / income
    return Outcome((least, least + max(ZERO, local - answered) / income))


def gap(promise: Promise, counts: dict[str, Count], world: World) -> Outcome:
    """How far groups are apart, or their parts here from those there."""
    is_ratio = promise.keys.get("as") == "ratio"
    own = counts["here" if "here" in counts else "rate"]
    groups = own.groups_in(world)
    if len(groups) < 2 or own.groups is not None and groups != sorted(own.groups):
        return Outcome(None)
    values = {group: own.value(own.rows(world, group)) for group in groups}
    if any(value is None for value in values.values()):
        return Outcome(None)
    rates = {group: value for group, value in values.items() if value is not None}
    if "compared_with" in counts:
        return at(compared(rates, counts["compared_with"], world, is_ratio))
    low, high = min(rates.values()), max(rates.values())
    return at(quotient(low, high) if is_ratio else high - low)


def compared(here: dict[str, Fraction], other: Count, world: World,
             is_ratio: bool) -> Fraction | None:
    """The largest difference of parts here and there, or the smallest quotient; a group that is
    missing on a side has no part of it."""
    there = {group: other.value(other.rows(world, group)) or ZERO
             for group in other.groups_in(world)}
    wholes = sum(here.values(), ZERO), sum(there.values(), ZERO)
    # A part below nothing is no part.
    if min(wholes) <= 0 or min([*here.values(), *there.values()]) < 0:
        return None
    pairs = [(here.get(group, ZERO) / wholes[0], there.get(group, ZERO) / wholes[1])
             for group in here.keys() | there.keys()]
    if is_ratio:
        return min(own / part for own, part in pairs if part > 0)
    return max(abs(own - part) for own, part in pairs)
