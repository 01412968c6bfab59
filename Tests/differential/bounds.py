"""What a measurement can be at the least and at the most, however the unknown rows turn out.

`sure` is a pair of numerator and denominator; each open set is a list of pairs of which one is
the truth for all its rows.
"""

from fractions import Fraction


def quotients(sure, open_sets):
    """The least and greatest quotient; None where one could divide by zero or less."""
    if least_denominator(sure, open_sets) <= 0:
        return None
    return extreme(sure, open_sets, min), extreme(sure, open_sets, max)


def least_denominator(sure, open_sets):
    """The smallest number that could be divided by."""
    return sure[1] + sum(min(pair[1] for pair in pairs) for pairs in open_sets)


def extreme(sure, open_sets, best):
    """A quotient that is improved until no set wants another pair (Dinkelbach's method)."""
    line = Fraction(sure[0] + sum(pairs[0][0] for pairs in open_sets)) / (
        sure[1] + sum(pairs[0][1] for pairs in open_sets))
    while True:
        top, bottom = sure
        for pairs in open_sets:
            pair = best(pairs, key=lambda pair: pair[0] - line * pair[1])
            top, bottom = top + pair[0], bottom + pair[1]
        value = Fraction(top) / bottom
        if value == line:
            return value
        line = value


def means(sure, values):
    """The least and greatest mean where rows of these values, with their numbers, may count."""
    if sure[1] <= 0:
        return None
    ends = []
    for order, better in [(1, lambda value, mean: value < mean),
                          (-1, lambda value, mean: value > mean)]:
        top, rows = sure
        for value, number in sorted(values, key=lambda item: order * item[0]):
            if not better(value * rows, top):
                break
            top, rows = top + value * number, rows + number
        ends.append(Fraction(top) / rows)
    return tuple(ends)


def reach(sure, open_sets, line):
    """The least and greatest of numerator less `line` times denominator."""
    def excess(pair):
        return pair[0] - line * pair[1]

    least = excess(sure) + sum(min(map(excess, pairs)) for pairs in open_sets)
    most = excess(sure) + sum(max(map(excess, pairs)) for pairs in open_sets)
    return least, most
