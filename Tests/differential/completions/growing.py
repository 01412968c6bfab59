"""Random commitments over an institution."""

from __future__ import annotations

import copy
import functools
from fractions import Fraction
from typing import Callable

from completions.baselines import BaselineGrower
from completions.conditions import both, column, negation
from completions.counting import Count
from completions.counts import unit_of
from completions.promises import Member, Promise
from completions.tables import TEXTS

SHARP = ("distinct", "unique", "coverage", "median", "quantile", "total", "count", "share")
SINGLE = ["share", "share", "total", "total", "count", "mean", "median", "median", "quantile",
          "quantile", "distinct", "distinct", "unique", "coverage", "coverage", "concentration",
          "concentration", "figure", "value"]
MADE = ["ratio", "ratio", "growth", "growth", "gap", "gap", "multiplier"]
# What can be held against a baseline that is drawn on, and what grows.
MEASURED = ("share", "total", "count", "mean", "distinct", "median")


class Grower(BaselineGrower):
    """Makes up commitments."""

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
