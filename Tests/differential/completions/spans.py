"""The periods that commitments of a pack ask for."""

from __future__ import annotations

import datetime
from typing import Any

import periods
from completions.tables import DAY, Days
from dice import Dice


class Calendar:
    """What the rules of periods come to on the day of the run."""

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
        return bool(periods.period(self, rule)[2])

    def spans(self) -> list[Days]:
        """All spans of days that can be asked for."""
        found = [self.days(rule) for rule in self.rules] + [self.days(None), self.earlier]
        return found + [self.year_before(rule) for rule in self.rules]
