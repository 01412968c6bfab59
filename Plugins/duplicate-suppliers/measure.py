#!/usr/bin/env python3
"""How often the method is right, held against numbers that names were matched with by others.

    Plugins/duplicate-suppliers/measure.py FOLDER [NAME_COLUMN NUMBER_COLUMN]

FOLDER holds ledgers as CSV; the columns are `beneficiary_name` and `company_number` unless others
are given. Each spelling of a name counts as a record of its own, and the method sees names alone.
Two spellings are one supplier where their numbers are the same. Pairs in which a spelling has no
number say nothing and are passed over. It prints figures and no name.
"""

from __future__ import annotations

import csv
import sys
import time
from pathlib import Path

# What Python would leave behind in the folder is no part of the plugin.
sys.dont_write_bytecode = True

from likeness import Likeness, candidates  # noqa: E402
from names import key, names  # noqa: E402
from suppliers import Supplier, certain_groups, probable_groups  # noqa: E402

TYPE_CHECKING = False
if TYPE_CHECKING:
    from names import Words

#: A likeness that only names with the same key have.
SAME = 101
THRESHOLDS = (SAME, 95, 90, 85, 80, 75, 70, 65, 60, 50)


def spellings(folder: Path, name_column: str, number_column: str) -> dict[str, str]:
    """The number of each spelling; blank where there is none."""
    result: dict[str, str] = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(newline="", encoding="utf-8") as file:
            reader = csv.DictReader(file)
            if {name_column, number_column} <= set(reader.fieldnames or []):
                for row in reader:
                    name, number = row[name_column].strip(), row[number_column].strip()
                    result[name] = result.get(name) or number
    return result


def scores(texts: list[str]) -> dict[tuple[int, int], int]:
    """The likeness of each pair of spellings that the method compares."""
    found: list[Words] = []
    owners: list[int] = []
    for place, text in enumerate(texts):
        for name in names(text):
            found.append(name)
            owners.append(place)
    likeness = Likeness(found)
    result: dict[tuple[int, int], int] = {}
    for left, right in candidates(found)[0]:
        pair = (owners[left], owners[right])
        if pair[0] != pair[1]:
            same = key(found[left]) == key(found[right])
            score = SAME if same else likeness.score(found[left], found[right])
            result[pair] = max(score, result.get(pair, 0))
    return result


def table(numbers: list[str], found: dict[tuple[int, int], int]) -> list[str]:
    """Precision and recall at each threshold, in Markdown."""
    known = [place for place, number in enumerate(numbers) if number]
    true = {(left, right) for left in known for right in known
            if left < right and numbers[left] == numbers[right]}
    lines = [f"{len(true)} pairs of spellings are one supplier.", "",
             "| threshold | pairs found | of these judged | right | precision | recall |",
             "|--:|--:|--:|--:|--:|--:|"]
    for threshold in THRESHOLDS:
        pairs = {pair for pair, score in found.items() if score >= threshold}
        judged = {pair for pair in pairs if numbers[pair[0]] and numbers[pair[1]]}
        right = len(judged & true)
        label = "same key" if threshold == SAME else str(threshold)
        lines.append(f"| {label} | {len(pairs)} | {len(judged)} | {right} | "
                     f"{right / max(1, len(judged)):.1%} | {right / len(true):.1%} |")
    return lines


def bounds(numbers: dict[str, str], threshold: int) -> str:
    """What the checker `surplus` would say of the spellings with a number, and the truth."""
    known = [name for name, number in sorted(numbers.items()) if number]
    suppliers = [Supplier(name, place) for place, name in enumerate(known)]
    for supplier in suppliers:
        supplier.add(supplier.id, None, True)
    low, high = certain_groups(suppliers), probable_groups(suppliers, threshold)[0]
    truth = len(known) - len({numbers[name] for name in known})
    return (f"Of {len(known)} spellings with a number {truth} are too many; the method says "
            f"{low.surplus()} to {high.surplus()} at threshold {threshold}.")


def main() -> int:
    if len(sys.argv) not in (2, 4) or not Path(sys.argv[1]).is_dir():
        print(__doc__, file=sys.stderr)
        return 64
    columns = sys.argv[2:] or ["beneficiary_name", "company_number"]
    numbers = spellings(Path(sys.argv[1]), *columns)
    if not numbers:
        print(f"no CSV there has the columns {' and '.join(columns)}", file=sys.stderr)
        return 1
    texts = sorted(numbers)
    start = time.process_time()
    found = scores(texts)
    print(f"{len(texts)} spellings, {sum(map(bool, numbers.values()))} with a number; "
          f"{len(found)} pairs compared in {time.process_time() - start:.1f} s.")
    print("\n".join(table([numbers[text] for text in texts], found)))
    for threshold in (80, 70, 65):
        print(bounds(numbers, threshold))
    return 0


if __name__ == "__main__":
    sys.exit(main())
