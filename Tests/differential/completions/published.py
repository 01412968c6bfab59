"""Examples that were published with their results, each as a commitment over rows of one table."""

from __future__ import annotations

import csv
import json
import os
import subprocess
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Iterator

from declarations import as_yaml

# Numbers without a key, by series; then amounts by key; then years.
SERIES = {
    # The ordered lists of the article "Percentile" (Wikipedia), nearest rank: examples 1 to 3.
    "five": ["15", "20", "35", "40", "50"],
    "ten": ["3", "6", "7", "8", "8", "10", "13", "15", "16", "20"],
    "eleven": ["3", "6", "7", "8", "8", "9", "10", "13", "15", "16", "20"],
    # The article "Median": an odd and an even number of observations.
    "odd": ["1", "3", "3", "6", "7", "8", "9"],
    "even": ["1", "2", "3", "4", "5", "6", "8", "9"],
}
KEYED = {
    # U.S. Department of Justice: four firms with 30, 30, 20 and 20 percent have an index of 2,600.
    "firms": [("A", "30"), ("B", "30"), ("C", "20"), ("D", "20")],
    "alone": [("A", "100")],
    # Pareto: of ten customers two bring 80%.
    "customers": [("A", "50"), ("B", "30")] + [(key, "2.5") for key in "CDEFGHIJ"],
    # LM3 (New Economics Foundation): (R1 + R2 + R3) / R1, all recipients having answered.
    "lm3": [("income", "100000"), ("local", "60000"), ("respent", "24000")],
}
# 100 grown by 15% a year over two years.
YEARS = [("2022-06-01", "100"), ("2023-06-01", "115"), ("2024-06-01", "132.25")]
PERIOD = {"from": "2024-01-01", "to": "2024-12-31"}
BEFORE = {"from": "2022-01-01", "to": "2022-12-31"}
# The rule of four fifths: 48 of 80 applicants are hired, and 12 of 40; and the rates of the EEOC's
# questions and answers of 1979, where American Indians come to 45/60 or 75% of the highest.
HIRES = {"two": [("white", 48, 80), ("black", 12, 40)],
         "four": [("white", 60, 100), ("indian", 45, 100), ("hispanic", 48, 100),
                  ("black", 51, 100)]}


@dataclass
class Example:
    """A commitment, and what it comes to: value and verdict."""
    keys: dict[str, Any]
    value: str
    verdict: str


def ranked(series: str, value: str, part: str | None = None) -> Example:
    """A median, or the number at a rank."""
    how = {"check": "quantile", "at": part} if part else {"check": "median"}
    return Example(how | {"of": "numbers", "measure": "n", "where": f'series == "{series}"',
                          "target": f"= {value}"}, value, "pass")


def spread(series: str, value: str, target: str, verdict: str, **how: Any) -> Example:
    """How uneven amounts are."""
    return Example({"check": "concentration", "of": "numbers", "by": "key", "measure": "n",
                    "where": f'series == "{series}"', "target": target} | how, value, verdict)


def grown(target: str, verdict: str, value: str = "132.25", **how: Any) -> Example:
    """What has become of a number in two years."""
    return Example({"check": "total", "of": "sales", "measure": "n", "period": PERIOD,
                    "baseline": {"period": BEFORE}, "target": target} | how, value, verdict)


def hired(case: str, value: str, target: str, verdict: str, how: str) -> Example:
    """How far the rates of hiring are apart."""
    return Example({"check": "gap", "of": "applicants", "where": "hired", "per": "team",
                    "among": f'case == "{case}"', "as": how, "target": target}, value, verdict)


def multiplied() -> Example:
    """What an income comes to after three rounds."""
    parts = {name: {"measure": "n", "where": f'series == "lm3" && key == "{row}"'}
             for name, row in [("income", "income"), ("local", "local"), ("answered", "local"),
                               ("respent", "respent")]}
    return Example({"check": "multiplier", "of": "numbers", "target": ">= 1.84"} | parts,
                   "1.84", "pass")


