#!/usr/bin/env python3
"""Holdfast and DuckDB side by side: thirty commitments over one ledger, each a whole process.

    Benchmarks/ledger/compare.py BINARY --shared DIR [--rows N] [--rounds N] [--jobs N ...]

DIR holds bench/gen.py, which writes the ledger and its suppliers, and bench/job_duckdb.py, which
gives the same answers from one query that was optimised by hand (`single`), or as somebody writes
it first (`single-a`). Rounds go through all programs in turn, so that whatever else the machine
does falls on all of them; a round that warms up the page cache is not counted. Medians are told,
and the medians of each round's ratio to the first DuckDB. Answers are compared to the penny in
every round: where one differs, the exit code is 1.

Needs Python 3.11, the Python Package Index, and 160 bytes of disk for a row.
"""

import argparse
import os
import pathlib
import statistics
import sys

import answers
import running

COLUMNS = [
    "program", "wall s", "best wall s", "processor s", "peak MiB", "million rows/s",
    "wall ratio", "processor ratio",
]


class Programs:
    """The commands that take turns, by name; each writes what it found to a file of its own."""

    def __init__(self, options: argparse.Namespace, data: pathlib.Path, python: str):
        self.commands, self.outputs, self.folder = {}, {}, data.parent
        for mode in options.duckdb:
            name, out = f"DuckDB `{mode}`", self.folder / f"duckdb-{mode}.txt"
            job = options.shared / "bench" / "job_duckdb.py"
            files = [data / "ledger.csv", data / "suppliers.csv"]
            self.commands[name] = [python, job, *files, mode, out, os.cpu_count()]
            self.outputs[name] = out
        self.own(options.binary, data, [])
        for jobs in options.jobs:
            self.own(options.binary, data, ["--jobs", str(jobs)])
        if options.digests:
            self.own(options.binary, data, ["--digests"])

    def own(self, binary: str, data: pathlib.Path, arguments: list[str]) -> None:
        """Adds Holdfast with some arguments."""
        name = " ".join(["Holdfast", *arguments])
        out = self.folder / ("-".join(name.split()) + ".json")
        command = running.check(
            binary, running.HERE / "pack.yaml", data, "--report", f"json={out}", *arguments)
        self.commands[name], self.outputs[name] = command, out

    def found(self, name: str) -> str:
        """What a program wrote."""
        out = self.outputs[name]
        return answers.canonical(out) if out.suffix == ".json" else out.read_text(encoding="utf-8")

    def round(self) -> dict[str, running.Run]:
        """Runs each program once, and holds what it found against what the first found."""
        results, expected = {}, None
        for name, command in self.commands.items():
            # What an earlier round left is not to be taken for an answer.
            self.outputs[name].unlink(missing_ok=True)
            # A commitment that fails is a right answer, and the exit code of Holdfast is then 1.
            results[name] = running.run(command, (0, 1) if name.startswith("Holdfast") else (0,))
            found = self.found(name)
            expected = expected or found
            wrong = answers.differences(found, expected)
            if wrong:
                sys.exit(f"{name} differs:\n" + "\n".join(wrong))
        return results


def table(rounds: list[dict[str, running.Run]], rows: int) -> str:
    """The medians of all rounds in Markdown; ratios are to the first program."""
    lines = [f"| {' | '.join(COLUMNS)} |", "|---" + "|--:" * (len(COLUMNS) - 1) + "|"]
    base = next(iter(rounds[0]))
    for name in rounds[0]:
        runs = [one[name] for one in rounds]
        ratio = {
            of: statistics.median(getattr(one[name], of) / getattr(one[base], of) for one in rounds)
            for of in ("wall", "processor")
        }
        wall, best = running.median(runs, "wall"), min(one.wall for one in runs)
        numbers = [
            f"{wall:.2f}", f"{best:.2f}", f"{running.median(runs, 'processor'):.2f}",
            f"{running.median(runs, 'peak'):.0f}", f"{rows / wall / 1e6:.2f}",
            f"{ratio['wall']:.2f}", f"{ratio['processor']:.2f}",
        ]
        lines.append(f"| {name} | {' | '.join(numbers)} |")
    return "\n".join(lines)


def speed_ups(rounds: list[dict[str, running.Run]]) -> list[str]:
    """How much faster more threads are than one, where one was measured."""
    one = "Holdfast --jobs 1"
    more = [name for name in rounds[0] if name.startswith("Holdfast --jobs ") and name != one]
    if one not in rounds[0]:
        return []
    return [
        f"{name} is {statistics.median(run[one].wall / run[name].wall for run in rounds):.2f} "
        "times as fast as with one thread."
        for name in more
    ]


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("binary", help="the built holdfast")
    options.add_argument("--shared", type=pathlib.Path, required=True, help="holds bench/gen.py")
    options.add_argument("--cache", type=pathlib.Path, default=running.HERE / ".build")
    options.add_argument("--rows", type=int, default=10_000_000)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument(
        "--jobs", type=int, nargs="+", default=[], help="Holdfast with so many threads, too")
    options.add_argument(
        "--digests", action="store_true", help="Holdfast with digests of inputs, too")
    options.add_argument(
        "--duckdb", nargs="+", default=["single"], help="modes; ratios are to the first")
    return options.parse_args()


def main() -> None:
    """Measures round by round and prints a table."""
    options, python = arguments(), running.environment()
    options.cache.mkdir(parents=True, exist_ok=True)
    data = running.ledger(options.shared, options.cache, options.rows, python)
    programs = Programs(options, data, python)
    programs.round()
    rounds = [programs.round() for _ in range(options.rounds)]
    size = (data / "ledger.csv").stat().st_size
    print(f"{options.rows:,} rows, {size / 1e6:,.0f} MB; median of {options.rounds} rounds; "
          f"{running.machine()}\n")
    print(table(rounds, options.rows))
    for line in [*speed_ups(rounds), "The answers of all programs are the same, to the penny."]:
        print(f"\n{line}")


if __name__ == "__main__":
    main()
