"""Random commitments over an institution: what they count."""

from __future__ import annotations

import copy
import datetime
import functools
from dataclasses import replace
from fractions import Fraction
from typing import Any, Callable

import periods
from completions.conditions import Expression, Picker, both, column, joined, negation, number, times
from completions.counting import Count
from completions.promises import Baseline, Member, Promise
from completions.tables import DAY, TEXTS, Days, Institution
from dice import Dice

SHARP = ("distinct", "unique", "coverage", "median", "quantile", "total", "count", "share")
SINGLE = ["share", "share", "total", "total", "count", "mean", "median", "median", "quantile",
          "quantile", "distinct", "distinct", "unique", "coverage", "coverage", "concentration",
          "concentration", "figure", "value"]
MADE = ["ratio", "ratio", "growth", "growth", "gap", "gap", "multiplier"]
# What can be held against a baseline that is drawn on, and what grows.
MEASURED = ("share", "total", "count", "mean", "distinct", "median")
PARTS = ["3", "5", "12.5", "25", "30", "33.3", "40", "50", "60", "75", "90", "95", "100"]


class Calendar:
    """The periods that commitments of a pack ask for."""

    def __init__(self, dice: Dice, as_of: datetime.date, fiscal: tuple[int, int]):
        self.as_of, self.fiscal = as_of, fiscal
        year = (datetime.date(as_of.year - 4, 4, 1), datetime.date(as_of.year - 3, 3, 31))
        later = (year[0].replace(year=as_of.year - 2), year[1].replace(year=as_of.year - 1))
        self.earlier = year
        self.rules: list[Any] = [dice.choice(["fiscal_year", "fiscal_year", "calendar_year",
                                              "last_12_months"]), later]
        if dice.chance(0.2):
            self.rules[1] = "fiscal_year_to_date"

    def days(self, rule: Any) -> Days:
        """The days of a rule."""
        first, last, _ = periods.period(self, rule)
        return first, last

    def year_before(self, rule: Any) -> Days:
        """The same days a year earlier."""
        first, last = self.days(rule)
        after = last + DAY
        assert first
        return first.replace(year=first.year - 1), after.replace(year=after.year - 1) - DAY

    def is_running(self, rule: Any) -> bool:
        """Whether the days of a rule are not over."""
        return periods.period(self, rule)[2]

    def spans(self) -> list[Days]:
        """All spans of days that can be asked for."""
        found = [self.days(rule) for rule in self.rules] + [self.days(None), self.earlier]
        return found + [self.year_before(rule) for rule in self.rules]


