#!/usr/bin/env python3
"""How the time of Holdfast grows with the rows of a ledger, and with the number of commitments.

    Benchmarks/ledger/growth.py BINARY --shared DIR [--hundred-million] [--rounds N] [--jobs N]

First the thirty commitments of pack.yaml over 1 and 10 million rows (and 100 million where asked
for: 16 GB of disk), then 10, 100 and 1,000 commitments that all differ over 1 million rows.
Processor time is what to read: straight growth shows as a constant in the last column, which
divides what a step costs more than the step before by the rows, or commitments, that it has more.

Needs Python 3.11, the Python Package Index, and 160 bytes of disk for a row.
"""

import argparse
import pathlib
import sys

import packs
import running

#: Nothing was decided in one of the generated commitments, or one failed: measured all the same.
DECIDED = (0, 1, 2)


class Curve:
    """Steps of one quantity, each measured by the median of some rounds."""

    def __init__(self, quantity: str, unit: str, per: float, rounds: int):
        self.quantity, self.unit, self.per, self.rounds = quantity, unit, per, rounds
        self.steps: list[tuple[int, float, float, float]] = []

    def measure(self, size: int, command: list) -> None:
        """Runs a command for one step, after a run that warms up the page cache."""
        runs = [running.run(command, DECIDED) for _ in range(self.rounds + 1)][1:]
        medians = [running.median(runs, of) for of in ("wall", "processor", "peak")]
        self.steps.append((size, *medians))
        print(f"{self.quantity} {size:,}: {medians[1]:.2f} s", file=sys.stderr)

    def table(self) -> str:
        """The steps in Markdown."""
        lines = [f"| {self.quantity} | wall s | processor s | peak MiB | {self.unit} |",
                 "|--:|--:|--:|--:|--:|"]
        before = None
        for step in self.steps:
            size, wall, processor, peak = step
            cost = ""
            if before:
                cost = f"{(processor - before[2]) / (size - before[0]) * self.per:,.1f}"
            lines.append(f"| {size:,} | {wall:.2f} | {processor:.2f} | {peak:.0f} | {cost} |")
            before = step
        return "\n".join(lines)


def by_rows(options: argparse.Namespace, python: str) -> Curve:
    """The thirty commitments over longer and longer ledgers."""
    curve = Curve("rows", "ns a further row", 1e9, options.rounds)
    for rows in options.rows + ([100_000_000] if options.hundred_million else []):
        data = running.ledger(options.shared, options.cache, rows, python)
        curve.measure(rows, running.check(
            options.binary, running.HERE / "pack.yaml", data, *options.arguments))
    return curve


def by_commitments(options: argparse.Namespace, python: str) -> Curve:
    """More and more commitments over one ledger."""
    data = running.ledger(options.shared, options.cache, options.over, python)
    curve = Curve("commitments", "ns a row and further commitment", 1e9 / options.over,
                  options.rounds)
    for count in options.commitments:
        pack = options.cache / f"pack-{count}.yaml"
        pack.write_text(packs.pack(count, data), encoding="utf-8")
        curve.measure(count, running.check(options.binary, pack, data, *options.arguments))
    return curve


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("binary", help="the built holdfast")
    options.add_argument("--shared", type=pathlib.Path, required=True, help="holds bench/gen.py")
    options.add_argument("--cache", type=pathlib.Path, default=running.HERE / ".build")
    options.add_argument("--rows", type=int, nargs="*", default=[1_000_000, 10_000_000])
    options.add_argument("--hundred-million", action="store_true", help="100 million rows as well")
    options.add_argument("--commitments", type=int, nargs="*", default=[10, 100, 1_000])
    options.add_argument("--over", type=int, default=1_000_000, help="rows below the commitments")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--jobs", type=int, help="threads; all processors if left out")
    parsed = options.parse_args()
    parsed.arguments = [] if parsed.jobs is None else ["--jobs", parsed.jobs]
    return parsed


def main() -> None:
    """Measures both curves and prints their tables."""
    options, python = arguments(), running.environment()
    options.cache.mkdir(parents=True, exist_ok=True)
    tables = [curve(options, python).table() for curve in (by_rows, by_commitments)]
    print(f"median of {options.rounds} runs each, {running.machine()}\n")
    print(f"Thirty commitments:\n\n{tables[0]}\n\nOver {options.over:,} rows:\n\n{tables[1]}")


if __name__ == "__main__":
    main()
