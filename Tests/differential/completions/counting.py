"""What is counted over rows, and what that comes to where everything is known."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from completions.conditions import Expression
from completions.tables import Days, Institution, Row, World, lies_in


@dataclass
class Count:
    """The keys that say which rows are counted, and how. `rule` is the period as it is written and
    `days` what it comes to; a table without days has none."""
    check: str
    of: str
    measure: Expression | None = None
    where: Expression | None = None
    among: Expression | None = None
    by: Expression | None = None
    leave_out: list[Expression] = field(default_factory=list)
    rule: Any = None
    days: Days | None = None
    per: str | None = None
    groups: list[str] | None = None
    missing: str = "unknown"
    options: dict[str, Any] = field(default_factory=dict)
    factors: dict[str, Expression] = field(default_factory=dict)
    once: Expression | None = None

    @property
    def expressions(self) -> list[Expression]:
        """All that it reads."""
        own = [self.measure, self.where, self.among, self.by, self.once]
        return [item for item in own if item] + self.leave_out + list(self.factors.values())

    @property
    def columns(self) -> list[str]:
        """Each column as often as it is read."""
        more = ([self.per] if self.per else []) + (["day"] if self.days else [])
        return [name for item in self.expressions for name in item.columns] + more

    def is_apart(self, institution: Institution) -> bool:
        """Whether no blank cell is read in two places, and numbers are known or have ends where
        that does not matter: then bounds are to be reached."""
        blank = [name for name in self.columns if institution.is_blank(self.of, name)]
        if any(count > 1 for count in Counter(blank).values()):
            return False
        if self.by and len(self.by.columns) > 1 and set(self.by.columns) & set(blank):
            return False
        unknown = set(self.measure.columns if self.measure else ()) & set(blank)
        # What is worked out of a number has no ends.
        is_plain = self.measure is not None and self.measure.text in self.measure.columns
        may_range = self.check in ("total", "share") and is_plain
        return all(may_range and institution.ranges(name) for name in unknown)

    def rows(self, world: World, group: str | None) -> list[Row]:
        """The rows that the promise speaks about, of one group or of all."""
        found = [row for row in world[self.of] if self.speaks_of(row)]
        if group is None or self.per is None:
            return found
        return [row for row in found if row[self.per] == group]

    def speaks_of(self, row: Row) -> bool:
        """Whether a row lies in the period and in `among`, and is not left out."""
        if self.days and not lies_in(row["day"], self.days):
            return False
        if self.among and not self.among.of(row):
            return False
        if any(item.of(row) for item in self.leave_out):
            return False
        return self.missing != "exclude" or self.holds(row["!"]) is not None

    def holds(self, row: Row) -> bool | None:
        """Whether `where` holds, and no other commitment counts the row."""
        found = self.where.of(row) if self.where else True
        if self.once is None:
            return found
        counted = self.once.of(row)
        if found is False or counted is True:
            return False
        return None if found is None or counted is None else True

    def groups_in(self, world: World, is_known: bool = False) -> list[str]:
        """The groups that have a row, or one that is known to be of them; where they are listed, of
        these alone."""
        if self.per is None:
            return []
        rows = self.rows(world, None)
        found = {(row["!"] if is_known else row)[self.per] for row in rows} - {None}
        return sorted(found if self.groups is None else found & set(self.groups))

    def weight(self, row: Row) -> Fraction:
        """What a row weighs."""
        if self.check == "value":
            return self.worth(row)
        return Fraction(self.measure.of(row)) if self.measure else Fraction(1)

    def worth(self, row: Row) -> Fraction:
        """A quantity at its price, less what is not the institution's own."""
        result = Fraction(1)
        for name, factor in self.factors.items():
            part = Fraction(factor.of(row))
            result *= 1 - part if name in ("deadweight", "displacement") else part
        return result

    def value(self, rows: list[Row]) -> Fraction | None:
        """What the rows come to; None where that is no number."""
        chosen = [row for row in rows if self.holds(row)]
        if self.check == "share":
            return quotient(total(self, chosen), total(self, rows))
        if self.check in ("total", "value"):
            return total(self, chosen)
        if self.check == "count":
            return Fraction(len(chosen))
        if self.by or self.check == "coverage":
            return self.told_apart(chosen)
        return ranked(self.check, [self.weight(row) for row in chosen], self.options)

    def told_apart(self, rows: list[Row]) -> Fraction | None:
        """What the values of `by` come to."""
        assert self.by
        keys = [self.by.of(row) for row in rows]
        if self.check == "distinct":
            return Fraction(len(set(keys)))
        if self.check == "unique":
            return Fraction(len(keys) - len(set(keys)))
        if self.check == "coverage":
            wanted = self.options["wanted"]
            return Fraction(len(set(wanted) & set(keys)), len(wanted))
        amounts: Counter[str] = Counter()
        for key, row in zip(keys, rows):
            amounts[key] += self.weight(row)  # type: ignore[assignment]
        return concentration(sorted(amounts.values()), self.options)


def total(count: Count, rows: list[Row]) -> Fraction:
    """The sum of what rows weigh."""
    return sum((count.weight(row) for row in rows), Fraction(0))


def quotient(top: Fraction, bottom: Fraction) -> Fraction | None:
    """A part of a whole; None where there is no whole."""
    return top / bottom if bottom > 0 else None


def ranked(check: str, values: list[Fraction], options: dict[str, Any]) -> Fraction | None:
    """A mean, or a number at a rank; a figure is that of the only row."""
    if not values or check == "figure" and len(values) != 1:
        return None
    if check == "quantile":
        return nearest_rank(values, options["at"])
    return median(values) if check == "median" else sum(values, Fraction(0)) / len(values)


def median(values: list[Fraction]) -> Fraction:
    """The number in the middle; of an even number of them the mean of the middle two."""
    order = sorted(values)
    middle = len(order) // 2
    return order[middle] if len(order) % 2 else (order[middle - 1] + order[middle]) / 2


def nearest_rank(values: list[Fraction], part: Fraction) -> Fraction:
    """The smallest number that at least a part of all does not exceed."""
    return sorted(values)[max(1, math.ceil(part * len(values))) - 1]


def concentration(amounts: list[Any], options: dict[str, Any]) -> Fraction | None:
    """How uneven amounts are, those of nothing or less left out."""
    positive = sorted((amount for amount in amounts if amount > 0), reverse=True)
    whole = sum(positive)
    if not positive:
        return None
    parts = [Fraction(amount) / whole for amount in positive]
    if options["as"] == "hhi":
        return sum((part * part for part in parts), Fraction(0))
    if options["as"] == "top_share":
        return sum(parts[:options["top"]], Fraction(0))
    return Fraction(next(count for count in range(1, len(parts) + 1)
                         if sum(parts[:count]) >= options["covers"]))
