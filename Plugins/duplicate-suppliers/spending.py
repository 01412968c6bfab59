"""How much of all spending goes to suppliers that are recorded more than once."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, Set, Tuple

    from conclusion import Doubles
    from plugin import Payee

ZERO = Decimal(0)


class Spending:
    """The spending of each record, between two ends as rows may only possibly count.

    The bounds contain the truth as far as the groups do; they are not sharp. A supplier that paid
    back more than it got counts as zero: it cannot make the others' share more than all.
    """

    def __init__(self, doubles: Doubles, paid: Dict[Payee, Decimal]) -> None:
        low = {each.id: ZERO for each in doubles.suppliers}
        high = dict(low)
        for (id, is_certain, is_credit), amount in paid.items():
            if is_certain or is_credit:
                low[id] += amount
            if is_certain or not is_credit:
                high[id] += amount
        self.ends: Dict[str, Tuple[Decimal, Decimal]] = {
            id: (max(ZERO, low[id]), max(ZERO, high[id])) for id in low}
        self.nameless = len(doubles.nameless)
        #: Who has several records for certain, and who may have.
        self.twice = {each.id for group in doubles.low.several() for each in group}
        self.maybe = doubles.nameless | {
            each.id for group in doubles.high.several() for each in group}

    @property
    def least(self) -> Decimal:
        """The least that all spending can be."""
        return sum((low for low, _ in self.ends.values()), ZERO)

    def lower(self) -> Fraction:
        """The share of those with several records for certain, spending as little as they may."""
        inside, outside = self.parted(self.twice)
        return _share(sum((low for low, _ in inside), ZERO),
                      sum((high for _, high in outside), ZERO))

    def upper(self) -> Fraction:
        """The share of all that may have several, spending as much as they may.

        As many of the others count as there are nameless records, the largest: each of those may
        be the double of one of these.
        """
        inside, outside = self.parted(self.maybe)
        more = sorted((high for _, high in outside), reverse=True)[:self.nameless]
        less = sorted((low for low, _ in outside), reverse=True)[self.nameless:]
        return _share(sum((high for _, high in inside), ZERO) + sum(more, ZERO), sum(less, ZERO))

    def parted(self, ids: Set[str]) -> Tuple[list[Tuple[Decimal, Decimal]],
                                             list[Tuple[Decimal, Decimal]]]:
        """The ends of some records, and those of the rest."""
        return ([ends for id, ends in self.ends.items() if id in ids],
                [ends for id, ends in self.ends.items() if id not in ids])


def _share(part: Decimal, rest: Decimal) -> Fraction:
    return Fraction(part) / Fraction(part + rest)
