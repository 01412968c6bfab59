"""How figures are written, and what they are made of."""

import os
from collections import defaultdict
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate

from read import csv_rows

FIGURES = {}
ROOT = ""


def figure(pack):
    """Notes a function as the figure of a pack that has its name."""
    def note(function):
        FIGURES.setdefault(pack, {})[function.__name__] = function
        return function
    return note


def path_of(name):
    """Where a file of the data is."""
    return os.path.join(ROOT, name)


def text(number):
    number = Fraction(number)
    return str(Context(prec=34).divide(Decimal(number.numerator), Decimal(number.denominator)))


def between(lower, upper, **more):
    return {"lower": text(lower), "upper": text(upper), **more}


def exactly(number, **more):
    return between(number, number, **more)


@lru_cache
def table(path):
    """The rows of a CSV file, each a mapping of its filled cells."""
    (_, headers), *rows = csv_rows(path_of(path))[0]
    return [{h.strip(): c.strip() for h, c in zip(headers, row) if c.strip()} for _, row in rows]


def nth(known, places, unknown=0):
    """The mean of the numbers at some places, from 1, behind so many that are unknown."""
    known = sorted(known)
    return sum(Fraction(known[place - 1 - unknown]) for place in places) / len(places)


def median(known, unknown=0):
    """The number in the middle; with some unknown, the least and the greatest that it may be."""
    count = len(known) + unknown
    middle = [(count + 1) // 2, count // 2 + 1]
    return between(nth(known, middle, unknown), nth(known, middle))


def quantile(known, part, unknown=0):
    """The number at a rank, rounded up."""
    place = [-(-part * (len(known) + unknown) // 1)]
    return between(nth(known, place, unknown), nth(known, place))


def different(values):
    """How many different values there are; each that is unknown may be one more."""
    values = list(values)
    known = {value for value in values if value is not None}
    return between(len(known), len(known) + values.count(None))


def repeated(values):
    """How many rows repeat the value of another; each that is unknown may do so as well."""
    values = list(values)
    known = [value for value in values if value is not None]
    least = len(known) - len(set(known))
    return between(least, least + len(values) - len(known))


def sums(rows, key, measure):
    """What each key has above zero, largest first."""
    found = defaultdict(Fraction)
    for row in rows:
        found[row[key]] += Fraction(row[measure])
    return sorted((value for value in found.values() if value > 0), reverse=True)


def index(of):
    return sum(value ** 2 for value in of) / sum(of) ** 2


def top(of, count):
    return sum(of[:count]) / sum(of)


def pareto(of, part):
    """How many of the largest make up a part."""
    line = part * sum(of)
    return next(count for count, found in enumerate(accumulate(of), start=1) if found >= line)


def difference(rates):
    return max(rates) - min(rates)