class Grower:
    """Makes up commitments."""

    def __init__(self, dice: Dice, institution: Institution, calendar: Calendar):
        self.dice, self.institution, self.calendar = dice, institution, calendar
        self.picker = Picker(dice, False, [])

    # MARK: What is counted

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
        names = dice.some(list(TEXTS), 1, 1 if dice.chance(0.8) else 2)
        count.by = joined(names) if len(names) > 1 else column(names[0])
        if count.check == "coverage":
            count.by = column(names[0])
            options["items"] = options["wanted"] = dice.some(TEXTS[names[0]], 1, 3)
        return names

    def matrix(self, count: Count) -> list[str]:
        """Gives it every combination of two lists to look for."""
        sides = self.dice.some(list(TEXTS), 2, 2)
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

    # MARK: Commitments

    def promise(self, name: str, others: dict[str, Promise]) -> Promise:
        """A commitment without a line."""
        fit = [item for item in others.values() if item.check != "composite"
               and not item.is_provisional]
        check = self.dice.choice(SINGLE + MADE + (["composite"] * 2 if fit else []))
        if check == "composite":
            return self.composite(name, fit)
        result = self.single(name, check) if check in SINGLE else self.made(name, check)
        if check != "gap" and self.dice.chance(0.12):
            self.group(result)
        if check in SINGLE:
            self.count_once(result, others)
        result.is_provisional = self.calendar.is_running(result.own.rule)
        return result

    def single(self, name: str, check: str) -> Promise:
        """A commitment that counts rows; some are held against a baseline."""
        own = self.count(check)
        result = Promise(name, check, unit_of(own), own, {"own": own}, is_sharp=check in SHARP)
        if check in MEASURED and self.dice.chance(0.4):
            self.draw_baseline(result)
        return result

    def made(self, name: str, check: str) -> Promise:
        """A commitment that is made of parts."""
        own = self.count("count")
        own.measure = own.where = own.by = None
        makers: dict[str, Callable[[str, Count], Promise]] = {
            "ratio": self.ratio, "growth": self.growth, "gap": self.gap,
            "multiplier": self.multiplier}
        return makers[check](name, own)

    def ratio(self, name: str, own: Count) -> Promise:
        """One number over another."""
        checks = ["count", "total", "total", "mean", "distinct", "median", "share"]
        parts = {part: self.part(own, checks) for part in ("numerator", "denominator")}
        result = Promise(name, "ratio", self.dice.choice(["number", "share"]), own, parts)
        if self.dice.chance(0.3):
            self.draw_baseline(result)
        return result

    def growth(self, name: str, own: Count) -> Promise:
        """How far a number has moved from its baseline."""
        found = self.count(self.dice.choice(MEASURED), own.of, own.rule)
        keys = {"as": self.dice.choice(["rate", "difference", "factor"])}
        usual = "total" if found.measure else "count"
        if found.check != usual or self.dice.chance(0.3):
            keys["growth_of"] = found.check
        unit = {"rate": "share", "factor": "number"}.get(keys["as"], unit_of(found))
        result = Promise(name, "growth", unit, found, {"own": found}, keys)
        self.draw_baseline(result)
        return result

    def gap(self, name: str, own: Count) -> Promise:
        """How far groups are apart."""
        dice = self.dice
        found = self.count("share", own.of, own.rule)
        found.per = "team"
        if dice.chance(0.15):
            found.groups = TEXTS["team"]
        keys = {"as": dice.choice(["difference", "ratio"])} if dice.chance(0.8) else {}
        if dice.chance(0.5):
            return Promise(name, "gap", "share", found, {"rate": found}, keys)
        found.check = "total" if found.measure else "count"
        found.groups = None
        there = self.part(found, ["count", "total"])
        counts = {"here": found, "compared_with": there}
        return Promise(name, "gap", "share", found, counts, keys)

    def multiplier(self, name: str, own: Count) -> Promise:
        """What an income comes to after three rounds of spending."""
        parts = {part: self.part(own, ["total"]) for part in
                 ("income", "local", "answered", "respent")}
        for part in parts.values():
            part.measure = column("amount")
        parts["income"].where = parts["income"].among = None
        parts["income"].among = own.among if parts["income"].of == own.of else None
        if self.dice.chance(0.5):
            parts["answered"] = copy.copy(parts["local"])
        keys = {"minimum_coverage": "50%"} if self.dice.chance(0.3) else {}
        return Promise(name, "multiplier", "number", own, parts, keys)

    def composite(self, name: str, others: list[Promise]) -> Promise:
        """How many of some commitments are met, or the points that they earn."""
        dice = self.dice
        chosen = dice.some(others, 1, 3)
        members = [self.member(item) for item in chosen]
        empty = Count("composite", "spend")
        return Promise(name, "composite", "number", empty, {}, members=members)

    def member(self, promise: Promise) -> Member:
        """What a commitment counts for."""
        dice = self.dice
        is_share = promise.unit == "share" and not promise.has_groups and promise.own_line.is_fixed
        if is_share and promise.check != "ratio" and dice.chance(0.5):
            return Member(promise.id, Fraction(dice.choice(["6", "2.5"])),
                          Fraction(dice.choice(["50", "80", "100"])) / 100, False)
        if dice.chance(0.3):
            return Member(promise.id, Fraction(dice.choice(["2", "0.5"])), None, False)
        return Member(promise.id)

    def group(self, promise: Promise) -> None:
        """Splits a commitment by team."""
        groups = TEXTS["team"] if self.dice.chance(0.3) else None
        for count in [promise.own, *promise.all_counts]:
            count.per, count.groups = "team", groups

    def count_once(self, promise: Promise, others: dict[str, Promise]) -> None:
        """Takes out the rows that another commitment counts."""
        own = promise.own
        fitting = [item for item in others.values() if item.check in SINGLE and not item.once_with
                   and (item.own.of, item.own.rule, item.own.missing) == (
                       own.of, own.rule, "unknown") and (item.own.where or item.own.among)]
        can = own.check in ("total", "count", "distinct", "median") and not promise.baseline
        if not can or not fitting or not self.dice.chance(0.25):
            return
        other = self.dice.choice(fitting)
        promise.once_with = other.id
        parts = [item for item in (other.own.among, other.own.where) if item]
        parts += [negation(item) for item in other.own.leave_out]
        own.once = functools.reduce(both, parts)

    # MARK: Baselines

    def draw_baseline(self, promise: Promise) -> None:
        """Gives a commitment something that it is held against."""
        dice, rule = self.dice, promise.own.rule
        kinds = ["of", "value"] + (["previous"] * 3 + ["days"] * 2 if rule else [])
        if promise.check != "ratio":
            kinds += ["where", "of then"] + (["measure"] if promise.own.measure else [])
        kind = dice.choice(kinds)
        if kind == "value":
            self.draw_value(promise)
            return
        days = {"from": str(self.calendar.earlier[0]), "to": str(self.calendar.earlier[1])}
        expression = Picker(dice, False, []).condition() or column("local")
        if kind == "measure":
            assert promise.own.measure
            expression = times(promise.own.measure.columns[0], Fraction("0.5"))
        keys: dict[str, Any] = {
            "of": {"of": dice.choice(["homes", "earlier"])}, "previous": {"period": "previous"},
            "of then": {"of": "earlier", "period": days}, "days": {"period": days},
            "measure": {"measure": expression.text},
            "where": {dice.choice(["where", "among"]): expression.text}}[kind]
        counts = {name: self.replaced(promise, count, keys, expression)
                  for name, count in promise.counts.items()}
        promise.baseline = Baseline(keys, counts)
        self.count_years(promise)

    def draw_value(self, promise: Promise) -> None:
        """A baseline that is known from elsewhere; its line is drawn later."""
        years = self.dice.choice([1, 2, 3])
        last = promise.own.days[1] if promise.own.days else self.calendar.as_of
        day = (last + DAY).replace(year=(last + DAY).year - years) - DAY
        promise.baseline = Baseline({"date": str(day)}, {}, Fraction(0), years)

    def replaced(self, promise: Promise, count: Count, keys: dict[str, Any],
                 expression: Expression) -> Count:
        """What is counted, as the baseline counts it. A part with a table or a period of its own
        keeps it."""
        result = replace(count)
        whole = promise.own
        if "of" in keys and count.of == whole.of:
            result.of = keys["of"]
            self.date(result, None)
        if "period" in keys and count.rule == whole.rule and result.days:
            is_before = keys["period"] == "previous"
            result.days = (self.calendar.year_before(count.rule) if is_before
                           else self.calendar.earlier)
        for name in ("where", "among", "measure"):
            if name in keys:
                setattr(result, name, expression)
        return result

    def count_years(self, promise: Promise) -> None:
        """The whole years between the baseline and what is judged."""
        assert promise.baseline
        base = promise.baseline.counts.get("own")
        if promise.check == "ratio" or not base or not base.days or not promise.own.days:
            return
        end, start = promise.own.days[1] + DAY, base.days[1] + DAY
        if (end.month, end.day) == (start.month, start.day):
            promise.baseline.years = max(0, end.year - start.year)


def one_row(institution: Institution, dice: Dice) -> Expression | None:
    """A condition that just one row of the ledger fulfils."""
    rows = institution.tables["spend"].rows
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
