"""Random choices of what is counted: rows, measures, and what tells them apart."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from completions.conditions import Expression, Picker, column, joined, number, times
from completions.counting import Count
from completions.spans import Calendar
from completions.tables import TEXTS, Institution
from dice import Dice

PARTS = ["3", "5", "12.5", "25", "30", "33.3", "40", "50", "60", "75", "90", "95", "100"]


class CountGrower:
    """Makes up what is counted."""

    def __init__(self, dice: Dice, institution: Institution, calendar: Calendar):
        self.dice, self.institution, self.calendar = dice, institution, calendar
        self.picker = Picker(dice, False, [])

    def count(self, check: str, table: str | None = None, rule: Any = "any") -> Count:
        """Something that is counted, by a checker that counts rows."""
        dice = self.dice
        result = Count(check, table or dice.choice(["spend"] * 5 + ["homes", "earlier"]))
        rules = [None] * 4 + [self.calendar.rules[0]] * 3 + [self.calendar.rules[1]]
        self.date(result, dice.choice(rules) if rule == "any" else rule)
        taken = self.measure(result)
        taken += self.key(result)
        self.picker = Picker(dice, dice.chance(0.75), taken)
        self.conditions(result)
        if check == "value":
            self.factors(result)
        if check not in ("figure", "value") and dice.chance(0.15):
            result.missing = "exclude"
        return result

    def date(self, count: Count, rule: Any) -> None:
        """Gives it a period; a table without days has none."""
        is_dated = self.institution.tables[count.of].is_dated
        count.rule = rule if is_dated else None
        count.days = self.calendar.days(count.rule) if is_dated else None

    def measure(self, count: Count) -> list[str]:
        """Gives it a measure where it takes one; the columns that it reads."""
        needs = count.check in ("total", "mean", "median", "quantile", "figure", "concentration")
        if not needs and not (count.check == "share" and self.dice.chance(0.6)):
            return []
        name = self.dice.choice(["amount", "amount", "hours"])
        count.measure = column(name)
        if self.dice.chance(0.1):
            count.measure = times(name, Fraction(self.dice.choice(["2", "2", "0.5", "-1"])))
        return [name]

    def key(self, count: Count) -> list[str]:
        """Gives it what tells rows apart, and what is asked of that."""
        dice, options = self.dice, count.options
        if count.check == "quantile":
            options["at"] = Fraction(dice.choice(PARTS)) / 100
        if count.check == "concentration":
            options["as"] = dice.choice(["hhi", "top_share", "pareto"])
            if options["as"] == "top_share":
                options["top"] = dice.choice([1, 1, 2, 3])
            if options["as"] == "pareto":
                options["covers"] = Fraction(dice.choice(["50", "80", "80", "100"])) / 100
        if count.check == "coverage" and dice.chance(0.4):
            return self.matrix(count)
        if count.check not in ("distinct", "unique", "coverage", "concentration"):
            return []
        names: list[str] = dice.some(list(TEXTS), 1, 1 if dice.chance(0.8) else 2)
        count.by = joined(names) if len(names) > 1 else column(names[0])
        if count.check == "coverage":
            count.by = column(names[0])
            options["items"] = options["wanted"] = dice.some(TEXTS[names[0]], 1, 3)
        return names

    def matrix(self, count: Count) -> list[str]:
        """Gives it every combination of two lists to look for."""
        sides: list[str] = self.dice.some(list(TEXTS), 2, 2)
        items = {name: self.dice.some(TEXTS[name], 1, 2) for name in sides}
        count.by = joined(sides)
        count.options["items"] = items
        count.options["wanted"] = [f"{one} / {other}" for one in items[sides[0]]
                                   for other in items[sides[1]]]
        return sides

    def conditions(self, count: Count) -> None:
        """Gives it conditions on its rows."""
        dice = self.dice
        if count.check == "share" or dice.chance(0.6):
            count.where = self.picker.condition()
        if dice.chance(0.3) or count.check == "figure":
            count.among = self.picker.condition()
        if count.check == "figure" and count.of == "spend" and dice.chance(0.7):
            count.among = one_row(self.institution, dice)
        if dice.chance(0.12):
            found = [self.picker.condition(0) for _ in range(dice.choice([1, 1, 2]))]
            count.leave_out = [item for item in found if item]
        if count.check == "share" and count.where is None:
            count.where = column("local")

    def factors(self, count: Count) -> None:
        """What is done, what it is worth, and how much of that is the institution's own."""
        dice = self.dice
        proxy = [column("amount"), number(Fraction("12.5")), number(Fraction("3"))]
        part = [column("lost"), number(Fraction("0.1")), number(Fraction("0.35"))]
        count.factors = {"quantity": column("hours"), "proxy": dice.choice(proxy)}
        for name in ("deadweight", "attribution", "displacement"):
            if dice.chance(0.5):
                count.factors[name] = dice.choice(part)
        if "attribution" not in count.factors and dice.chance(0.3):
            count.factors["attribution"] = column("lost")

    def part(self, whole: Count, checks: list[str], may_move: bool = True) -> Count:
        """A part of a commitment: what it does not say is the commitment's own."""
        dice = self.dice
        table = dice.choice(["spend", "homes", "earlier"]) if may_move and dice.chance(
            0.35) else whole.of
        rule = whole.rule
        if self.institution.tables[table].is_dated and dice.chance(0.15):
            rule = dice.choice([None, self.calendar.earlier])
        result = self.count(dice.choice(checks), table, rule)
        result.per, result.groups = whole.per, whole.groups
        if table == whole.of:
            if dice.chance(0.6) or not result.among:
                result.among = whole.among
            if dice.chance(0.6) or not result.leave_out:
                result.leave_out = whole.leave_out
        return result


def one_row(institution: Institution, dice: Dice) -> Expression | None:
    """A condition that just one row of the ledger fulfils."""
    # A text that stands in no row up to the day of the run is taken for a mistake.
    rows = [row for row in institution.tables["spend"].rows
            if row["day"] and row["day"] <= institution.as_of]
    if not rows:
        return None
    name = str(dice.choice(rows)["id"])
    return Expression(f'id == "{name}"', ("id",), lambda row: row["id"] == name)


def unit_of(count: Count) -> str:
    """The unit of what is counted."""
    if count.check in ("share", "coverage"):
        return "share"
    if count.check in ("count", "distinct", "unique"):
        return "number"
    if count.check == "concentration":
        return "share" if count.options["as"] == "top_share" else "number"
    read = [name for item in [count.measure, *count.factors.values()] if item
            for name in item.columns]
    return "money" if "amount" in read else "number"
