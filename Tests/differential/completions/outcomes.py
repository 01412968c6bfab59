"""What a commitment comes to in every way that the blank cells can turn out."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Iterable

from completions.combining import ONE, ZERO, Outcome, at, counted, first, gap, multiplier
from completions.counting import Count, quotient
from completions.lines import Line, Range
from completions.promises import Member, Promise
from completions.tables import Blank, Days, Institution, World

# As many ways to fill in the cells that a commitment reads are tried at most.
MOST = 800


@dataclass(frozen=True)
class Judged:
    """An outcome, its verdict, and whether it reaches the further line. Where it is wrong in every
    way, the report may refuse to evaluate it."""
    outcome: Outcome
    verdict: str
    stretch: str
    is_wrong: bool


class Outcomes:
    """The outcomes of a pack's commitments over an institution."""

    def __init__(self, institution: Institution):
        self.institution = institution
        self.promises: dict[str, Promise] = {}
        self.worlds: dict[object, list[World]] = {}
        self.groups_of: dict[str, list[str]] = {}

    # MARK: The ways

    def needed(self, promise: Promise) -> list[Promise]:
        """A commitment and those that it rests on."""
        others = [member.id for member in promise.members]
        for line in (promise.line, promise.stretch):
            others += [line.other] if line and line.other else []
        return [promise] + [item for name in others for item in self.needed(self.promises[name])]

    def blanks(self, promise: Promise) -> list[Blank]:
        """The blank cells that can make a difference to it."""
        read = {(count.of, name) for item in self.needed(promise) for count in item.all_counts
                for name in count.columns}
        return [blank for blank in self.institution.blanks if (blank.table, blank.column) in read]

    def spans(self, promise: Promise) -> list[Days]:
        """The days that it asks for, and those that it rests on."""
        return sorted({span for item in self.needed(promise) for span in item.spans}, key=str)

    def is_small(self, promise: Promise) -> bool:
        """Whether all ways can be tried."""
        blanks, spans = self.blanks(promise), self.spans(promise)
        return self.institution.count(blanks, spans) <= MOST

    def ways(self, promise: Promise) -> list[World]:
        """Every way to fill in the cells that it reads."""
        blanks, spans = self.blanks(promise), self.spans(promise)
        key = tuple(blanks), tuple(spans)
        if key not in self.worlds:
            self.worlds[key] = list(self.institution.completions(blanks, spans))
        return self.worlds[key]

    def judged(self, promise: Promise, group: str | None) -> list[Judged]:
        """All outcomes of a commitment for a group, with their verdicts."""
        return [self.judge(promise, world, group) for world in self.ways(promise)]

    # MARK: One way

    def judge(self, promise: Promise, world: World, group: str | None) -> Judged:
        """The verdict of a commitment in one way."""
        outcome = self.outcome(promise, world, group)
        line, base = promise.own_line, None
        if line.other:
            other = self.outcome(self.promises[line.other], world, None)
            base = other.bounds[0] if other.is_defined and other.bounds else None
        elif not line.is_fixed:
            base = self.baseline(promise, world, group)
        is_wrong = outcome.is_wrong or base is not None and line.needs_growth(base)
        years = promise.baseline.years if promise.baseline else 0
        verdicts = [verdict(item, outcome, base, years) if item else ""
                    for item in (line, promise.stretch)]
        return Judged(outcome, verdicts[0], verdicts[1], is_wrong)

    def baseline(self, promise: Promise, world: World, group: str | None) -> Fraction | None:
        """What the baseline comes to; None where that is no number."""
        assert promise.baseline
        if promise.baseline.number is not None:
            return promise.baseline.number
        outcome = self.combined(promise, promise.baseline.counts, world, group)
        return outcome.bounds[0] if outcome.is_defined and outcome.bounds else None

    def outcome(self, promise: Promise, world: World, group: str | None) -> Outcome:
        """What a commitment comes to."""
        if promise.check == "composite":
            return self.composite(promise, world)
        if promise.check == "growth":
            return self.growth(promise, world, group)
        return self.combined(promise, promise.counts, world, group)

    def combined(self, promise: Promise, counts: dict[str, Count], world: World,
                 group: str | None) -> Outcome:
        """What the parts of a commitment come to together."""
        if promise.check == "gap":
            return gap(promise, counts, world)
        parts = {name: counted(count, world, group) for name, count in counts.items()}
        if not all(part.is_defined for part in parts.values()) and len(parts) > 1:
            return Outcome(None)
        if promise.check == "ratio":
            return at(quotient(first(parts["numerator"]), first(parts["denominator"])))
        return multiplier(promise, parts) if promise.check == "multiplier" else parts["own"]

    def growth(self, promise: Promise, world: World, group: str | None) -> Outcome:
        """How far a number has moved from its baseline."""
        own = counted(promise.counts["own"], world, group)
        base = self.baseline(promise, world, group)
        if base is None or not own.is_defined:
            return Outcome(None)
        how = promise.keys["as"]
        if how == "difference":
            return at(first(own) - base)
        if base <= 0:
            return Outcome(None, is_wrong=True)
        return at(first(own) / base - (1 if how == "rate" else 0))

    def composite(self, promise: Promise, world: World) -> Outcome:
        """What the members earn together."""
        low = high = ZERO
        is_wrong = False
        for member in promise.members:
            judged = self.groups(self.promises[member.id], world)
            is_wrong = is_wrong or any(item.is_wrong for item in judged)
            scores = [score(member, item) for item in judged]
            low += min(least for least, _ in scores) * member.weight
            high += min(most for _, most in scores) * member.weight
        return Outcome((low, high), is_wrong=is_wrong)

    def groups(self, promise: Promise, world: World) -> list[Judged]:
        """A commitment in one way, for each of its groups: those listed, or that a row is known to
        be of. A row of unknown group makes none."""
        groups: Iterable[str | None] = [None]
        if promise.has_groups:
            groups = promise.own.groups or self.known_groups(promise) or [None]
        return [self.judge(promise, world, group) for group in groups]

    def known_groups(self, promise: Promise) -> list[str]:
        """The groups that a row which counts, or may count, is known to be of."""
        if promise.id not in self.groups_of:
            self.groups_of[promise.id] = sorted({
                group for world in self.ways(promise)
                for group in promise.groups_in(world, is_known=True)})
        return self.groups_of[promise.id]


def verdict(line: Line, outcome: Outcome, base: Fraction | None, years: int) -> str:
    """What an outcome comes to, held against a line that is drawn from a number in the same way."""
    ends = line.ends(base, years)
    if not outcome.is_defined or outcome.bounds is None or ends is None:
        return "indeterminate"
    return line.verdict(outcome.bounds, ends)


def score(member: Member, judged: Judged) -> Range:
    """What a verdict, or a share of what is wanted, earns."""
    if member.full_at is None:
        return {"pass": (ONE, ONE), "fail": (ZERO, ZERO)}.get(judged.verdict, (ZERO, ONE))
    if not judged.outcome.is_defined or judged.outcome.bounds is None:
        return ZERO, ONE
    low, high = (max(ZERO, min(ONE, end / member.full_at)) for end in judged.outcome.bounds)
    return low, high
