"""Exact bounds, found row by row rather than class by class, and numbers as reports write them."""

import math
from decimal import Decimal
from fractions import Fraction


def extreme(sure, open_rows, sign):
    """The greatest (sign 1) or least (sign -1) quotient that the open rows allow.

    `sure` is a pair of numerator and denominator, each open row a list of such pairs of which one
    is the truth. A quotient is improved until no row wants to change its pair (Dinkelbach).
    """
    line = None
    while True:
        top, bottom = sure
        for pairs in open_rows:
            pair = pairs[0] if line is None else max(
                pairs, key=lambda pair: sign * (pair[0] - line * pair[1]))
            top, bottom = top + pair[0], bottom + pair[1]
        value = Fraction(top, bottom)
        if value == line:
            return value
        line = value


def bounds(sure, open_rows):
    """The least and greatest quotient; None where one could divide by zero or less."""
    if sure[1] + sum(min(pair[1] for pair in pairs) for pairs in open_rows) <= 0:
        return None
    return extreme(sure, open_rows, -1), extreme(sure, open_rows, 1)


def reached(value, target):
    """Whether a value lies on the good side of (comparator, number)."""
    comparator, line = target
    return value >= line if comparator == ">=" else value <= line


def verdict(low, high, target):
    """What follows from bounds: both ends have to agree."""
    ends = {reached(low, target), reached(high, target)}
    return "indeterminate" if len(ends) == 2 else "pass" if True in ends else "fail"


def shown(value, digits, rounding, target):
    """A number at so many digits, or at as many more as keep it on its side of the target."""
    while True:
        scaled = value * 10**digits
        whole = {"down": math.floor, "up": math.ceil, "even": round}[rounding](scaled)
        result = Decimal(whole).scaleb(-digits)
        if reached(Fraction(result), target) == reached(value, target):
            return result
        digits += 1