def examples() -> list[Example]:
    """All of them."""
    return [
        ranked("odd", "6"), ranked("even", "4.5"), ranked("ten", "9"), ranked("eleven", "9"),
        *[ranked("five", value, part) for part, value in
          [("5%", "15"), ("30%", "20"), ("40%", "20"), ("50%", "35"), ("100%", "50")]],
        *[ranked("ten", value, part) for part, value in
          [("25%", "7"), ("50%", "8"), ("75%", "15"), ("100%", "20")]],
        *[ranked("eleven", value, part) for part, value in
          [("25%", "7"), ("50%", "9"), ("75%", "15"), ("100%", "20")]],
        spread("firms", "0.26", "= 0.26", "pass", **{"as": "hhi"}),
        spread("firms", "0.26", "<= 0.25", "fail", **{"as": "hhi"}),
        spread("alone", "1", "<= 1", "pass", **{"as": "hhi"}),
        spread("firms", "0.6", "= 60%", "pass", **{"as": "top_share", "top": 2}),
        spread("customers", "2", "= 2", "pass", **{"as": "pareto", "covers": "80%"}),
        spread("customers", "3", "= 3", "pass", **{"as": "pareto", "covers": "80.1%"}),
        hired("two", "0.5", ">= 80%", "fail", "ratio"),
        hired("two", "0.3", "= 30%", "pass", "difference"),
        hired("four", "0.75", "= 75%", "pass", "ratio"),
        multiplied(),
        grown("+15% a year", "pass"), grown("+15.01% a year", "fail"),
        grown("+32.25% over baseline", "pass"), grown("+32.25 over baseline", "pass"),
        grown("> 1.3225 x baseline", "fail"),
        grown("= 32.25%", "pass", "0.3225", check="growth", **{"as": "rate"}),
        grown("= 1.3225", "pass", "1.3225", check="growth", **{"as": "factor"}),
        grown("= 32.25", "pass", "32.25", check="growth", **{"as": "difference"}),
        grown("+15% a year", "pass", baseline={"period": "previous"}),
        grown("+15% a year", "pass", baseline={"value": "100", "date": "2022-12-31"}),
    ]


def count() -> int:
    """How many there are."""
    return len(examples())


def tables() -> dict[str, list[list[str]]]:
    """The files: headers, then rows."""
    numbers = [[name, "", value] for name, values in SERIES.items() for value in values]
    numbers += [[name, key, value] for name, pairs in KEYED.items() for key, value in pairs]
    applicants = [[case, f"{case}-{team}-{index}", team, "yes" if index < chosen else "no"]
                  for case, teams in HIRES.items() for team, chosen, whole in teams
                  for index in range(whole)]
    return {"numbers": [["series", "key", "n"], *numbers],
            "applicants": [["case", "id", "team", "hired"], *applicants],
            "sales": [["day", "n"], *[list(pair) for pair in YEARS]]}


def institution() -> dict[str, Any]:
    """The description of the tables."""
    number = {"type": "decimal", "currency": "none"}
    text = {"type": "text"}
    flag = {"type": "bool", "values": {"yes": True, "no": False}}
    return {"institution": "Published", "currency": "GBP", "datasets": {
        "numbers": {"files": "numbers.csv", "columns": {"series": text, "key": text, "n": number}},
        "applicants": {"files": "applicants.csv",
                       "columns": {"case": text, "id": text, "team": text, "hired": flag}},
        "sales": {"files": "sales.csv", "period_by": "day",
                  "columns": {"day": {"type": "date"}, "n": number}}}}


def write(folder: str) -> None:
    """Writes the files that the program reads."""
    for name, lines in tables().items():
        path = os.path.join(folder, f"{name}.csv")
        with open(path, "w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows(lines)
    pack = {"pack": "published", "version": "1.0.0", "commitments": [
        {"id": f"E{place}", "title": f"Example {place}"} | example.keys
        for place, example in enumerate(examples())]}
    for name, value in [("institution", institution()), ("pack", pack)]:
        with open(os.path.join(folder, f"{name}.yaml"), "w", encoding="utf-8") as out:
            out.write(as_yaml(value).lstrip("\n") + "\n")


def command(binary: str) -> list[str]:
    """How the program is run."""
    return [binary, "check", "pack.yaml", "--data", ".", "--as-of", "2025-06-30",
            "--reproducible", "--report", "json"]


def problems(binary: str, folder: str) -> list[str]:
    """Every example that comes to something else."""
    write(folder)
    done = subprocess.run(command(binary), cwd=folder, capture_output=True)
    if not done.stdout:
        return ["no report: " + done.stderr.decode(errors="replace")[:4000]]
    findings = json.loads(done.stdout)["result"]["findings"]
    return list(differences({finding["id"]: finding for finding in findings}))


def differences(findings: dict[str, dict[str, Any]]) -> Iterator[str]:
    """What is wrong with the findings."""
    for place, example in enumerate(examples()):
        finding = findings[f"E{place}"]
        value = (finding["measurement"] or {}).get("value")
        is_right = value is not None and Fraction(value) == Fraction(example.value)
        if not is_right or finding["verdict"] != example.verdict:
            yield (f"E{place} {json.dumps(example.keys)}: {value} {finding['verdict']}, expected "
                   f"{example.value} {example.verdict}")
