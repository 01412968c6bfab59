"""Commitments as this test makes them up, and as the pack writes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from completions.counting import Count
from completions.lines import Line, quantity
from completions.tables import Days, Institution, World, decimal

OWN_PERCENT = ("at", "covers", "minimum_coverage")


@dataclass
class Baseline:
    """What a value is held against: some keys replaced, or a number from elsewhere. `counts` has
    the parts of the same promise as the baseline measures them."""
    keys: dict[str, Any]
    counts: dict[str, Count] = field(default_factory=dict)
    number: Fraction | None = None
    years: int = 0


@dataclass
class Member:
    """A commitment that counts for another."""
    id: str
    weight: Fraction = Fraction(1)
    full_at: Fraction | None = None
    is_plain: bool = True

    def declaration(self) -> dict[str, str]:
        """What it counts for, as the pack writes it."""
        if self.full_at is None:
            return {} if self.is_plain else {"weight": decimal(self.weight)}
        return {"points": decimal(self.weight), "full_at": quantity(self.full_at, "share")}


@dataclass
class Promise:
    """A commitment. `counts` has what it counts: itself as `own`, or its parts by name."""
    id: str
    check: str
    unit: str
    own: Count
    counts: dict[str, Count]
    keys: dict[str, Any] = field(default_factory=dict)
    baseline: Baseline | None = None
    line: Line | None = None
    stretch: Line | None = None
    members: list[Member] = field(default_factory=list)
    once_with: str | None = None
    is_sharp: bool = False
    is_provisional: bool = False

    @property
    def all_counts(self) -> list[Count]:
        """All that is counted for it, its baseline included."""
        return list(self.counts.values()) + list(self.baseline.counts.values()
                                                 if self.baseline else [])

    @property
    def spans(self) -> list[Days]:
        """The days that it asks for."""
        return [count.days for count in self.all_counts if count.days]

    @property
    def has_groups(self) -> bool:
        """Whether there is a finding for each group."""
        return self.own.per is not None and self.check != "gap"

    def groups_in(self, world: World, is_known: bool = False) -> list[str]:
        """The groups that some part of it has a row of; what grows has had some before."""
        counts = self.all_counts if self.check == "growth" else self.counts.values()
        return sorted({group for count in counts
                       for group in count.groups_in(world, is_known)})

    @property
    def own_line(self) -> Line:
        """The line of its target, or that of a checker that draws one by itself."""
        if self.line:
            return self.line
        if self.check == "unique":
            return Line("", "<=", "fixed", [Fraction(0)])
        whole = sum((member.weight for member in self.members), Fraction(0))
        return Line("", ">=", "fixed", [whole if self.check == "composite" else Fraction(1)])

    def is_apart(self, institution: Institution) -> bool:
        """Whether its bounds have to be reached."""
        return self.is_sharp and self.own.is_apart(institution)

    def declaration(self) -> dict[str, Any]:
        """The commitment as the pack writes it."""
        result: dict[str, Any] = {"id": self.id, "title": f"Promise {self.id}",
                                  "check": self.check}
        if self.check != "composite":
            result |= {"of": self.own.of}
        result |= count_keys(self.own) | self.keys
        for name, part in self.counts.items():
            if name != "own" and name not in ("rate", "here"):
                result[name] = part_keys(part, self.own)
        if self.members:
            is_list = all(member.is_plain and not member.full_at for member in self.members)
            result["members"] = [member.id for member in self.members] if is_list else {
                member.id: member.declaration() for member in self.members}
        if self.baseline:
            result["baseline"] = self.baseline.keys
        if self.once_with:
            result["counted_once_with"] = [self.once_with]
        for name, line in [("target", self.line), ("stretch", self.stretch)]:
            if line:
                result[name] = line.text
        return result | {"enforcement": "report"}


def expressions(count: Count) -> dict[str, str]:
    """The expressions of what is counted."""
    named = [("measure", count.measure), ("where", count.where), ("among", count.among)]
    # A matrix says by itself what its sides are values of.
    if not isinstance(count.options.get("items"), dict):
        named.append(("by", count.by))
    result = {name: item.text for name, item in named if item}
    return result | {name: item.text for name, item in count.factors.items()}


def options(count: Count) -> dict[str, Any]:
    """The keys that only one checker takes."""
    return {name: quantity(value, "share") if name in OWN_PERCENT else value
            for name, value in count.options.items() if name != "wanted"}


def count_keys(count: Count) -> dict[str, Any]:
    """The keys of a commitment that say what is counted."""
    result: dict[str, Any] = expressions(count) | options(count)
    if count.leave_out:
        result["leave_out"] = leave_out(count)
    if count.rule:
        result["period"] = period(count.rule)
    if count.per:
        result["per"] = count.per
    if count.groups:
        result["groups"] = count.groups
    return result | ({"missing": count.missing} if count.missing != "unknown" else {})


def part_keys(part: Count, whole: Count) -> dict[str, Any]:
    """The keys of a part: those that are not the commitment's own."""
    result: dict[str, Any] = expressions(part) | options(part)
    if part.among and whole.among and part.of == whole.of and (
            part.among.text == whole.among.text):
        del result["among"]
    usual = "total" if part.measure else "count"
    if part.check != usual:
        result["check"] = part.check
    if part.of != whole.of:
        result["of"] = part.of
    if part.leave_out and part.leave_out != whole.leave_out:
        result["leave_out"] = leave_out(part)
    if part.rule != whole.rule:
        result["period"] = period(part.rule) if part.rule else "all"
    if part.missing != whole.missing:
        result["missing"] = part.missing
    return result


def leave_out(count: Count) -> list[dict[str, str]]:
    """Exclusions by name."""
    return [{"id": f"out_{index}", "when": item.text, "because": "so agreed"}
            for index, item in enumerate(count.leave_out)]


def period(rule: Any) -> Any:
    """A period as the pack writes it."""
    return rule if isinstance(rule, str) else {"from": str(rule[0]), "to": str(rule[1])}
