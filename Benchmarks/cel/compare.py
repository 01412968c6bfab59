#!/usr/bin/env python3
"""How long Holdfast's CEL and two others take for one evaluation, side by side in one run.

    Benchmarks/cel/compare.py [--rounds N]

The expression is parsed, checked and planned once and evaluated many times over a bound row. Processor
time is taken, and the rounds go through all engines in turn, so that whatever else the machine does
falls on all of them; what is told is the median of the rounds and its ratio to Holdfast's. The
numbers of one run can be compared with each other, those of two machines cannot.

- holdfast: `bench-cel` in this folder; the amount is an exact decimal. It is told with a double, too.
- cel-python: its compiled runner. It has no decimals; the amount is a double.
- common-expression-language: Rust behind a Python module. It has no decimals; the amount is a
  double, and the time holds the way from Python to Rust and back, with the row.

Needs Swift, Python 3.11 and the Python Package Index; the peers are installed into `.venv` here.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import venv

HERE = pathlib.Path(__file__).resolve().parent
EXPRESSION = 'supplier.local && amount > 1000.00 && category in ["food", "energy"]'
PEERS = ["cel-python==0.5.0", "common-expression-language==0.10.0"]
#: A row for which all three conditions are looked at, and one that ends at the first.
ROWS = {"all": True, "first": False}

#: What a peer's own process does: prints nanoseconds by the name of the row.
MEASURE = """
import json, sys, time

def measured(evaluate, wanted, evaluations):
    assert evaluate() == wanted
    for _ in range(evaluations // 10):
        evaluate()
    start = time.process_time_ns()
    for _ in range(evaluations):
        evaluate()
    return (time.process_time_ns() - start) / evaluations

expression, rows = sys.argv[1], json.loads(sys.argv[2])
results = {}
"""
CEL_PYTHON = MEASURE + """
import celpy
environment = celpy.Environment(runner_class=celpy.CompiledRunner)
program = environment.program(environment.compile(expression))
for name, local in rows.items():
    row = {
        "supplier": celpy.json_to_cel({"local": local}),
        "amount": celpy.celtypes.DoubleType(1250.5),
        "category": celpy.celtypes.StringType("energy"),
    }
    results[name] = measured(lambda: bool(program.evaluate(row)), local, 2000)
print(json.dumps(results))
"""
CEL_RUST = MEASURE + """
import cel
program = cel.compile(expression)
for name, local in rows.items():
    row = {"supplier": {"local": local}, "amount": 1250.5, "category": "energy"}
    results[name] = measured(lambda: program.execute(row), local, 20000)
print(json.dumps(results))
"""


def peers() -> str:
    """The Python of an environment in which the peers are installed."""
    python = HERE / ".venv" / "bin" / "python"
    if not python.exists():
        venv.create(HERE / ".venv", with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", *PEERS], check=True)
    return str(python)


def built() -> str:
    """The path of the measuring program, built for release."""
    build = ["swift", "build", "-c", "release", "--package-path", str(HERE)]
    subprocess.run(build, check=True, stdout=sys.stderr)
    folder = subprocess.run([*build, "--show-bin-path"], check=True, capture_output=True, text=True)
    return os.path.join(folder.stdout.strip(), "bench-cel")


def holdfast(program: str) -> dict[str, float]:
    """Nanoseconds by row, of Holdfast."""
    command = [program, EXPRESSION, "1000000"]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {name: float(number) for name, number in map(str.split, output.splitlines())}


def peer(python: str, script: str) -> dict[str, float]:
    """Nanoseconds by row, of a peer."""
    command = [python, "-c", script, EXPRESSION, json.dumps(ROWS)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> None:
    """Measures round by round and prints a table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--rounds", type=int, default=7)
    rounds = options.parse_args().rounds
    program, python = built(), peers()
    engines = {
        "holdfast": lambda: holdfast(program),
        "cel-python": lambda: peer(python, CEL_PYTHON),
        "common-expression-language": lambda: peer(python, CEL_RUST),
    }
    runs: dict[str, list[dict[str, float]]] = {name: [] for name in engines}
    for _ in range(rounds):
        for name, measure in engines.items():
            runs[name].append(measure())
    medians = {
        name: {row: statistics.median(run[row] for run in of) for row in of[0]}
        for name, of in runs.items()
    }
    own = medians["holdfast"]
    print(f"{EXPRESSION}\nmedian of {rounds} rounds, {os.cpu_count()} processors\n")
    print("| engine | all conditions, ns | ratio | ends at the first, ns | ratio |")
    print("|---|--:|--:|--:|--:|")
    for name, result in medians.items():
        cells = [f"{result[row]:,.0f} | {result[row] / own[row]:.1f}" for row in ROWS]
        print(f"| {name} | {' | '.join(cells)} |")
    print(f"\nholdfast, the amount a double: {own['all-double']:,.0f} ns")


if __name__ == "__main__":
    main()
