"""How far rows are from another verdict."""

from decimal import Decimal
from fractions import Fraction

import bounds
from figures import rounded


class Distances:
    """Headroom and shortfall of a promise; for a class that knows the promise and its target."""

    def add_distances(self, finding, measured):
        """How far the rows are from another verdict."""
        if self.target.is_floor is None:
            return
        line = self.target.line[0]
        finding["reach"] = bounds.reach(
            [Fraction(item) for item in measured.sure],
            [[tuple(map(Fraction, pair)) for pair in pairs] for pairs in measured.open], line)
        least, most = finding["reach"]
        check, is_floor = self.promise.check, self.target.is_floor
        if finding["verdict"] == "pass":
            room = None
            if check == "share" and is_floor and line > 0:
                room = least / line
            elif check == "share" and not is_floor and line < 1:
                room = -most / (1 - line)
            elif check in ("total", "count") and not is_floor:
                room = -most
            finding["headroom"] = self.distance(measured, room, "low")
        if finding["verdict"] == "fail" and is_floor:
            short = None
            if check == "share" and line < 1:
                short = -least / (1 - line)
            elif check in ("total", "count"):
                short = -least
            finding["shortfall"] = self.distance(measured, short, "high")

    def distance(self, measured, value, end):
        """A distance in the digits of the amounts; a strict line itself is not reached."""
        if value is None:
            return None
        digits = self.digits(measured)
        result = rounded(value, digits, end)
        step = Decimal(1).scaleb(-digits)
        if self.target.comparison in (">", "<") and Fraction(result) == value:
            result += step if end == "high" else -step
        return result

    def digits(self, measured):
        """The decimals of the amounts behind a measurement; two at least of money."""
        if self.promise.measure is None:
            return 0
        amounts = [measured.numerator, measured.unknown, measured.denominator or Decimal(0)]
        amounts += [top for pairs in measured.open for top, _ in pairs]
        is_money = self.promise.check != "share" and self.is_money()
        return max([2 if is_money else 0] + [-Decimal(item).as_tuple().exponent
                                             for item in amounts])
