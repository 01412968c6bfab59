"""How alike two names are, from 0 to 100, and which pairs of names are worth comparing."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Dict, Iterator, List, Sequence, Set, Tuple

    Words = Tuple[str, ...]

#: How many letters at the beginning of a word put names into one block.
BLOCK_LETTERS = 4
#: How many names a block may have; words that more names have tell nothing apart.
LARGEST_BLOCK = 100
#: What a word that is written differently counts, in hundredths.
SHORTENED, MISSPELT = 80, 85


class Likeness:
    """Compares names by their words, rare words weighing more, misspelt ones counting in part."""

    def __init__(self, found: Sequence[Words]) -> None:
        frequency: Dict[str, int] = {}
        for each in found:
            for word in set(each):
                frequency[word] = frequency.get(word, 0) + 1
        #: Twice as rare is one more. Whole numbers, so that every machine finds the same pairs.
        self.weights = {word: (len(found) // number).bit_length() + 1
                        for word, number in frequency.items()}

    def score(self, left: Words, right: Words) -> int:
        """100 for the same words, 0 for names without a common one; for names that it knows."""
        weights = self.weights
        total = sum(weights[word] for word in left) + sum(weights[word] for word in right)
        matched, rest = 0, list(right)
        for word in sorted(left, key=weights.__getitem__, reverse=True):
            part, best = max(((alike(word, other), other) for other in rest), default=(0, ""))
            if part:
                rest.remove(best)
                matched += part * (weights[word] + weights[best])
        return matched // total if total else 0


def alike(left: str, right: str) -> int:
    """What two words have in common, in hundredths; words with digits are the same or nothing."""
    if left[0] != right[0]:
        return 0
    if left == right:
        return 100
    shorter, longer = (left, right) if len(left) < len(right) else (right, left)
    if len(shorter) < 3 or not left.isalpha() or not right.isalpha():
        return 0
    if len(shorter) > 4 and is_within(shorter, longer, 2 if len(shorter) > 8 else 1):
        return MISSPELT
    return SHORTENED if is_abbreviation(shorter, longer) else 0


def is_abbreviation(shorter: str, longer: str) -> bool:
    """Whether a word is another one with letters left out behind the third: `serv`, `servs`."""
    if shorter[:3] != longer[:3]:
        return False
    letters = iter(longer)
    return all(letter in letters for letter in shorter)


def is_within(shorter: str, longer: str, most: int) -> bool:
    """Whether so many letters changed, added, left out or swapped make one word of the other."""
    if len(longer) - len(shorter) > most:
        return False
    # What both begin and end with costs nothing, and most words that are compared begin alike.
    while shorter and shorter[0] == longer[0]:
        shorter, longer = shorter[1:], longer[1:]
    while shorter and shorter[-1] == longer[-1]:
        shorter, longer = shorter[:-1], longer[:-1]
    before: List[int] = []
    row = list(range(len(longer) + 1))
    for i, letter in enumerate(shorter, 1):
        next_row = [i]
        for j, other in enumerate(longer, 1):
            cost = min(row[j] + 1, next_row[-1] + 1, row[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == longer[j - 2] and shorter[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            next_row.append(cost)
        if min(next_row) > most:
            return False
        before, row = row, next_row
    return row[-1] <= most


def candidates(found: Sequence[Words]) -> Tuple[Iterator[Tuple[int, int]], int]:
    """Pairs of places of names that share the beginning of a word, each once, and how many blocks
    were passed over because too many names share it."""
    blocks: Dict[str, Set[int]] = {}
    for place, each in enumerate(found):
        for word in each:
            blocks.setdefault(word[:BLOCK_LETTERS], set()).add(place)
    kept = {key: sorted(block) for key, block in blocks.items() if len(block) <= LARGEST_BLOCK}
    return _pairs(kept), len(blocks) - len(kept)


def _pairs(blocks: Dict[str, List[int]]) -> Iterator[Tuple[int, int]]:
    seen: Set[Tuple[int, int]] = set()
    for key in sorted(blocks):
        block = blocks[key]
        for i, left in enumerate(block):
            for right in block[i + 1:]:
                if (left, right) not in seen:
                    seen.add((left, right))
                    yield left, right
