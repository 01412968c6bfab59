"""Goes through the rows of a promise one by one and works out what a report has to say."""

from fractions import Fraction

from .arithmetic import bounds, shown, verdict
from .promises import YEAR


def pairs(form, amount, counts, holds):
    """What a row may add to numerator and denominator, given what is known of it."""
    result = []
    for is_in in [True, False] if counts is None else [counts]:
        for good in [True, False] if holds is None else [holds]:
            if form == "share":
                result.append((amount if good else 0, amount) if is_in else (0, 0))
            elif form == "every":
                result.append((1 if is_in and not good else 0, 0))
            else:
                step = 1 if form == "mean" else 0
                result.append((amount, step) if is_in and good else (0, 0))
    return sorted(set(result))


class Count:
    """The rows of one promise, or of one department, added up."""

    def __init__(self, promise):
        self.promise = promise
        self.sure = [0, 1 if promise.form in ("total", "count", "every") else 0]
        self.denominator = 0
        self.open = []
        self.unknown = 0
        self.rows = 0
        self.left_out = {}

    def add(self, row, is_sure):
        """Takes a row; `is_sure` is false where it may belong to another department."""
        promise = self.promise
        if not YEAR[0] <= row["day"] <= YEAR[1]:
            return
        counts = promise.among(row)
        if counts is False:
            return
        if row.get("category") in promise.left_out:
            return self.leave_out(promise.left_out[row["category"]])
        holds = promise.where(row)
        if holds is None and promise.drops_unknown:
            return self.leave_out("unknown where")
        if holds is False and promise.form not in ("share", "every"):
            return
        counts = counts if is_sure else None
        amount = row["amount"] if promise.by_value else 1
        self.take(pairs(promise.form, amount, counts, holds), amount)

    def take(self, options, amount):
        self.rows += 1
        # A row whose condition alone is unknown is in the denominator either way.
        self.denominator += options[0][1] if len({pair[1] for pair in options}) == 1 else 0
        if len(options) == 1:
            self.sure = [a + b for a, b in zip(self.sure, options[0])]
            return
        self.open.append(options)
        self.unknown += amount

    def leave_out(self, reason):
        self.left_out[reason] = self.left_out.get(reason, 0) + 1

    def expected(self):
        """The finding as the report must have it."""
        promise = self.promise
        low, high = bounds(self.sure, self.open)
        digits, target = promise.digits, promise.target
        denominator = {"share": self.denominator, "mean": self.denominator, "every": self.rows}
        return {
            "verdict": verdict(low, high, target), "check": promise.form,
            "enforcement": promise.level, "numerator": self.sure[0],
            "denominator": denominator.get(promise.form), "unknown": self.unknown,
            "rows": self.rows, "unknown_rows": len(self.open), "left_out": self.left_out,
            "lower": shown(low, digits, "down", target), "upper": shown(high, digits, "up", target),
            "value": shown(low, digits, "even", target) if low == high else None}

    def passes_with(self, extra):
        """Whether the promise would be kept with one more known row, given as a pair."""
        sure = [a + b for a, b in zip(self.sure, extra)]
        return verdict(*bounds(sure, self.open), self.promise.target) == "pass"

    def distance_problems(self, headroom, shortfall):
        """What is wrong with the reported distances: each must be the last that holds."""
        is_share, is_floor = self.promise.form == "share", self.promise.target[0] == ">="
        step = Fraction(1, 100) if self.promise.by_value else 1
        outcome = self.expected()["verdict"]
        if (headroom is None) == (is_share and outcome == "pass"):
            yield f"headroom is {headroom} although the verdict is {outcome}"
        wants_shortfall = is_floor and self.promise.form != "mean" and outcome == "fail"
        if (shortfall is None) == wants_shortfall:
            yield f"shortfall is {shortfall} although the verdict is {outcome}"

        def with_row(size, inside):
            return self.passes_with((size if inside else 0, size if is_share else 0))

        if headroom is not None:
            inside = not is_floor
            if not with_row(headroom, inside) or with_row(headroom + step, inside):
                yield f"headroom {headroom} is not the most that leaves a pass"
        if shortfall is not None and (
                not with_row(shortfall, True) or with_row(shortfall - step, True)):
            yield f"shortfall {shortfall} is not the least that makes a pass"


def counts_by_group(promise, data):
    """The rows added up, by group; the group of a promise without groups is None."""
    rows = getattr(data, promise.table)
    if not promise.by_department:
        count = Count(promise)
        for row in rows:
            count.add(row, True)
        return {None: count}
    # A department is met where one of its rows is judged, so payroll alone names none.
    judged = [row for row in rows if YEAR[0] <= row["day"] <= YEAR[1]
              and promise.among(row) is not False]
    counts = {name: Count(promise) for name in {row["department"] for row in judged} - {None}}
    for row in judged:
        for name, count in counts.items():
            if row["department"] in (None, name):
                count.add(row, row["department"] == name)
    return counts
