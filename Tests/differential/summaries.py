"""What a report says of the tables that were read."""

from counts import period_test, reads
from periods import period

TABLE = {"not_kept": 0, "after_as_of": 0, "unmatched": {}}


class Summaries:
    """The tables of a world; for a class that knows the world, its pack and the database."""

    def datasets(self):
        """What the report says of each table."""
        world, result = self.world, {"districts": dict(
            TABLE, rows=len(self.world.lookup), unmapped_headers=[], notes=[])}
        for name, table in world.tables.items():
            extra = any(file.extra and not file.is_lines for file in world.files[name])
            result[name] = dict(TABLE, rows=len(table.rows), notes=self.notes(table))
            if not any(file.is_lines for file in world.files[name]):
                result[name]["unmapped_headers"] = ["Remark"] if extra else []
        lost = {name: self.base.execute(
            f'SELECT count(*) FROM every_row WHERE NOT "{name}__leads"').fetchone()[0]
            for name in world.references}
        late = self.base.execute("SELECT count(*) FROM kept WHERE is_late").fetchone()[0]
        result["spend"] |= {
            "not_kept": self.number("every_row") - self.number("kept"), "after_as_of": late,
            "unmatched": {name: rows for name, rows in lost.items() if rows}}
        return result

    def notes(self, table):
        """The notes on a table: what was blacked out, what says nothing, and its days."""
        result, declared = [], [item for item in table.columns if item.constant is None]
        asked = {name for promise in self.pack.promises for name in reads(self.world, promise)}
        for column in sorted(declared, key=lambda item: item.name):
            # Of columns that nobody asks for nothing is said.
            if table.name == "spend" and column.name not in asked:
                continue
            rows = sum(row[column.name].is_redacted for row in table.rows)
            if rows:
                result.append(f"{rows:,} redacted in {column.name}")
        if self.world.files[table.name][0].rows:
            for column in declared:
                if all(row[column.name].is_silent for row in table.rows):
                    result.append(f"{column.name} says nothing in any row")
        if table.name == "spend":
            result += self.ledger_notes()
        return result

    def ledger_notes(self):
        """From when to when rows are, which say `Total`, and which are not in force."""
        result, world = [], self.world
        if world.mode == "dated":
            first, last = self.base.execute(
                'SELECT min("paid_on"), max("paid_on") FROM kept').fetchone()
            result += [f"dated {first} to {last}"] if first else []
        # Totals are looked for where there are amounts, and from the second row of a file on.
        has_amounts = any(column.kind == "decimal" for column in world.ledger.columns)
        totals = sum(self.says_total(row) for file in world.files["spend"]
                     for row in file.rows[1:]) if has_amounts else 0
        if totals:
            what = "1 row says" if totals == 1 else f"{totals} rows say"
            result.append(f"{what} Total, though no sum of the rows above: counted")
        return result + self.out_of_force()

    def says_total(self, row):
        """Whether a cell of a text column is the word that totals have."""
        return any(column.kind == "text" and column.constant is None
                   and (row[column.name].value or "").lower() == "total"
                   for column in self.world.ledger.columns)

    def out_of_force(self):
        """How many rows of a register are not in force on each day that was asked for."""
        if self.world.mode != "register":
            return []
        days = {}
        for promise in self.pack.promises:
            ends = period(self.world, promise.period)
            days[min(ends[1], self.world.as_of)] = ends
        found = []
        for day, ends in sorted(days.items()):
            rows = self.base.execute(f"SELECT count(*) FROM judged WHERE "
                                     f"({period_test(self.world, ends)}) IS NULL").fetchone()[0]
            found += [f"{rows:,} not in force on {day}"] if rows else []
        return found
