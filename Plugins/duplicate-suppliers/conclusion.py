"""What the rows said of suppliers comes to: the records that stand for one supplier."""

from __future__ import annotations

from suppliers import Supplier, certain_groups, probable_groups

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, List, Set, Tuple

    from plugin import Fact


class Doubles:
    """Records that are doubles for certain, and those that may be: whichever rows count that only
    may count, the certain ones are doubles, and no others are but the probable ones."""

    def __init__(self, certain: Dict[Fact, int], possible: Dict[Fact, int],
                 threshold: int) -> None:
        self.suppliers = known(certain, possible)
        self.low = certain_groups(self.suppliers)
        self.high, self.passed_over = probable_groups(self.suppliers, threshold)
        several = len(self.suppliers) > 1
        #: Records without a name or a number: each may be the double of any other.
        self.nameless: Set[str] = {each.id for each in self.suppliers
                                   if several and each.is_nameless}

    def surplus(self) -> Tuple[int, int]:
        """How many records are too many, at least and at most."""
        return self.low.surplus(), self.high.surplus() + len(self.nameless)

    def rows(self) -> List[int]:
        """Where at most twenty records that are too many first stand, the certain ones first."""
        found = [each.first_row for groups in (self.low, self.high) for group in groups.several()
                 for each in group[1:]]
        return list(dict.fromkeys(found))[:20]

    def remarks(self, shows_names: bool) -> List[str]:
        """What a reader should know; no name unless that is wanted, as suppliers may be persons."""
        certain, probable = self.low.surplus(), self.high.surplus()
        result = ["%d supplier records: %d too many for certain, %d more probably." % (
            len(self.suppliers), certain, probable - certain)]
        if self.nameless:
            result.append("Records with neither name nor company number: %d; each may be another's "
                          "double." % len(self.nameless))
        if self.passed_over:
            result.append("Beginnings of words that too many names share to compare them: %d."
                          % self.passed_over)
        if shows_names:
            result += [named(group) for group in self.high.several()[:20 - len(result)]]
        return result


def known(certain: Dict[Fact, int], possible: Dict[Fact, int]) -> List[Supplier]:
    """The suppliers of some rows, by id."""
    found: Dict[str, Supplier] = {}
    for facts, is_sure in ((certain, True), (possible, False)):
        for (id, name, number), row in facts.items():
            supplier = found.setdefault(id, Supplier(id, row))
            supplier.add(name, number, is_sure)
            supplier.first_row = min(row, supplier.first_row)
    return [found[id] for id in sorted(found)]


def named(group: List[Supplier]) -> str:
    """The records of one supplier, as a remark says them."""
    text = " = ".join("%s (%s)" % (" / ".join(sorted(each.names)) or "no name", each.id)
                      for each in group)
    return "".join(sign if sign.isprintable() else " " for sign in text)[:500]
