"""Suppliers that are probably recorded twice: the same company under two supplier ids.

A record is a double for certain where it shares a company number with another, or a name that
differs in case, punctuation and words like Ltd alone; probably where the names are as alike as
`threshold` asks. The lower bound counts the certain ones, the upper bound the probable ones, too.
Two records with different company numbers are never doubles. README.md says how often it is right.
"""

from __future__ import annotations

from decimal import Decimal

from holdfast_plugin import Batch, Column, Measurement, PluginError, RowsChecker, main

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, Optional, Tuple

    #: Id, name and company number.
    Fact = Tuple[str, Optional[str], Optional[str]]
    #: Id, whether the rows count for certain, and whether their amounts are below zero.
    Payee = Tuple[str, bool, bool]

ZERO = Decimal(0)
SUPPLIER = [
    Column("supplier_id", "text", means="the id of the supplier's record"),
    Column("name", "text", nullable=True, means="the supplier's name, as recorded"),
    Column("company_number", "text", nullable=True, means="its number in the companies register"),
]


class Surplus(RowsChecker):
    """Counts records. What it keeps of the rows serves the share of spending, too."""

    name = "surplus"
    summary = "supplier records that there are too many: another one stands for the same supplier"
    unit = "number"
    columns = SUPPLIER
    needs_texts = True
    params_schema = {
        "threshold": {
            "type": "integer", "minimum": 1, "maximum": 100, "default": 65,
            "description": "how alike two names have to be, 100 being the same words"},
        "show_names": {
            "type": "boolean", "default": False,
            "description": "name suppliers in the report; suppliers may be persons"},
    }

    def start(self) -> None:
        self.threshold = int(self.params.get("threshold", 65))
        self.shows_names = bool(self.params.get("show_names", False))
        if not 1 <= self.threshold <= 100:
            raise PluginError("params", "threshold is a number from 1 to 100")
        self.rows = self.blank = 0
        #: What rows say of suppliers, and the first row that says it: first those that count for
        #: certain, then those that only may count.
        self.certain: Dict[Fact, int] = {}
        self.possible: Dict[Fact, int] = {}

    def update(self, batch: Batch) -> None:
        self.rows += batch.rows
        members = batch.members or [True] * batch.rows
        rows = zip(batch["supplier_id"], batch["name"], batch["company_number"])
        for row, (fact, member) in enumerate(zip(rows, members), batch.first_row):
            facts = self.certain if member else self.possible
            if fact not in facts:
                facts[fact] = row
            self.blank += fact[1] is None or not member

    def finish(self) -> Measurement:
        # Here and not above: comparing names is much to load, and many starts compare none.
        from conclusion import Doubles

        doubles = Doubles(self.certain, self.possible, self.threshold)
        return Measurement(*doubles.surplus(), rows=self.rows, unknown_rows=self.blank,
                           remarks=doubles.remarks(self.shows_names), witnesses=doubles.rows())


class Share(Surplus):
    name = "share"
    summary = "the part of spending that goes to suppliers with more than one record"
    unit = "share"
    columns = SUPPLIER + [Column("amount", "decimal", nullable=True, means="what was paid")]

    def start(self) -> None:
        super().start()
        self.unmeasured = 0
        self.paid: Dict[Payee, Decimal] = {}

    def update(self, batch: Batch) -> None:
        super().update(batch)
        members = batch.members or [True] * batch.rows
        for id, text, member in zip(batch["supplier_id"], batch["amount"], members):
            if text is None:
                self.unmeasured += 1
                continue
            payee = (id, bool(member), text.startswith("-"))
            self.paid[payee] = self.paid.get(payee, ZERO) + Decimal(text)

    def finish(self) -> Measurement:
        from conclusion import Doubles
        from spending import Spending

        doubles = Doubles(self.certain, self.possible, self.threshold)
        spending = Spending(doubles, self.paid)
        remarks = doubles.remarks(self.shows_names)
        unknown_rows = max(self.blank, self.unmeasured)
        if self.unmeasured or not spending.least:
            reason = ("rows that do not say what was paid: %d" % self.unmeasured if self.unmeasured
                      else "there may be no spending to divide by")
            return Measurement.unbounded(reason, rows=self.rows, unknown_rows=unknown_rows,
                                         remarks=remarks)
        return Measurement(spending.lower(), spending.upper(), rows=self.rows,
                           unknown_rows=unknown_rows, remarks=remarks, witnesses=doubles.rows())


if __name__ == "__main__":
    main("duplicate-suppliers", [Surplus, Share])
