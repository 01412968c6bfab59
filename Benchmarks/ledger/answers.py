#!/usr/bin/env python3
"""What Holdfast found, as one canonical text, so that it can be compared byte by byte.

    Benchmarks/ledger/answers.py REPORT.json [EXPECTED.txt]

A line for each commitment: id, numerator, denominator, target and verdict, sums to the penny. The
verdict is Holdfast's own, not worked out again from the sums. Without EXPECTED the text is printed;
with it the exit code is 1 where the two differ, and the lines that do are shown. A finding that is
not certain (unknown rows, no single value, another verdict than pass or fail) is refused: the
benchmark's conditions leave nothing unknown.
"""

import decimal
import json
import pathlib
import sys


class NotComparable(Exception):
    """A report that does not say one number for each commitment."""


def penny(text: str) -> str:
    """A sum with exactly two digits behind the point; refuses what that would round."""
    number = decimal.Decimal(text)
    written = number.quantize(decimal.Decimal("0.01"))
    if written != number:
        raise NotComparable(f"{text} is finer than a penny")
    return str(written)


def line(finding: dict) -> str:
    """The canonical line of one finding."""
    measurement, name = finding["measurement"], finding["id"]
    if finding["verdict"] not in ("pass", "fail"):
        raise NotComparable(f"{name}: {finding['explanation']}")
    if measurement["unknown_rows"] or measurement["value"] is None:
        raise NotComparable(f"{name}: rows are unknown: {finding['explanation']}")
    written = str if measurement["currency"] is None else penny
    sums = f"{written(measurement['numerator'])} {written(measurement['denominator'])}"
    target = finding["target"]["text"].replace(" ", "")
    return f"{name} {sums} {target} {finding['verdict'].upper()}"


def canonical(report: pathlib.Path) -> str:
    """The text of a whole report."""
    findings = json.loads(report.read_text(encoding="utf-8"))["result"]["findings"]
    return "".join(line(finding) + "\n" for finding in findings)


def differences(found: str, expected: str) -> list[str]:
    """The lines that only one of two texts has, and from which side."""
    ours, theirs = found.splitlines(), expected.splitlines()
    missing = [f"expected {text}" for text in theirs if text not in ours]
    extra = [f"found    {text}" for text in ours if text not in theirs]
    if found != expected and not missing + extra:
        return ["the lines stand in another order, or one stands twice"]
    return sorted(missing + extra, key=lambda text: text.split(" ", 1)[1].lstrip())


def main() -> None:
    """Prints the text of a report, or holds it against an expected one."""
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    try:
        found = canonical(pathlib.Path(sys.argv[1]))
    except NotComparable as problem:
        sys.exit(f"answers: {problem}")
    if len(sys.argv) == 2:
        print(found, end="")
        return
    wrong = differences(found, pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
    if wrong:
        sys.exit("answers differ:\n" + "\n".join(wrong))


if __name__ == "__main__":
    main()
