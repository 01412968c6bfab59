"""What the whole report should say: findings, choices, and the data that was read."""

from functools import cache

from counts import questions, reads
from findings import Expectation
from lens import Book, Lens
from measuring import total
from periods import period
from summaries import Summaries


class Expected(Summaries):
    """Everything that is worked out for a world and a pack."""

    def __init__(self, base, world, pack):
        self.base, self.world, self.pack = base, world, pack
        self.findings, self.choices, self.book = [], {}, Book()
        for promise in pack.promises:
            for _, lenses in [("", [self.lens()]), *self.other_lenses(promise)]:
                for lens in lenses:
                    ends = period(world, promise.period)
                    self.book.ask(questions(world, promise, lens, ends))
        self.book.work_out(base)
        for promise in pack.promises:
            own = Expectation(base, world, promise, self.lens(), self.faults(promise))
            self.findings += [(promise, finding) for finding in own.found]
            self.add_choices(promise, own)
        self.add_tables_choices()

    def lens(self, **change):
        """The world as it is declared, or with a change."""
        return Lens(self.world, self.book, **change)

    def faults(self, promise):
        """How many cells that the promise needs cannot be read."""
        names = reads(self.world, promise) | set(self.world.dates)
        for name in list(names):
            if "." in name:
                table, by = self.world.references[name.split(".")[0]]
                names |= {by, f"{name.split('.')[0]}.{self.world.tables[table].key}"}
        return sum(self.broken(name) for name in names)

    @cache
    def broken(self, name):
        """How many cells of a column cannot be read."""
        reference, _, column = name.rpartition(".")
        table = self.world.references[reference][0] if reference else "spend"
        return sum(row[column].is_broken for row in self.world.tables[table].rows)

    def other_lenses(self, promise):
        """The choices behind a promise that can be made otherwise, and how."""
        for area in sorted({name for part in promise.parts for name in part.areas()}):
            yield f"areas.{area}", [
                self.lens(area=area, is_inside=is_inside) for is_inside in (True, False)]
        columns = dict(self.world.columns())
        for name in sorted(reads(self.world, promise)):
            if columns[name].blank != "unknown":
                yield self.blank_name(name), [self.lens(open_blank=name)]
        for name, _ in promise.leave_out:
            yield f"random/{promise.id}.leave_out.{name}", [self.lens(kept_in=name)]

    def add_choices(self, promise, own):
        """The choices behind a promise, each with the findings that would differ without it."""
        is_error = own.found[0]["verdict"] == "error"
        for what, lenses in self.other_lenses(promise):
            choice = self.choices.setdefault(what, {"decides": set(), "weighed": True})
            for lens in [] if is_error else lenses:
                self.compare(promise, own, choice, lens)
            if what.endswith(".blank"):
                choice["rows"] = self.blanks(what)
            elif ".leave_out." in what and not is_error:
                choice |= self.left_out(promise, own, what.rpartition(".")[2])
        if promise.missing != "unknown":
            what = f"random/{promise.id}.missing"
            choice = self.choices[what] = {"decides": set(), "weighed": True}
            if not is_error:
                self.compare(promise, own, choice, self.lens(), "unknown")

    def compare(self, promise, own, choice, lens, missing=None):
        """Notes the findings of a promise that are others through another lens."""
        other = Expectation(self.base, self.world, promise, lens, 0, missing, is_variant=True)
        verdicts = {finding["group"]: finding["verdict"] for finding in other.found}
        for finding in own.found:
            if verdicts.get(finding["group"], finding["verdict"]) != finding["verdict"]:
                choice["decides"].add((promise.id, finding["group"]))

    def add_tables_choices(self):
        """The choices about the whole ledger."""
        if self.world.keep:
            rows = self.number("every_row") - self.number("kept")
            self.choices["spend.keep"] = {"decides": set(), "weighed": False, "rows": rows}
        if self.world.snapshot:
            self.choices["spend.snapshot"] = {"decides": set(), "weighed": False}

    def blank_name(self, name):
        """The name of the choice that says what a blank means."""
        if "." not in name:
            return f"spend.{name}.blank"
        reference, column = name.split(".")
        return f"{self.world.references[reference][0]}.{column}.blank"

    def blanks(self, what):
        """How many rows of a table have a blank whose meaning is declared."""
        table, column, _ = what.split(".")
        return sum(row[column].is_blank for row in self.world.tables[table].rows)

    def left_out(self, promise, own, name):
        """The rows that an exclusion leaves out of the period, and their measures."""
        lines = [line for line in own.rows
                 if line.kind.fate == f"={name}" and line.kind.time != "out"]
        amount = total(lines)
        has_sum = promise.measure is not None and amount != 0
        return {"rows": sum(line.rows for line in lines), "sum": amount if has_sum else None}

    def number(self, table):
        """How many rows a table of the database has."""
        return self.base.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]

    def exit_code(self):
        """The exit code of the run."""
        verdicts = [(finding["verdict"], finding["enforcement"]["check"] == "block")
                    for _, finding in self.findings]
        if any(verdict == "error" for verdict, _ in verdicts):
            return 3
        if ("fail", True) in verdicts:
            return 1
        if ("indeterminate", True) in verdicts:
            return 2
        return 0 if any(verdict != "not_applicable" for verdict, _ in verdicts) else 2
