"""Numbers as reports write them: rounded outward, and never across the target."""

import math
from decimal import Decimal
from fractions import Fraction


class Target:
    """The line that a measurement has to reach."""

    def __init__(self, promise):
        self.comparison = "<=" if promise.check == "every" else promise.comparison
        self.line = [Fraction(0)] if promise.check == "every" else promise.line
        self.is_floor = {">": True, ">=": True, "<": False, "<=": False}.get(self.comparison)

    def is_above(self, value):
        """Whether a value is past the lower end."""
        if self.comparison == ">":
            return value > self.line[0]
        return self.comparison in ("<", "<=") or value >= self.line[0]

    def is_below(self, value):
        """Whether a value is short of the upper end."""
        if self.comparison == "<":
            return value < self.line[0]
        return self.comparison in (">", ">=") or value <= self.line[-1]

    def verdict(self, low, high):
        """What follows from bounds: both ends have to agree."""
        if all(self.is_above(end) and self.is_below(end) for end in (low, high)):
            return "pass"
        return "fail" if not self.is_above(high) or not self.is_below(low) else "indeterminate"


def rounded(value, digits, end):
    """A number with so many digits."""
    to_whole = {"low": math.floor, "high": math.ceil, "value": round}[end]
    return Decimal(to_whole(value * 10**digits)).scaleb(-digits)


def shown(value, digits, end, target, is_sum):
    """A number as the report has it; a sum is told whole."""
    if is_sum:
        for scale in range(digits, 10):
            if rounded(value, scale, "value") == value:
                return rounded(value, scale, "value")
    for scale in range(digits, 39):
        result = rounded(value, scale, end)
        seen = Fraction(result)
        if (target.is_above(seen), target.is_below(seen)) == (
                target.is_above(value), target.is_below(value)):
            break
    return result
