"""The rows that a report shows: those in breach or without measure, and those that would settle
a verdict."""

from collections import Counter, namedtuple
from decimal import Decimal
from fractions import Fraction

from counts import as_decimal, names_of, questions
from slices import Line, range_of

Witness = namedtuple("Witness", "key line")


def lines_of(expectation, group):
    """Every row that counts or may count for a group, as a line of its own."""
    world, promise, lens = expectation.world, expectation.promise, expectation.lens
    scale = promise.measure.scale if promise.measure else 0
    answers = lens.book.answer(questions(world, promise, lens, expectation.ends))
    for key, row in zip(lens.book.keys, answers):
        fate, time, own, possible, condition, measure, bits, _, _ = row
        if fate != "counts" or time in (None, "out") or own not in (None, group):
            continue
        unknown = set(names_of(bits, lens))
        unknown |= set(world.dates) if time == "open" else set()
        unknown |= {promise.per} if own is None else set()
        is_sure = time == "in" and own == group and not possible
        name = {True: "holds", False: "fails", None: "unknown"}[condition]
        total = None if measure is None else as_decimal(measure, scale)
        sign = 0 if not measure else (1 if measure > 0 else -1)
        if name == "fails" and promise.check not in ("share", "every"):
            continue
        membership = "certain" if is_sure else "possible"
        yield Witness(key, Line(membership, name, sign, 1, total, unknown))


def order(witness):
    """Heavier rows first, then by key."""
    return -abs(witness.line.total or 0), witness.key.encode()


def shown(expectation, finding, group):
    """The rows that a finding shows in any case."""
    measured = finding["measured"]
    rows = moved(expectation, measured, group)
    if measured.check == "every":
        rows = [row for row in rows if (row.line.membership, row.line.condition)
                == ("certain", "fails")]
    else:
        rows = [row for row in rows if row.line.total is None
                and not range_of(expectation.promise, expectation.lens)
                or row.line.total is None and measured.check == "mean"]
    return sorted(rows, key=order)[:20]


def moved(expectation, measured, group):
    """The rows after `missing` had its say."""
    move = measured.moved(expectation.missing)
    rows = [Witness(row.key, move(row.line)) for row in lines_of(expectation, group)]
    return [row for row in rows if row.line]


def settlement(expectation, finding, group, is_pass):
    """The fewest rows that would settle a verdict one way; None where twenty are too few."""
    measured, target = finding["measured"], expectation.target
    if target.is_floor is None:
        return None
    line, is_lower = target.line[0], target.is_floor == is_pass
    rows = [row for row in moved(expectation, measured, group)
            if row.line.total is not None and measured.is_open(row.line)]
    if measured.check == "mean" and hides_some(rows):
        return None
    gains = sorted(((gain(measured, row.line, line), row) for row in rows),
                   key=lambda item: (-item[0], order(item[1])))
    gap, chosen = finding["reach"][0 if is_lower else 1], []
    for amount, row in gains:
        if is_settled(gap, is_lower, is_pass, target):
            break
        if len(chosen) == 20 or amount <= 0:
            return None
        gap += amount if is_lower else -amount
        chosen.append(row)
    return chosen if chosen and is_settled(gap, is_lower, is_pass, target) else None


def hides_some(rows):
    """Whether a class has more rows than are shown."""
    classes = Counter((row.line.membership, row.line.condition, row.line.sign) for row in rows)
    return any(number > 20 for number in classes.values())


def gain(measured, row, line):
    """How far what is unknown of a row can move the excess over the line."""
    ends = [Fraction(top) - Fraction(below) * line
            for top, below in measured.pairs(row, Decimal(row.total))]
    return max(ends) - min(ends)


def is_settled(gap, is_lower, is_pass, target):
    """Whether no assignment can lead to the other side of the line."""
    gap = gap if is_lower else -gap
    return gap > 0 if is_pass == (target.comparison in (">", "<")) else gap >= 0
