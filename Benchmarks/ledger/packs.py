"""Packs of any number of commitments that really differ, over what a ledger holds.

The commitments of a smaller pack are the first of a larger one. Each draws its own combination of
conditions (suppliers' attributes, places, lists of categories and departments, amounts), period,
measure and target, from a generator with a fixed seed.
"""

import collections.abc
import csv
import itertools
import json
import pathlib
import random

HEAD = """pack: growth
title: Promises by number
version: 1.0.0
commitments:
"""
YEARS = [("2024-04-01", "2025-03-31"), ("2025-04-01", "2026-03-31"), ("2024-04-01", "2026-03-31")]
QUARTERS = [("2025-04-01", "2025-06-30"), ("2025-07-01", "2025-09-30")]


def held(file: pathlib.Path, columns: list[str], rows: int = 20_000) -> dict[str, list[str]]:
    """The texts that some columns of a table hold, sorted; of a long table, of its beginning."""
    with file.open(encoding="utf-8", newline="") as text:
        read = list(itertools.islice(csv.DictReader(text), rows))
    return {column: sorted({row[column] for row in read} - {""}) for column in columns}


class Author:
    """Draws conditions over the texts that the tables hold."""

    def __init__(self, data: pathlib.Path):
        self.dice = random.Random(30)
        ledger = ["category", "department", "payment_method", "currency"]
        supplier = ["local_area", "green_cert", "ownership", "postcode"]
        self.ledger = held(data / "ledger.csv", ledger)
        self.supplier = held(data / "suppliers.csv", supplier)

    def listed(self, texts: list[str], most: int) -> str:
        """Some of the texts as a list in an expression."""
        return json.dumps(sorted(self.dice.sample(texts, self.dice.randint(1, most))))

    def amount(self) -> str:
        """A line through the amounts, a different one nearly every time."""
        return f"amount {self.dice.choice(['>=', '<'])} {self.dice.randint(10, 20_000)}.00"

    def kept(self) -> str:
        """What keeps a promise. A blank cell never does, so known() is asked first."""
        column = self.dice.choice(["local_area", "green_cert", "ownership"])
        flag = self.dice.choice(["sme", "living_wage", "minority_owned"])
        prefix = self.dice.choice(self.supplier["postcode"])[:2]
        some = self.listed(self.supplier[column], 4)
        return self.dice.choice([
            f"known(supplier.{column})",
            f"known(supplier.{column}) && supplier.{column} in {some}",
            f"known(supplier.{flag}) && supplier.{flag}",
            f'known(supplier.postcode) && supplier.postcode.startsWith("{prefix}")',
            "known(po_number)",
            f"known(payment_method) && payment_method in "
            f"{self.listed(self.ledger['payment_method'], 2)}",
            f"currency in {self.listed(self.ledger['currency'], 1)}",
            self.amount(),
        ])

    def spoken_of(self) -> str:
        """Which rows a promise speaks about."""
        column = self.dice.choice(["category", "department"])
        some = self.listed(self.ledger[column], 6)
        return self.dice.choice([f"{column} in {some}", self.amount()])

    def commitments(self) -> collections.abc.Iterator[tuple[str, ...]]:
        """The keys of one commitment after the other, no two of them alike."""
        met = set()
        while True:
            first, last = self.dice.choice(YEARS * 3 + QUARTERS)
            where = " && ".join(self.kept() for _ in range(self.dice.randint(1, 3)))
            keys = [f"where: {json.dumps(where)}", f"period: {{ from: {first}, to: {last} }}"]
            if self.dice.random() < 0.75:
                keys.append("measure: amount")
            if among := " && ".join(self.spoken_of() for _ in range(self.dice.randint(0, 2))):
                keys.append(f"among: {json.dumps(among)}")
            if tuple(keys) not in met:
                met.add(tuple(keys))
                yield (*keys, f'target: ">= {self.dice.randint(1, 90)}%"')


def pack(count: int, data: pathlib.Path) -> str:
    """The text of a pack with so many commitments."""
    lines = [HEAD]
    for number, keys in enumerate(itertools.islice(Author(data).commitments(), count), 1):
        lines.append(f"  - id: G{number:04d}\n    title: Promise {number}\n")
        lines += [f"    {key}\n" for key in ("check: share", "of: spend", *keys)]
    return "".join(lines)
