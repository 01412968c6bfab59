"""What the report should say of a promise: a finding for each group."""

import witnesses
from counts import count
from distances import Distances
from figures import Target, shown
from measuring import Measured, total
from periods import period
from promises import is_money
from slices import slice_of


class Expectation(Distances):
    """The findings of a promise, seen through a lens."""

    def __init__(self, base, world, promise, lens, faults=0, missing=None, is_variant=False):
        self.base, self.world, self.promise, self.lens = base, world, promise, lens
        self.missing, self.is_variant = missing or promise.missing, is_variant
        self.ends = period(world, promise.period)
        self.target = Target(promise)
        self.faults, self.rows, self.found = faults, [], []
        self.found = self.judge()

    def judge(self):
        """The findings by group, with the days that they are about."""
        findings = self.judge_rows()
        first, last, is_running = self.ends
        for finding in findings:
            if finding["verdict"] != "error":
                finding["period"] = {"from": first and str(first), "to": str(last),
                                     "provisional": is_running}
            is_early = finding["verdict"] == "fail" and self.promise.due and (
                self.world.as_of < self.promise.due)
            finding["enforcement"] = {
                "check": "report" if is_early else self.promise.enforcement or "block"}
        return findings

    def judge_rows(self):
        """The findings by group; the group is None where there are none."""
        if self.faults:
            return [self.error(self.faults)]
        self.rows, errors = count(self.world, self.promise, self.lens, self.ends)
        # Rows that fail in a variant alone are passed over.
        if errors and not self.is_variant:
            return [self.error(errors)]
        day = self.world.snapshot
        if day and (day > self.world.as_of or self.promise.period and not self.is_timely(day)):
            return [{"group": None, "verdict": "indeterminate", "measurement": None}]
        if self.promise.per is None:
            return [self.finding("")]
        groups = self.groups()
        listed = groups if self.promise.groups is None else self.promise.groups
        if set(groups) - set(listed):
            return [self.error(1)]
        return [self.finding(group) if group in groups else
                {"group": group, "verdict": "indeterminate", "measurement": None}
                for group in listed] or [self.finding("")]

    def error(self, number):
        return {"group": None, "verdict": "error", "measurement": None, "errors": number}

    def is_timely(self, day):
        return (self.ends[0] is None or self.ends[0] <= day) and day <= self.ends[1]

    def groups(self):
        """The groups that have a row in the period which counts or may count."""
        found = {kind.group for kind, _, _ in self.rows
                 if kind.fate == "counts" and kind.time != "out" and kind.group is not None}
        return sorted(found, key=lambda text: text.encode())

    def finding(self, group):
        """The finding of a group, or of all rows."""
        rows = slice_of(self.rows, group, self.promise, self.lens)
        measured = Measured(self.promise, self.lens, rows, self.missing)
        result = {"group": group or None, "measurement": self.told(rows, measured),
                  "headroom": None, "shortfall": None, "rows": rows, "measured": measured}
        result["verdict"], result["cause"] = self.verdict(measured)
        if result["cause"] is None:
            self.add_distances(result, measured)
        if not self.is_variant:
            self.add_rows(result, group)
        return result

    def add_rows(self, finding, group):
        """The rows that the report shows, each as its key, measure and unknown columns."""
        finding["rows_shown"] = self.rows_told(witnesses.shown(self, finding, group))
        for way in ("pass", "fail"):
            rows = None
            if finding["cause"] is None and finding["verdict"] == "indeterminate":
                rows = witnesses.settlement(self, finding, group, way == "pass")
            finding[f"{way}_rows"] = None if rows is None else len(rows)
            finding[way] = self.rows_told(rows or [])

    def rows_told(self, rows):
        """Rows as the report has them."""
        has_measure = self.promise.measure is not None
        return [(row.key, self.world.digests[row.key], row.line.total if has_measure else None,
                 sorted(row.line.unknown)) for row in rows]

    def told(self, rows, measured):
        """The measurement as the report has it."""
        result = {name: getattr(measured, name) for name in (
            "numerator", "denominator", "unknown", "rows", "unknown_rows")}
        result["credit_notes"] = measured.has_credits
        left_out = dict(rows.left_out)
        if self.promise.missing == "exclude":
            dropped = [line for line in rows.lines if line.condition == "unknown"]
            if dropped:
                left_out["unknown where"] = sum(line.rows for line in dropped), total(dropped)
        for name, sums in [("left_out", left_out), ("unmatched", rows.unmatched)]:
            result[name] = {key: number for key, (number, _) in sums.items()}
            result[f"{name}_sum"] = {key: amount for key, (_, amount) in sums.items()}
        result["outside_period"] = rows.outside if self.world.mode == "dated" else 0
        result["unknown_columns"] = self.unknown_columns(rows)
        return result | self.values(measured)

    def unknown_columns(self, rows):
        """For want of which columns rows are uncertain, as far as that can move the value."""
        result = {}
        settled = {"share": None, "every": "holds"}.get(self.promise.check, "fails")
        for line in rows.lines:
            is_dealt_with = (line.condition == "unknown" and line.membership == "certain"
                             and self.promise.missing != "unknown")
            if line.condition != settled and not is_dealt_with:
                for name in line.unknown:
                    result[name] = result.get(name, 0) + line.rows
        return result

    def values(self, measured):
        """Value and bounds, rounded as the report rounds them."""
        digits = {"share": 4, "count": 0, "every": 0}.get(
            self.promise.check, 2 if self.is_money() else 4)
        is_sum = self.promise.check in ("total", "count")

        def number(value, end):
            return None if value is None else shown(value, digits, end, self.target, is_sum)

        low, high = measured.bounds or (None, None)
        return {"lower": number(low, "low"), "upper": number(high, "high"),
                "value": number(low if low == high else None, "value"),
                "known_rows_only": number(measured.known_rows_only, "value")}

    def is_money(self):
        return self.promise.measure is not None and is_money(self.world, self.promise)

    def verdict(self, measured):
        """The verdict, and why it is none or does not rest on the bounds."""
        if self.absent_text():
            return "indeterminate", "text"
        if measured.certain == 0:
            if self.promise.may_be_empty and measured.selected == 0:
                return "not_applicable", "empty"
            return "indeterminate", "nothing"
        if measured.bounds is None:
            return "indeterminate", "unbounded"
        low, high = measured.bounds
        verdict = self.target.verdict(low, high)
        if self.ends[2]:
            may_grow = verdict == "fail" and self.promise.check in ("total", "count") and (
                not self.target.is_above(high))
            if may_grow or verdict == "pass" and self.promise.enforcement in (None, "block"):
                return "indeterminate", "provisional"
        return verdict, None

    def absent_text(self):
        """Whether a condition compares a column with a text that it never holds."""
        parts = self.promise.parts + ([self.world.keep] if self.world.keep else [])
        for name, text in sorted({pair for part in parts for pair in part.literals()}):
            column = self.lens.by_name[name]
            if column.kind == "choice" or text in column.declared_texts:
                continue
            if not self.is_held(name, text):
                return True
        return False

    def is_held(self, name, text):
        """Whether a column holds a text, in a row that is judged or in a table referred to."""
        if "." not in name:
            return text in self.base.texts("judged", name)
        reference, column = name.split(".")
        return text in self.base.texts(self.world.references[reference][0], column)
