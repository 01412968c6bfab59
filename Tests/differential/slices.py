"""Gathers the rows that count or may count for a group."""

from dataclasses import dataclass, field
from decimal import Decimal

from counts import names_of


@dataclass
class Line:
    """Rows of one kind as they count for one group: `is_sure` where they certainly belong."""
    membership: str
    condition: str
    sign: int
    rows: int
    total: object
    unknown: list
    value: object = None


@dataclass
class Slice:
    """What there is to know of the rows of one group in one period."""
    lines: list = field(default_factory=list)
    left_out: dict = field(default_factory=dict)
    unmatched: dict = field(default_factory=dict)
    outside: int = 0

    def rows(self, test=lambda line: True):
        return sum(line.rows for line in self.lines if test(line))

    def total(self, test=lambda line: True):
        """The sum of the measures that are known."""
        return sum((line.total for line in self.lines if line.total is not None and test(line)),
                   Decimal(0))


CONDITIONS = {True: "holds", False: "fails", None: "unknown"}


def slice_of(found, group, promise, lens):
    """The rows that count or may count for a group; every row where the group is empty."""
    result, world = Slice(), lens.world
    for kind, rows, total in found:
        if kind.group is not None and kind.group != group:
            continue
        if kind.time == "out":
            if kind.fate == "counts" and kind.group == group:
                result.outside += rows
            continue
        if kind.fate != "counts":
            add(result.left_out, kind.fate[1:], rows, total)
            continue
        for name in kind.lost.split():
            add(result.unmatched, name, rows, total)
        is_sure = kind.time == "in" and kind.group == group and not kind.possible
        unknown = set(names_of(kind.unknown, lens))
        unknown |= set(world.dates) if kind.time == "open" else set()
        unknown |= {promise.per} if kind.group is None else set()
        if total is None and has_range(promise, lens):
            unknown |= promise.measure.columns()
        result.lines.append(Line(
            "certain" if is_sure else "possible", CONDITIONS[kind.condition], kind.sign or 0,
            rows, total, unknown, kind.value))
    return result


def add(sums, name, rows, total):
    """Adds rows to those of a name."""
    known = sums.get(name, (0, Decimal(0)))
    sums[name] = known[0] + rows, known[1] + (total if total is not None else 0)


def has_range(promise, lens):
    """Whether an unknown measure lies between two declared numbers."""
    return promise.check != "mean" and range_of(promise, lens) is not None


def range_of(promise, lens):
    """What an unknown measure lies between; None where that is not declared."""
    name = promise.measure and promise.measure.cel()
    column = lens.by_name.get(name)
    if not column or not column.between:
        return None
    return [Decimal(end).scaleb(-column.scale) for end in column.between]
