#!/usr/bin/env python3
"""Holds a JSON report of this example against an independent recount of the same files.

Usage: oracle.py REPORT.json
"""

import json
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

sys.dont_write_bytecode = True

from recount.count import counts_by_group  # noqa: E402
from recount.promises import PROMISES, YEAR  # noqa: E402
from recount.tables import Data  # noqa: E402

NUMBERS = ["numerator", "denominator", "unknown", "lower", "upper", "value"]


def reported(finding):
    """The parts of a reported finding that are recounted, numbers as exact decimals."""
    result = {name: finding[name] for name in ("verdict", "check")}
    result["enforcement"] = finding["enforcement"]["check"]
    measurement = finding["measurement"] or {}
    for name in NUMBERS:
        text = measurement.get(name)
        result[name] = None if text is None else Decimal(text)
    for name in ("rows", "unknown_rows", "left_out"):
        result[name] = measurement.get(name)
    return result


def result_differences(result, counts):
    """What is wrong with the verdict of the whole, the period, and what was not evaluated."""
    findings = [count.expected() for count in counts.values()]
    blocks = {item["verdict"] for item in findings if item["enforcement"] == "block"}
    code = 1 if "fail" in blocks else 2 if "indeterminate" in blocks else 0
    wanted = {"as_of": "2025-04-30", "exit": code, "partial": False,
              "templates": ["northgate-anchor/CLE-6"]}
    for name, value in wanted.items():
        if result[name] != value:
            yield f"result: {name} is {result[name]}, recounted {value}"
    for finding in result["findings"]:
        period = finding["period"] or {}
        ends = [period.get("from"), period.get("to")]
        if ends != list(map(str, YEAR)):
            yield f"{finding['finding_id']}: the period is {ends[0]} to {ends[1]}"


def finding_differences(finding, count):
    """Every field of a finding that is not as recounted."""
    found = reported(finding)
    for field, value in count.expected().items():
        if found[field] != value:
            yield f"{field} is {found[field]}, recounted {value}"
    distances = [finding[name] for name in ("headroom", "shortfall")]
    yield from count.distance_problems(
        *(None if text is None else Fraction(text) for text in distances))


def all_differences(report, counts):
    """Goes through report and recount side by side; says what agrees and returns what does not."""
    found = {(item["id"], item["group"]): item for item in report["findings"]}
    wrong = [] if len(found) == len(report["findings"]) else ["a finding stands twice"]
    for key in sorted(found.keys() | counts.keys(), key=str):
        name = key[0] + (f" [{key[1]}]" if key[1] else "")
        if key not in found or key not in counts:
            wrong.append(f"{name}: only in the {'report' if key in found else 'recount'}")
            continue
        problems = list(finding_differences(found[key], counts[key]))
        wrong += [f"{name}: {problem}" for problem in problems]
        if not problems:
            values = counts[key].expected()
            print(f"agrees: {name}: {values['verdict']}, {values['lower']} to {values['upper']}")
    return wrong


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        result = json.load(file)["result"]
    data = Data(Path(__file__).resolve().parent)
    counts = {
        (promise.name, group): count
        for promise in PROMISES for group, count in counts_by_group(promise, data).items()}
    wrong = all_differences(result, counts) + list(result_differences(result, counts))
    for line in wrong:
        print(f"DIFFERS: {line}", file=sys.stderr)
    if wrong:
        sys.exit(1)
    print(f"{len(counts)} findings agree with the recount.")


if __name__ == "__main__":
    main()
