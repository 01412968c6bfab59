"""Records of suppliers, and which of them stand for one supplier."""

from __future__ import annotations

from itertools import chain, combinations

from likeness import Likeness, candidates
from names import key, names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, Iterable, Iterator, List, Optional, Sequence, Set, Tuple

    from names import Words


class Supplier:
    """A supplier's record: its id, and what rows say of it.

    `sure_names` and `sure_numbers` are what rows say that count for certain, `names` and `numbers`
    what rows say that may count, these included.
    """

    __slots__ = ("id", "first_row", "names", "sure_names", "numbers", "sure_numbers", "has_blank")

    def __init__(self, id: str, first_row: int) -> None:
        self.id = id
        self.first_row = first_row
        self.names: Set[str] = set()
        self.sure_names: Set[str] = set()
        self.numbers: Set[str] = set()
        self.sure_numbers: Set[str] = set()
        #: Whether a row says neither.
        self.has_blank = False

    @property
    def is_nameless(self) -> bool:
        """Whether it may be that nothing is known that could be compared."""
        return self.has_blank and not self.sure_names and not self.sure_numbers

    def add(self, name: Optional[str], number: Optional[str], is_sure: bool) -> None:
        """Takes what a row says."""
        name, number = (name or "").strip(), (number or "").strip().upper()
        number = number.rjust(8, "0") if number.isdigit() else number
        self.has_blank = self.has_blank or not (name or number)
        for value, all, sure in ((name, self.names, self.sure_names),
                                 (number, self.numbers, self.sure_numbers)):
            if value:
                all.add(value)
                if is_sure:
                    sure.add(value)

    def may_differ(self, other: Supplier) -> bool:
        """Whether the numbers of the two may show that they are different companies."""
        return bool(self.numbers and other.numbers) and not self.sure_numbers & other.sure_numbers

    def differs(self, other: Supplier) -> bool:
        """Whether the numbers of the two show that, whichever rows count."""
        both = bool(self.sure_numbers and other.sure_numbers)
        return both and not self.numbers & other.numbers


class Groups:
    """Suppliers that are one stand in one group."""

    def __init__(self, suppliers: Sequence[Supplier]) -> None:
        self.suppliers = suppliers
        self._above = list(range(len(suppliers)))

    def join(self, left: int, right: int) -> None:
        top, other = sorted((self._top(left), self._top(right)))
        self._above[other] = top

    def join_all(self, places: Sequence[int]) -> None:
        for place in places[1:]:
            self.join(places[0], place)

    def _top(self, place: int) -> int:
        while self._above[place] != place:
            self._above[place] = self._above[self._above[place]]
            place = self._above[place]
        return place

    def several(self) -> List[List[Supplier]]:
        """The groups of more than one supplier, each in the order of its first rows."""
        found: Dict[int, List[Supplier]] = {}
        for place, supplier in enumerate(self.suppliers):
            found.setdefault(self._top(place), []).append(supplier)
        groups = [sorted(group, key=lambda each: each.first_row)
                  for group in found.values() if len(group) > 1]
        return sorted(groups, key=lambda group: group[0].first_row)

    def surplus(self) -> int:
        """How many records there would be fewer if each group had one."""
        return sum(len(group) - 1 for group in self.several())


def certain_groups(suppliers: Sequence[Supplier]) -> Groups:
    """Records of one company number, or of one name that no two companies can bear."""
    groups = Groups(suppliers)
    bearers = _places(_keys(each.names) for each in suppliers)
    sure = _places(_keys(each.sure_names) for each in suppliers)
    for places in _places(each.sure_numbers for each in suppliers).values():
        groups.join_all(places)
    for name, places in sure.items():
        numbered = [suppliers[place] for place in bearers[name] if suppliers[place].numbers]
        if not any(one.may_differ(other) for one, other in combinations(numbered, 2)):
            groups.join_all(places)
    return groups


def probable_groups(suppliers: Sequence[Supplier], threshold: int) -> Tuple[Groups, int]:
    """These, and records that may have one number or whose names are as alike as the threshold
    asks; with the number of beginnings of words that too many names share to compare them."""
    groups = certain_groups(suppliers)
    same = chain(_places(each.numbers for each in suppliers).values(),
                 _places(_keys(each.names) for each in suppliers).values())
    alike, passed_over = _alike(suppliers, threshold)
    same_pairs = chain.from_iterable(_pairs(suppliers, places) for places in same)
    for one, other in chain(same_pairs, alike):
        if not suppliers[one].differs(suppliers[other]):
            groups.join(one, other)
    return groups, passed_over


def _pairs(suppliers: Sequence[Supplier], places: List[int]) -> Iterable[Tuple[int, int]]:
    """Pairs of records with one mark; where one has no number it can be any other's double, and
    pairs with it do for all: thousands may be called `redacted`."""
    for place in places:
        if not suppliers[place].sure_numbers:
            return [(place, other) for other in places]
    return combinations(places, 2)


def _alike(suppliers: Sequence[Supplier],
           threshold: int) -> Tuple[Iterator[Tuple[int, int]], int]:
    found: List[Words] = []
    owners: List[int] = []
    for place, supplier in enumerate(suppliers):
        for text in sorted(supplier.names):
            for name in names(text):
                found.append(name)
                owners.append(place)
    likeness = Likeness(found)
    pairs, passed_over = candidates(found)
    alike = ((owners[left], owners[right]) for left, right in pairs
             if owners[left] != owners[right]
             and likeness.score(found[left], found[right]) >= threshold)
    return alike, passed_over


def _keys(texts: Set[str]) -> Set[str]:
    """What the names of a record are told apart by; a name without a word says nothing."""
    return {key(name) for text in texts for name in names(text) if name}


def _places(marks: Iterable[Set[str]]) -> Dict[str, List[int]]:
    """Where each mark stands that stands at several places."""
    result: Dict[str, List[int]] = {}
    for place, each in enumerate(marks):
        for mark in each:
            result.setdefault(mark, []).append(place)
    return {mark: places for mark, places in result.items() if len(places) > 1}
