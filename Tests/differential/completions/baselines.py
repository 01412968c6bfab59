"""Random baselines: the same promise measured once more, or a number from elsewhere."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from completions.conditions import Expression, Picker, column, times
from completions.counting import Count
from completions.counts import CountGrower
from completions.promises import Baseline, Promise
from completions.tables import DAY


class BaselineGrower(CountGrower):
    """Makes up what commitments are held against."""

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
        written: dict[str, dict[str, Any]] = {
            "of": {"of": dice.choice(["homes", "earlier"])}, "previous": {"period": "previous"},
            "of then": {"of": "earlier", "period": days}, "days": {"period": days},
            "measure": {"measure": expression.text},
            "where": {dice.choice(["where", "among"]): expression.text}}
        keys = written[kind]
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
