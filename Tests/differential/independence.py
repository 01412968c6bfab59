#!/usr/bin/env python3
"""The result of a run depends on its rows alone: not on threads, blocks, files or their order.

Usage: independence.py BINARY [--cases N] [--large N] [--seed S] [--keep FOLDER] [--require-options]
"""

import argparse
import copy
import os
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

import files  # noqa: E402
from case import Case, result_of  # noqa: E402
from columns import Cell  # noqa: E402
from dice import Dice  # noqa: E402
from keyed import Keyed  # noqa: E402

# Ways to run the program that may not change a byte of the result.
WAYS = ([["--jobs", str(jobs)] for jobs in (1, 2, 3, 8)]
        + [["--block-size", str(size)] for size in (64, 100, 4096, 65536, 1000000)]
        + [["--engine", "scalar"]])


def known_ways(binary, must_be_known):
    """Those ways whose options the program has."""
    text = subprocess.run([binary, "check", "--help-hidden"], capture_output=True, text=True)
    names = {way[0] for way in WAYS}
    unknown = sorted(name for name in names if name not in text.stdout + text.stderr)
    if unknown and must_be_known:
        sys.exit(f"the program does not know {', '.join(unknown)}")
    if unknown:
        print(f"not tried, since the program does not know them: {', '.join(unknown)}")
    return [way for way in WAYS if way[0] not in unknown]


def plain_case(seed, number, folder, is_large):
    """A case whose files are all declared alike, so that other files can take their place."""
    if is_large:
        case = Case(f"{seed}/large", number, folder, count=10, rows=30000, least=20000)
    else:
        case = Case(seed, number, folder)
    ledger, first = case.world.ledger, case.world.files["spend"][0]
    for row in ledger.rows:
        settle_row(case, row)
    first.rows, first.patterns = ledger.rows, {}
    first.order = [column.name for column in ledger.columns]
    if not all(files.is_western(cell.text) for row in ledger.rows for cell in row.values()):
        first.encoding = "utf-8"
    case.world.files["spend"] = [first]
    case.pack.promises += [
        Keyed(f"K{index}", case, promise)
        for index, promise in enumerate(case.pack.promises) if promise.measure and index % 7 == 0]
    return case


def settle_row(case, row):
    """Makes the cells of a row mean the same in every file: dates in the one format, and no texts
    that make a row look like the total of those above it."""
    for column in case.world.ledger.columns:
        cell = row[column.name]
        if column.kind == "date" and cell.value is not None:
            day = cell.value.replace(day=1) if column.pattern == "MMM-yy" else cell.value
            row[column.name] = Cell(day, column.spelled(case.dice, day, column.pattern))
        elif cell.says_total:
            row[column.name] = Cell("x", "x")


def rearranged(case, folder, number):
    """The same institution with its rows in other files and, but for the first time, in another
    order."""
    dice = Dice(f"{case.name}/{number}")
    result = copy.copy(case)
    result.dice, result.folder, result.world = dice, folder, copy.copy(case.world)
    first, rows = case.world.files["spend"][0], list(case.world.ledger.rows)
    if number:
        dice.shuffle(rows)
    parts = min(dice.randint(1, 6), len(rows)) or 1
    cuts = sorted(dice.sample(range(1, len(rows)), parts - 1)) if parts > 1 else []
    made = []
    for start, end in zip([0] + cuts, cuts + [len(rows)]):
        file = files.random_file(dice, f"spend/{dice.randint(0, 10**9)}.csv")
        for name in ("delimiter", "encoding", "is_lines", "extra", "order", "preface"):
            setattr(file, name, getattr(first, name))
        file.has_mark = file.has_mark and file.encoding != "windows-1252"
        file.rows = rows[start:end]
        made.append(file)
    result.world.files = case.world.files | {"spend": made}
    return result


def difference(one, other):
    """The first lines that differ."""
    for left, right in zip(one.split("\n"), other.split("\n")):
        if left != right:
            return f"  {left.strip()[:300]}\n  {right.strip()[:300]}"
    return "  one ends before the other"


def check(case, binary, ways):
    """The first way to run the case that changes the result; None where there is none."""
    case.write()
    whole = result_of(case.run(binary))
    for way in ways:
        other = result_of(case.run(binary, *way))
        if other != whole:
            return f"{' '.join(case.command(binary, *way))}\n{difference(whole, other)}"
    for number in range(3):
        folder = os.path.join(case.folder, f"rearranged-{number}")
        others = rearranged(case, folder, number)
        others.write()
        way = ways[number % len(ways)] if ways else []
        other = result_of(others.run(binary, *way))
        if other != whole:
            return (f"(cd rearranged-{number} && {' '.join(others.command(binary, *way))})\n"
                    + difference(whole, other))
    return None


def options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("--cases", type=int, default=20)
    parser.add_argument("--large", type=int, default=2, help="further cases of 20,000 rows or more")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--keep", default="independence-failure", help="where a failure is kept")
    parser.add_argument("--require-options", action="store_true",
                        help="fail where the program does not know an option that is tried")
    return parser.parse_args()


def main():
    given = options()
    binary = os.path.abspath(given.binary)
    ways = known_ways(binary, given.require_options)
    for number in range(given.cases + given.large):
        folder = tempfile.mkdtemp(prefix="independence-")
        case = plain_case(given.seed, number, folder, is_large=number >= given.cases)
        problem = check(case, binary, ways)
        if problem:
            shutil.rmtree(given.keep, ignore_errors=True)
            shutil.move(folder, given.keep)
            print(f"case {case.name}: the result is another, see {given.keep}:\n{problem}")
            print(f"first run: cd {given.keep} && {' '.join(case.command(binary))}")
            return 1
        shutil.rmtree(folder)
    print(f"{given.cases + given.large} institutions: {len(ways)} ways to run and 3 ways to split "
          "give the same bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
