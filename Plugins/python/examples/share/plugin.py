"""An example of a checker that concludes from aggregates: the built-in `share` once more.

It measures what `where` selects over what `among` selects, with bounds that are exact where each
row's unknowns turn out for themselves, so that its answers can be held against the built-in's.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import product

from holdfast_plugin import (AggregatesChecker, Group, Measurement, Part, main, rows_to_show, sums)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fractions import Fraction
    from typing import Any, Dict, List, Set, Tuple

    #: What rows add to the numerator and to the denominator.
    Option = Tuple[Decimal, Decimal]


class Share(AggregatesChecker):
    name = "share"
    summary = "the measure of the rows that `where` selects, over that of all rows in `among`"
    unit = "share"
    keys = {"measure": "optional", "where": "required", "per": "optional"}

    def plan(self) -> List[Dict[str, Any]]:
        return [sums(all=True), rows_to_show("uncertain_rows")]

    def conclude(self, groups: List[Group]) -> Measurement:
        slice = groups[0].slice
        rows = sum(part.rows for part in slice.parts)
        unknown = sum(part.rows for part in slice.parts if is_open(part))
        if slice.unmeasured:
            return Measurement.unbounded("rows that count have no measure", rows=rows,
                                         unknown_rows=unknown)
        values = quotients(slice.parts)
        if not values:
            return Measurement.unbounded(
                "there may be nothing, or less, to divide by", rows=rows, unknown_rows=unknown)
        return Measurement(min(values), max(values), rows=rows, unknown_rows=unknown,
                           numerator=slice.total("certain", "holds")[1],
                           denominator=slice.total("certain")[1])


def is_open(part: Part) -> bool:
    """Whether something is unknown of the rows that could move the share."""
    return (not part.is_certain or part.condition == "unknown" or part.low is None
            or part.low != part.high)


def quotients(parts: List[Part]) -> List[Fraction]:
    """The share for every way that the unknowns of whole classes can turn out.

    Empty if one of these ways leaves nothing to divide by. The classes suffice: what pulls one row
    of a class one way pulls all of them that way, as they have one sign.
    """
    # Here and not above: it takes long to import, and many starts measure nothing.
    from fractions import Fraction

    result = []
    for choice in product(*(options(part) for part in parts)):
        top = sum((option[0] for option in choice), Decimal(0))
        bottom = sum((option[1] for option in choice), Decimal(0))
        if bottom <= 0:
            return []
        result.append(Fraction(top) / Fraction(bottom))
    return result


def options(part: Part) -> Set[Option]:
    """What the rows of a class can add, all of them in the same way."""
    nothing = Decimal(0)
    result = set() if part.is_certain else {(nothing, nothing)}
    for measure in (part.low or nothing, part.high or nothing):
        if part.condition in ("fails", "unknown"):
            result.add((nothing, measure))
        if part.condition in ("holds", "unknown"):
            result.add((measure, measure))
    return result


if __name__ == "__main__":
    main("example", [Share])
