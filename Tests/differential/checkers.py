#!/usr/bin/env python3
"""Random commitments of every checker over small institutions with blank cells: the report against
exact fractions, counted anew for every way that the blanks can turn out.

Of each finding it is held that the bounds contain what every way comes to, that no way contradicts
the verdict, the baseline being that of the same way, and that value and verdict are there where
everything is known. Of distinct, unique, coverage, median, quantile, total, count and share some
way has to reach the bounds. Examples that were published with their results come first.

Usage: checkers.py BINARY [--cases N] [--seed S] [--first N] [--keep FOLDER]
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time

sys.dont_write_bytecode = True

from completions import published  # noqa: E402
from completions.case import Case  # noqa: E402


def options() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("binary")
    parser.add_argument("--cases", type=int, default=200, help="institutions of 30 commitments")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--first", type=int, default=0, help="the number of the first case")
    parser.add_argument("--keep", default="checkers-failure", help="where a failure is kept")
    return parser.parse_args()


def report(title: str, found: list[str], folder: str, keep: str, command: list[str]) -> None:
    """Says what differs, and keeps the files."""
    shutil.rmtree(keep, ignore_errors=True)
    shutil.move(folder, keep)
    print(f"{title} differs, see {keep}:")
    print("\n".join(f"  {item}" for item in found[:10]))
    print(f"  cd {keep} && {' '.join(command)}")


def main() -> int:
    """The exit code: 1 at the first difference."""
    given = options()
    binary = os.path.abspath(given.binary)
    folder = tempfile.mkdtemp(prefix="checkers-")
    found = published.problems(binary, folder)
    if found:
        report("a published example", found, folder, given.keep, published.command(binary))
        return 1
    shutil.rmtree(folder)
    began, count = time.process_time(), 0
    for number in range(given.first, given.first + given.cases):
        folder = tempfile.mkdtemp(prefix="checkers-")
        case = Case(given.seed, number, folder)
        found = case.problems(binary)
        if found:
            report(f"case {case.name}", found, folder, given.keep, case.command(binary))
            print(case.data())
            return 1
        shutil.rmtree(folder)
        count += len(case.outcomes.promises)
    spent = time.process_time() - began + sum(os.times()[2:4])
    print(f"{published.count()} published examples and {count} commitments of {given.cases} "
          f"institutions agree ({spent:.0f} s of CPU)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
