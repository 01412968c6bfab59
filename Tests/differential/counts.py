"""Asks the database what becomes of each row, and how many rows and measures come to the same."""

from collections import namedtuple
from decimal import Decimal, getcontext

# Sums are exact: no number here has more digits.
getcontext().prec = 100

# What some rows have in common. `time` and `group` say whether and where a row belongs, `possible`
# and `condition` what is known of it; `value` is the measure where single values count.
Kind = namedtuple("Kind", "fate time group possible condition sign unknown lost value scale")
Rows = namedtuple("Rows", "kind rows total")


def period_test(world, ends):
    """Whether a row is of the period: `in`, `out` or `open`, in SQL; NULL where not in force."""
    if world.mode == "dated":
        first = f"\"paid_on\" >= DATE '{ends[0]}'" if ends[0] else "true"
        return (f"CASE WHEN \"paid_on\" IS NULL THEN 'open' WHEN {first} AND "
                f"\"paid_on\" <= DATE '{ends[1]}' THEN 'in' ELSE 'out' END")
    if world.mode != "register":
        return "'in'"
    day = f"DATE '{min(ends[1], world.as_of)}'"
    last = f'"ended_on" >= {day}'
    if world.blank_to == "open":
        last = f"({last} OR \"ended_on\" IS NULL)"
    force = f'("paid_on" <= {day} AND {last})'
    return f"CASE WHEN {force} THEN 'in' WHEN NOT {force} THEN NULL ELSE 'open' END"


def questions(world, promise, lens, ends):
    """What is asked of each row: its fate, and all that is known of it."""
    names = reads(world, promise)
    first = [part for part in (world.keep, promise.among) if part]
    exclusions = [item for item in promise.leave_out if item[0] != lens.kept_in]
    doubts = first + [node for _, node in exclusions]
    among, rest = excluded(lens, names, promise)
    fate = "CASE WHEN false THEN '' " + "".join(
        [f"WHEN {test} THEN {reason} " for test, reason in among]
        + [f"WHEN {part.value(lens)} = false THEN 'passed' " for part in first]
        + [f"WHEN {test} THEN {reason} " for test, reason in rest]
        + [f"WHEN {node.value(lens)} THEN '={name}' " for name, node in exclusions])
    condition, measure = promise.condition, promise.measure
    possible = " OR ".join(f"{part.value(lens)} IS NULL" for part in doubts) or "false"
    causes = " | ".join(part.causes(lens) for part in doubts + [condition] if part) or "0"
    return (
        f"{fate} ELSE 'counts' END", period_test(world, ends),
        lens.column(promise.per) if promise.per else "''", possible,
        condition.value(lens) if condition else "true",
        measure.value(lens) if measure else "1::HUGEINT", causes, lost(world, names),
        f"coalesce({measure.failure(lens) if measure else 'false'}, false)")


def lost(world, names):
    """The references that a promise uses and that lead nowhere, in one text."""
    used = [name for name in world.references
            if any(item.startswith(name + ".") for item in names)]
    return " || ".join(f"CASE WHEN \"{name}__leads\" THEN '' ELSE '{name} ' END"
                       for name in used) or "''"


def reads(world, promise):
    """The columns that a commitment reads, as the report counts them."""
    parts = promise.parts + ([world.keep] if world.keep else [])
    return {name for part in parts for name in part.columns()} | (
        {promise.per} if promise.per else set())


def excluded(lens, names, promise):
    """Tests for blanks that leave a row out: those looked at before `among`, and the others."""
    order = list(lens.bits)
    measured = promise.measure.columns() if promise.measure else set()
    first = []
    for part in (lens.world.keep, promise.among):
        first += sorted(part.columns(), key=order.index) if part else []
    rest = sorted(names - set(first), key=order.index)

    def tests(columns):
        result = []
        for name in columns:
            test = lens.excludes(name)
            if test:
                reason = "measure" if name in measured else name
                result.append((test, f"'=blank {reason}'"))
        return result

    return tests(first), tests(rest)


def count(world, promise, lens, ends):
    """Rows and sums by kind, and how many rows could not be evaluated."""
    scale = promise.measure.scale if promise.measure else 0
    is_by_value = promise.check == "mean"
    found, errors = {}, 0
    rows = lens.book.answer(questions(world, promise, lens, ends))
    for *kind, measure, unknown, lost_in, fails in rows:
        fate, time, _, _, condition = kind
        if fate == "passed" or time is None:
            continue
        counts = fate == "counts"
        is_measured = promise.check in ("share", "every") or condition is not False
        if counts and is_measured and fails:
            errors += 1
            continue
        if counts and not is_measured:
            measure, lost_in = 0, ""
        key = Kind(*kind, sign(measure), unknown, lost_in, measure if is_by_value else None,
                   scale if is_measured or not counts else 0)
        number, total = found.get(key, (0, 0))
        found[key] = number + 1, total + (measure or 0)
    result = []
    for kind, (number, total) in found.items():
        amount = None if kind.sign is None else as_decimal(total, kind.scale)
        result.append(Rows(kind, number, amount))
    return result, errors


def sign(number):
    """Which way a number points; None where it is unknown."""
    return None if number is None else (number > 0) - (number < 0)


def as_decimal(coefficient, scale):
    """An exact number with so many decimals."""
    return Decimal(coefficient).scaleb(-scale)


def names_of(bits, lens):
    """The columns whose bits are set."""
    return [name for name, bit in lens.bits.items() if bits & bit]
