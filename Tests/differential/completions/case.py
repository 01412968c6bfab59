"""One random institution with one random pack, in a folder of its own."""

from __future__ import annotations

import csv
import datetime
import json
import os
import subprocess
from typing import Any, Iterator

from completions.aiming import Archer
from completions.growing import Grower
from completions.institutions import random_institution
from completions.judging import Judgement
from completions.outcomes import Outcomes
from completions.promises import Promise
from completions.spans import Calendar
from completions.tables import Table
from declarations import as_yaml
from dice import Dice

DAYS = [datetime.date(2025, 6, 30), datetime.date(2025, 3, 31), datetime.date(2024, 11, 14)]
YEARS = [(4, 1), (4, 1), (1, 1), (7, 1)]
COMMITMENTS = 30


class Case:
    """What is made up for a seed and a number, and how the program is run on it."""

    def __init__(self, seed: str, number: int, folder: str):
        dice = Dice(f"checkers/{seed}/{number}")
        self.name, self.folder = f"{seed}/{number}", folder
        calendar = Calendar(dice, dice.choice(DAYS), dice.choice(YEARS))
        self.institution = random_institution(
            dice, calendar.spans(), calendar.as_of, calendar.fiscal)
        self.outcomes = Outcomes(self.institution)
        grower, archer = Grower(dice, self.institution, calendar), Archer(dice, self.outcomes)
        while len(self.outcomes.promises) < COMMITMENTS:
            promise = grower.promise(f"P{len(self.outcomes.promises)}", self.outcomes.promises)
            if self.outcomes.is_small(promise):
                archer.aim(promise)
                # The line may rest on further cells.
                if self.outcomes.is_small(promise):
                    self.outcomes.promises[promise.id] = promise

    def write(self) -> None:
        """Writes the files that the program reads."""
        os.makedirs(os.path.join(self.folder, "data"))
        for table in self.institution.tables.values():
            write_table(os.path.join(self.folder, "data", f"{table.name}.csv"), table)
        pack = {"pack": "random", "version": "1.0.0", "commitments": [
            promise.declaration() for promise in self.outcomes.promises.values()]}
        for path, value in [("data/institution.yaml", self.institution.declaration()),
                            ("pack.yaml", pack)]:
            with open(os.path.join(self.folder, path), "w", encoding="utf-8") as out:
                out.write(as_yaml(value).lstrip("\n") + "\n")

    def command(self, binary: str) -> list[str]:
        """How the program is run."""
        return [binary, "check", "pack.yaml", "--data", "data", "--as-of",
                str(self.institution.as_of), "--reproducible", "--report", "json"]

    def problems(self, binary: str) -> list[str]:
        """What is wrong with the report, each with the commitment and both answers."""
        self.write()
        done = subprocess.run(self.command(binary), cwd=self.folder, capture_output=True)
        if not done.stdout:
            return ["no report: " + done.stderr.decode(errors="replace")[:4000]]
        findings: dict[str, list[dict[str, Any]]] = {}
        for finding in json.loads(done.stdout)["result"]["findings"]:
            findings.setdefault(finding["id"], []).append(finding)
        return [problem for promise in self.outcomes.promises.values()
                for problem in self.differences(promise, findings.get(promise.id, []))]

    def differences(self, promise: Promise, findings: list[dict[str, Any]]) -> Iterator[str]:
        """What is wrong with the findings of a commitment."""
        if not findings:
            yield f"{promise.id}: no finding"
        yield from self.group_differences(promise, findings)
        for finding in findings:
            found = list(Judgement(self.outcomes, promise, finding).problems())
            if found:
                yield self.described(promise, finding, found)

    def described(self, promise: Promise, finding: dict[str, Any], found: list[str]) -> str:
        """What is wrong, with the commitment and what is told of it."""
        measured = finding["measurement"] or {}
        told = json.dumps({name: measured.get(name) for name in ("value", "lower", "upper")})
        blank = [f"{item.table}-{item.row}.{item.column}"
                 for item in self.outcomes.blanks(promise)]
        return "\n    ".join([
            f"{finding['finding_id']}: " + "; ".join(found),
            "pack: " + json.dumps(promise.declaration(), ensure_ascii=False),
            f"report: {finding['verdict']} {told}: {finding['explanation']}",
            f"blank: {', '.join(blank) or 'nothing'}"])

    def group_differences(self, promise: Promise,
                          findings: list[dict[str, Any]]) -> Iterator[str]:
        """Groups that are missing, or there without a row, where everything is known."""
        worlds = self.outcomes.ways(promise)
        if not promise.has_groups or len(worlds) > 1 or findings[0]["verdict"] == "error":
            return
        told = [finding["group"] for finding in findings if finding["group"] is not None]
        wanted = promise.own.groups or promise.groups_in(worlds[0])
        if sorted(told) != sorted(wanted):
            yield f"{promise.id}: groups {told}, expected {wanted}"

    def data(self) -> str:
        """The rows, for people."""
        return "\n".join(f"{table.name}:\n" + "\n".join(
            "  " + ",".join(line) for line in table.lines())
            for table in self.institution.tables.values())


def write_table(path: str, table: Table) -> None:
    """Writes the rows of a table."""
    with open(path, "w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(table.lines())
