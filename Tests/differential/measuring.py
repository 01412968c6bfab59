"""Adds the rows of a promise up, group by group, into what a report has to say of them."""

from decimal import Decimal
from fractions import Fraction

import bounds
from slices import Line, has_range, range_of


class Measured:
    """The measurement of a slice."""

    def __init__(self, promise, lens, rows, missing):
        self.promise, self.check = promise, promise.check
        self.is_quotient = self.check == "share"
        self.range = range_of(promise, lens) if has_range(promise, lens) else None
        self.lines = [line for line in map(self.moved(missing), rows.lines) if line]
        self.bounds = self.known_rows_only = None
        self.sure, self.open = [Decimal(0), Decimal(0 if self.is_quotient else 1)], []
        self.add_up()

    def moved(self, missing):
        """What `missing` makes of rows whose condition is unknown."""
        is_floor = self.promise.comparison in (">=", ">") or self.check == "every"

        def move(line):
            if line.condition != "unknown" or missing == "unknown":
                return line
            if missing == "exclude":
                return None
            if line.total is None or line.sign == 0:
                return line
            condition = "holds" if (line.sign < 0) == is_floor else "fails"
            return Line(line.membership, condition, line.sign, line.rows, line.total,
                        line.unknown, line.value)

        return move

    def pairs(self, line, amount):
        """What rows of a kind can add to numerator and denominator."""
        zero, result = Decimal(0), []
        for counts in [True, False] if line.membership == "possible" else [True]:
            for holds in [True, False] if line.condition == "unknown" else [
                    line.condition == "holds"]:
                if self.check == "share":
                    pair = (amount if holds else zero, amount) if counts else (zero, zero)
                elif self.check == "every":
                    pair = (amount if counts and not holds else zero, zero)
                elif self.check == "mean":
                    pair = (amount, line.rows) if counts and holds else (zero, 0)
                else:
                    pair = (amount if counts and holds else zero, zero)
                if pair not in result:
                    result.append(pair)
        return result

    def is_open(self, line):
        """Whether what is unknown of the rows can move the value."""
        probe = Line(line.membership, line.condition, 1, 1, Decimal(1), set())
        return len(self.pairs(probe, Decimal(1))) > 1

    def counts(self, line):
        return self.is_quotient or self.check == "every" or line.condition != "fails"

    def add_up(self):
        """Works out everything that the report tells of the rows."""
        own = [line for line in self.lines if self.counts(line)]
        certain = [line for line in self.lines if line.membership == "certain"]
        loose = [line for line in own if line.total is None or self.is_open(line)]
        blind = [line for line in own if line.total is None and not self.range]
        self.rows = sum(line.rows for line in own)
        self.unknown_rows = sum(line.rows for line in loose)
        self.unknown = total(loose)
        self.selected = sum(line.rows for line in self.lines)
        self.certain = sum(line.rows for line in certain)
        self.has_credits = self.check != "every" and any(line.sign < 0 for line in self.lines)
        fixed = [line for line in certain if not self.is_open(line)]
        held = [line for line in fixed if (line.condition == "holds") != (self.check == "every")]
        self.numerator = total(held)
        self.denominator = {
            "share": total(certain), "every": Decimal(self.rows),
            "mean": Decimal(sum(line.rows for line in held if line.total is not None)),
        }.get(self.check)
        if not blind:
            self.bound(held)

    def bound(self, held):
        """The bounds, and the value with every unknown row left out."""
        if self.check == "mean":
            self.sure = [self.numerator, self.denominator]
            loose = [line for line in self.lines
                     if line.condition != "fails" and self.is_open(line)]
            self.open = [[(Decimal(0), 0), (line.total, line.rows)] for line in loose]
            self.bounds = bounds.means(as_fractions(self.sure), [
                (Fraction(line.total) / line.rows, line.rows) for line in loose])
            if self.bounds:
                self.known_rows_only = Fraction(self.numerator) / Fraction(self.denominator)
            return
        for line in self.lines:
            if line.total is None:
                if self.counts(line):
                    self.open.append([pair for end in self.range
                                      for pair in self.pairs(line, end * line.rows)])
            elif self.is_open(line):
                self.open.append(self.pairs(line, line.total))
            else:
                pair = self.pairs(line, line.total)[0]
                self.sure = [one + other for one, other in zip(self.sure, pair)]
        open_sets = [[as_fractions(pair) for pair in pairs] for pairs in self.open]
        self.bounds = bounds.quotients(as_fractions(self.sure), open_sets)
        self.known_rows_only = self.only_known()

    def only_known(self):
        """The value of the rows of which everything is known."""
        known = [line for line in self.lines if line.membership == "certain"
                 and line.condition != "unknown" and line.total is not None]
        top = sum((self.pairs(line, line.total)[0][0] for line in known), Decimal(0))
        below = sum((line.total for line in known), Decimal(0)) if self.is_quotient else Decimal(1)
        return Fraction(top) / Fraction(below) if below > 0 else None


def total(lines):
    """The sum of the measures that are known."""
    return sum((line.total for line in lines if line.total is not None), Decimal(0))


def as_fractions(pair):
    return [Fraction(item) for item in pair]
