"""The days that a promise is judged over."""

import datetime

DAY = datetime.timedelta(1)


def period(world, rule):
    """The first and the last day, and whether the period still runs."""
    as_of = world.as_of
    if rule is None:
        return None, as_of, False
    if isinstance(rule, tuple):
        return rule[0], rule[1], rule[1] > as_of
    if rule == "fiscal_year":
        return year_before(last_start(as_of + DAY, *world.fiscal))
    if rule == "calendar_year":
        return year_before(last_start(as_of + DAY, 1, 1))
    if rule == "last_12_months":
        return year_before(month_start(as_of + DAY, world.fiscal[1]))
    start = last_start(as_of, *world.fiscal)
    return start, as_of, last_start(as_of + DAY, *world.fiscal) != as_of + DAY


def last_start(day, month, first):
    """The first day of the year that a day lies in, where years begin on some day."""
    start = datetime.date(day.year, month, first)
    return start if start <= day else start.replace(year=day.year - 1)


def month_start(day, first):
    """The first day of the month that a day lies in, where months begin on some day."""
    start = day.replace(day=first)
    if start <= day:
        return start
    return (day.replace(day=1) - DAY).replace(day=first)


def year_before(end):
    """The year that ends before a day."""
    return end.replace(year=end.year - 1), end - DAY, False
