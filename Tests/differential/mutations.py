#!/usr/bin/env python3
"""Shows that the comparison can fail: each number of a report is changed, and has to be noticed.

Usage: mutations.py BINARY [--cases N] [--seed S]
"""

import argparse
import copy
import json
import os
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True

import store  # noqa: E402
from case import Case  # noqa: E402
from compare import differences  # noqa: E402
from dice import Dice  # noqa: E402
from expected import Expected  # noqa: E402

# What a report also says and no count of rows can tell: words, and what was declared.
WORDS = {
    "as_of", "choices.value", "currency", "findings.basis", "findings.check",
    "findings.definition.among", "findings.definition.definitions", "findings.definition.digest",
    "findings.definition.measure", "findings.definition.where", "findings.enforcement.gate",
    "findings.explanation", "findings.finding_id", "findings.measurement.currency",
    "findings.measurement.unit", "findings.pack", "findings.pack_version",
    "findings.rows_shown.shown", "findings.settles.fail.shown", "findings.settles.pass.shown",
    "findings.target.maximum", "findings.target.minimum", "findings.target.strict",
    "findings.target.text", "findings.title", "institution", "partial"}


def leaves(value, path=()):
    """Every text, number and truth value of a report, with the way that leads to it."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, path + (key,))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from leaves(item, path + (index,))
    elif value is not None:
        yield path


def kind(path):
    """What a leaf is, whatever finding or row it stands in."""
    names = [step for step in path if isinstance(step, str)]
    for place in ("left_out", "left_out_sum", "unmatched", "unmatched_sum", "unknown_columns",
                  "definitions"):
        if place in names:
            return ".".join(names[:names.index(place) + 1])
    return ".".join(names)


def changed(result, path):
    """The report with one leaf changed."""
    result = copy.deepcopy(result)
    inner = result
    for step in path[:-1]:
        inner = inner[step]
    value = inner[path[-1]]
    if isinstance(value, bool):
        inner[path[-1]] = not value
    elif isinstance(value, int):
        inner[path[-1]] = value + 1
    else:
        inner[path[-1]] = value[:-1] + ("1" if value[-1:] != "1" else "2")
    return result


def noticed(dice, binary, case):
    """Changes an example of each kind of leaf; gives the kinds, and those that were noticed."""
    case.write()
    result = json.loads(case.run(binary))["result"]
    base = store.Base()
    store.load(base, case.world, case.folder)
    expected = Expected(base, case.world, case.pack)
    examples = {}
    for path in leaves(result):
        examples.setdefault(kind(path), []).append(path)
    found = {name for name, paths in examples.items()
             if any(differences(changed(result, dice.choice(paths)), expected))}
    return set(examples), found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("--cases", type=int, default=8)
    parser.add_argument("--seed", default="1")
    given = parser.parse_args()
    met, seen = set(), set()
    for number in range(given.cases):
        folder = tempfile.mkdtemp(prefix="mutations-")
        case = Case(given.seed, number, folder)
        found = noticed(Dice(case.name), os.path.abspath(given.binary), case)
        met, seen = met | found[0], seen | found[1]
        shutil.rmtree(folder)
    missed = met - seen - WORDS
    for name in sorted(missed):
        print(f"not noticed: {name}")
    print(f"{len(met - WORDS)} kinds of numbers were changed, {len(missed)} changes not noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
