#!/usr/bin/env python3
"""Random commitments over random ledgers: the program's report against a count in SQL.

Usage: run.py BINARY [--cases N] [--seed S] [--keep FOLDER] [--reference OTHER_BINARY]
"""

import argparse
import json
import os
import re
import shutil
import sys
import tempfile
import time

sys.dont_write_bytecode = True

import store  # noqa: E402
from case import Case, result_of  # noqa: E402
from compare import differences  # noqa: E402
from expected import Expected  # noqa: E402


def problems(case, binary, reference):
    """What is wrong with the report of a case."""
    case.write()
    try:
        text = case.run(binary)
    except RuntimeError as error:
        return [f"no report: {error}"]
    base = store.Base()
    store.load(base, case.world, case.folder)
    found = list(differences(json.loads(text)["result"], Expected(base, case.world, case.pack)))
    if reference and without_digests(case.run(reference)) != without_digests(text):
        found.append("the result is not byte for byte that of the other program")
    return found


def without_digests(text):
    """The result but for the digests of definitions, which may change with the program."""
    return re.sub('"sha256:[0-9a-f]*"', "", result_of(text))


def options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("--cases", type=int, default=100, help="institutions of 40 commitments")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--first", type=int, default=0, help="the number of the first case")
    parser.add_argument("--keep", default="differential-failure", help="where a failure is kept")
    parser.add_argument("--reference", help="another binary, whose result has to be the same")
    return parser.parse_args()


def main():
    given = options()
    binary = os.path.abspath(given.binary)
    reference = given.reference and os.path.abspath(given.reference)
    began, count = time.process_time(), 0
    for number in range(given.first, given.first + given.cases):
        folder = tempfile.mkdtemp(prefix="differential-")
        case = Case(given.seed, number, folder)
        found = problems(case, binary, reference)
        if found:
            shutil.rmtree(given.keep, ignore_errors=True)
            shutil.move(folder, given.keep)
            print(f"case {case.name} differs, see {given.keep}:")
            print("\n".join(f"  {item}" for item in found[:20]))
            print(f"  cd {given.keep} && {' '.join(case.command(binary))}")
            return 1
        shutil.rmtree(folder)
        count += len(case.pack.promises)
    spent = time.process_time() - began + sum(os.times()[2:4])
    print(f"{count} commitments of {given.cases} institutions agree ({spent:.0f} s of CPU)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
