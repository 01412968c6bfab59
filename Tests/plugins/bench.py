#!/usr/bin/env python3
"""How long a plugin takes to start, and how many rows a second it takes in.

    Tests/plugins/bench.py [--rows N] [--rounds N]

Start is a process with `hello` and `describe` answered and the same interpreter doing nothing
beside it. Rows are counted from the first byte of the first batch to the reply to `finish`, with
payloads made beforehand, in one process, for a checker that only counts and for the LM3 plugin.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from host import encoded
from tables import Plugin, Table

ROOT = Path(__file__).resolve().parent.parent.parent
COUNTER = '''
from holdfast_plugin import Batch, Column, Measurement, RowsChecker, main

class Filled(RowsChecker):
    name, summary, unit, mergeable = "filled", "rows with a note", "rows", True
    columns = [Column(role, kind, nullable=True, means="a column") for role, kind in (
        ("id", "text"), ("day", "date"), ("amount", "decimal"), ("local", "bool"),
        ("note", "text"))]

    def start(self) -> None:
        self.filled = 0

    def update(self, batch: Batch) -> None:
        self.filled += batch.rows - batch["note"].count(None)

    def finish(self) -> Measurement:
        return Measurement(self.filled, self.filled, rows=self.filled, unknown_rows=0)

main("bench", [Filled])
'''


def starts(plugin: Plugin, rounds: int) -> list[float]:
    """Milliseconds to start a plugin and learn its checkers."""
    result = []
    for _ in range(rounds):
        begin = time.perf_counter()
        with plugin.host() as host:
            host.start()
            result.append((time.perf_counter() - begin) * 1000)
            host.close()
    return result


def nothing(rounds: int) -> list[float]:
    """Milliseconds that the interpreter takes to start and end."""
    result = []
    for _ in range(rounds):
        begin = time.perf_counter()
        subprocess.run(["python3", "-BES", "-c", "pass"], check=True)
        result.append((time.perf_counter() - begin) * 1000)
    return result


def rate(plugin: Plugin, checker: str, table: Table, rounds: int) -> list[float]:
    """Millions of rows a second into one process."""
    size, result = 16_384, []
    batches = []
    for start in range(0, table.rows, size):
        end = min(start + size, table.rows)
        data = encoded(table.payload(start, end))
        batches.append(encoded({"type": "batch", "rows": end - start, "first_row": start,
                                "bytes": len(data)}) + data)
    for _ in range(rounds):
        with plugin.host() as host:
            host.start()
            host.open(checker, list(table.columns))
            begin = time.perf_counter()
            for batch in batches:
                host.process.send(batch, 60)
            host.finish(checker, table.rows, table.certain)
            result.append(table.rows / (time.perf_counter() - begin) / 1e6)
            host.close()
    return result


def ledger(rows: int) -> Table:
    """Rows of five columns, as a ledger has them."""
    return Table({
        "id": [f"S{row % 40_000:05}" for row in range(rows)],
        "day": [f"2024-{row % 12 + 1:02}-{row % 28 + 1:02}" for row in range(rows)],
        "amount": [f"{row * 7919 % 100_000}.{row % 100:02}" for row in range(rows)],
        "local": [None if row % 30 == 0 else row % 3 == 0 for row in range(rows)],
        "note": [None if row % 10 == 0 else "goods" for row in range(rows)]})


def survey(rows: int) -> Table:
    """Answers to a survey in three rounds."""
    return Table({
        "round": [1 if row == 0 else 2 + row % 2 for row in range(rows)],
        "received": [f"{row % 9_000}.{row % 100:02}" for row in range(rows)],
        "local_share": [None if row % 9 == 0 else f"0.{row % 100:02}" for row in range(rows)],
        "respondent": [f"R{row % 5_000}" for row in range(rows)]})


def line(name: str, values: list[float], unit: str) -> str:
    return (f"{name}: median {statistics.median(values):.2f} {unit}, "
            f"{min(values):.2f} to {max(values):.2f}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--rounds", type=int, default=15)
    chosen = options.parse_args()
    lm3 = Plugin("local-multiplier", ROOT / "Plugins/local-multiplier")
    print(line("the interpreter alone", nothing(chosen.rounds), "ms"))
    print(line("local-multiplier to its description", starts(lm3, chosen.rounds), "ms"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "plugin.py").write_text(COUNTER)
        sdk = ROOT / "Plugins/python/holdfast_plugin.py"
        (folder / sdk.name).write_text(sdk.read_text())
        counter = Plugin("bench", folder)
        print(line("a counter to its description", starts(counter, chosen.rounds), "ms"))
        rounds = max(3, chosen.rounds // 3)
        print(line("a counter of 5 columns", rate(counter, "filled", ledger(chosen.rows), rounds),
                   "million rows a second"))
    print(line("local-multiplier", rate(lm3, "lm3", survey(chosen.rows // 4), 3),
               "million rows a second"))


if __name__ == "__main__":
    main()
