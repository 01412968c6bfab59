#!/usr/bin/env python3
"""Writes the data files of this folder; the same bytes every time."""

import csv
import sys
from pathlib import Path

sys.dont_write_bytecode = True

from generator import people  # noqa: E402
from generator.spend import MONTHS, Ledger  # noqa: E402
from generator.suppliers import HEADER, suppliers  # noqa: E402

SEED = 20240401


def write(path, rows):
    """A UTF-8 file with a line feed behind every record."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def main():
    folder = Path(__file__).resolve().parent
    known = suppliers(SEED)
    write(folder / "suppliers.csv", [HEADER] + [supplier.cells for supplier in known])
    ledger = Ledger(SEED + 1, known)
    for year, month in MONTHS:
        header, rows = ledger.month(year, month)
        write(folder / "spend" / f"{year}-{month:02d}.csv", [header] + rows)
    wards = people.neighbourhoods()
    write(folder / "neighbourhoods.csv", wards)
    write(folder / "hires.csv", people.hires(SEED + 2, wards))
    write(folder / "workforce.csv", people.workforce(SEED + 3))


if __name__ == "__main__":
    main()
