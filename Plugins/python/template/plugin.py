"""The part of the rows that are done: an example to begin with."""

from __future__ import annotations

from holdfast_plugin import Batch, Column, Measurement, RowsChecker, main


class DonePart(RowsChecker):
    """A checker is one class. This one reads rows, and may be run in several processes."""

    name = "done_part"
    summary = "the part of the rows that are done"
    unit = "share"
    mergeable = True
    columns = [Column("done", "bool", nullable=True, means="whether the row is done")]
    params_schema = {"minimum_rows": {
        "type": "integer", "default": 1, "minimum": 1, "maximum": 1000000,
        "description": "with fewer rows than these nothing is said"}}

    def start(self) -> None:
        #: Rows that count for certain: done, not done, unknown.
        self.certain = [0, 0, 0]
        #: The same of rows of which nobody knows whether they count.
        self.possible = [0, 0, 0]

    def update(self, batch: Batch) -> None:
        members = batch.members or [True] * batch.rows
        for done, counts in zip(batch["done"], members):
            place = 2 if done is None else 0 if done else 1
            (self.certain if counts else self.possible)[place] += 1

    def state(self) -> object:
        return self.certain + self.possible

    def merge(self, states: list) -> None:
        sums = [sum(column) for column in zip(*states)]
        self.certain, self.possible = sums[:3], sums[3:]

    def finish(self) -> Measurement:
        # The bounds hold whichever way each unknown turns out: at the least no unknown is done and
        # every row counts that is not, at the most the other way round.
        from fractions import Fraction

        certain, possible = self.certain, self.possible
        sure, rows = sum(certain), sum(certain) + sum(possible)
        unknown = certain[2] + sum(possible)
        minimum = self.params.get("minimum_rows", 1)
        if sure < minimum:
            return Measurement.unbounded("fewer than %d row(s) count for certain" % minimum,
                                         rows=rows, unknown_rows=unknown)
        most = certain[0] + certain[2] + possible[0] + possible[2]
        return Measurement(Fraction(certain[0], sure + possible[1] + possible[2]),
                           Fraction(most, sure + possible[0] + possible[2]),
                           rows=rows, unknown_rows=unknown)


if __name__ == "__main__":
    main("my-plugin", [DonePart])
