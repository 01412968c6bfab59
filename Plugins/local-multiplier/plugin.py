"""LM3, the local multiplier of the New Economics Foundation, from one table of survey answers.

Money goes three rounds: an income (1), what the institution spends of it with suppliers and staff
(2), and what those who received it spent in turn (3). A row says who received how much in which
round, and what part of that is local: of a payment in round 2 the part that stays here, of a
recipient in round 3 the part that was spent here. Then

    R1 = received in round 1
    R2 = received x local share, over round 2
    R3 = received x local share, over round 3
    LM3 = (R1 + R2 + R3) / R1

Nothing is assumed of those who did not answer: an unknown share is anything from 0 to 1, and so is
that of local money of round 2 that no row of round 3 asks after.
"""

from __future__ import annotations

from decimal import Decimal

from holdfast_plugin import Batch, Column, Measurement, PluginError, RowsChecker, main
from rounds import Rounds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, List, Optional


class LM3(RowsChecker):
    name = "lm3"
    summary = "(R1 + R2 + R3) / R1 from a survey of recipients, the silent ones from none to all"
    unit = "number"
    mergeable = True
    columns = [
        Column("round", "integer", means="the round of spending: 1, 2 or 3"),
        Column("received", "decimal", nullable=True, means="the money received in that round"),
        Column("local_share", "decimal", nullable=True,
               means="the part of it that is local, from 0 to 1; blank where nobody answered"),
        Column("respondent", "text", nullable=True, means="who received it"),
    ]
    params_schema = {
        "minimum_coverage": {
            "type": "string", "format": "decimal",
            "description": "the part of the local money of round 2, from 0 to 1, that has to be "
                           "answered for, so that anything is said"},
        "minimum_respondents": {
            "type": "integer", "minimum": 1,
            "description": "how many in round 3 have to have answered, so that anything is said"},
    }

    def start(self) -> None:
        self.rounds = Rounds()
        self.coverage = Decimal(self.params.get("minimum_coverage", "0"))
        self.respondents = int(self.params.get("minimum_respondents", 0))
        if not 0 <= self.coverage <= 1:
            raise PluginError("params", "minimum_coverage is a fraction from 0 to 1; write 0.5 for "
                                        "a half")

    def update(self, batch: Batch) -> None:
        members = batch.members or [True] * batch.rows
        rows = zip(batch["round"], batch["received"], batch["local_share"], batch["respondent"],
                   members)
        for place, (turn, received, share, name, member) in enumerate(rows):
            problem = self.rounds.add(turn, received, share, name, bool(member))
            if problem:
                raise PluginError("data", "row %d: %s" % (batch.first_row + place, problem))

    def state(self) -> object:
        return self.rounds.state()

    def merge(self, states: List[Any]) -> None:
        for state in states:
            self.rounds.merge(state)

    def finish(self) -> Measurement:
        rounds, reason = self.rounds, self.reason()
        if reason:
            return Measurement.unbounded(reason, rows=rounds.rows, unknown_rows=rounds.unknown_rows,
                                         remarks=rounds.remarks())
        lower, upper = rounds.bounds()
        return Measurement(lower, upper, rows=rounds.rows, unknown_rows=rounds.unknown_rows,
                           denominator=rounds.income if lower == upper else None,
                           remarks=rounds.remarks())

    def reason(self) -> Optional[str]:
        """Why there are no bounds; None where there are some."""
        rounds = self.rounds
        if rounds.unmeasured:
            return "rows that do not say how much was received: %d" % rounds.unmeasured
        if rounds.income <= 0:
            return "no income is certain in round 1, so that there is nothing to divide by"
        covered = rounds.covered()
        if covered < self.coverage:
            # Rounded down, so that it never reads as if it were enough.
            return "only %s of the local money is answered for, %s is wanted" % (
                Decimal(int(covered * 10_000)).scaleb(-4), self.coverage)
        if len(rounds.answered) < self.respondents:
            return "%d respondents answered in round 3, %d are wanted" % (
                len(rounds.answered), self.respondents)
        return None


if __name__ == "__main__":
    main("local-multiplier", [LM3])
