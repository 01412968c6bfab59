#!/usr/bin/env python3
"""How long `holdfast check` takes from start to exit where there is little to do.

    Benchmarks/ledger/startup.py BINARY [--runs N] [--instructions]

The thirty commitments of pack.yaml over an invented ledger of 1,000 rows and 200 suppliers (see
small.py); beside it `holdfast --version`, which is what starting and ending cost alone. Runs of the
two take turns; some go before that are not counted. With --instructions valgrind counts one run of
each as well.
"""

import argparse
import pathlib
import statistics
import tempfile

import callgrind
import running
import small

#: A commitment that fails is a right answer, and the exit code is then 1.
DECIDED = (0, 1)
WARMING = 5


def table(runs: dict[str, list[running.Run]], counted: dict[str, int]) -> str:
    """What the runs took, in Markdown."""
    columns = ["run", "median ms", "best ms", "slowest tenth ms", "processor ms", "peak MiB"]
    lines = [f"| {' | '.join(columns + ['instructions'] * bool(counted))} |"]
    lines.append("|---" + "|--:" * (len(columns) - 1 + bool(counted)) + "|")
    for name, of in runs.items():
        walls = sorted(one.wall * 1e3 for one in of)
        slow = walls[len(walls) * 9 // 10]
        numbers = [
            f"{statistics.median(walls):.1f}", f"{walls[0]:.1f}", f"{slow:.1f}",
            f"{running.median(of, 'processor') * 1e3:.1f}", f"{running.median(of, 'peak'):.0f}",
        ]
        numbers += [f"{counted[name]:,}"] if counted else []
        lines.append(f"| {name} | {' | '.join(numbers)} |")
    return "\n".join(lines)


def main() -> None:
    """Measures and prints a table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("binary", help="the built holdfast")
    options.add_argument("--runs", type=int, default=50)
    options.add_argument("--instructions", action="store_true", help="count them with valgrind")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        data = small.ledger(folder / "data", rows=1_000, suppliers=200)
        check = running.check(asked.binary, running.HERE / "pack.yaml", data)
        commands = {"check, 1,000 rows": check, "--version": [asked.binary, "--version"]}
        runs: dict[str, list[running.Run]] = {name: [] for name in commands}
        for _ in range(WARMING + asked.runs):
            for name, command in commands.items():
                runs[name].append(running.run(command, DECIDED))
        counted = {}
        if asked.instructions:
            callgrind.available()
            binary = callgrind.without_debugging(asked.binary, folder)
            counted = {
                name: callgrind.instructions([binary, *command[1:]], folder, DECIDED)
                for name, command in commands.items()
            }
    runs = {name: of[WARMING:] for name, of in runs.items()}
    print(f"{asked.runs} runs each, {running.machine()}\n\n{table(runs, counted)}")


if __name__ == "__main__":
    main()
