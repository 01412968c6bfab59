#!/usr/bin/env python3
"""A small invented ledger with the columns of institution.yaml, from the standard library alone.

    Benchmarks/ledger/small.py --rows 1000 --suppliers 200 FOLDER

writes FOLDER/ledger.csv, FOLDER/suppliers.csv and a copy of institution.yaml. Every cell is worked
out from its row's number alone: a shorter ledger is the beginning of a longer one, on every machine
and version of Python. It has what makes ledgers slow: quoted cells with commas and quotes in them,
letters beyond ASCII, blanks, credit notes, suppliers that nobody knows, and columns that no
commitment asks for.
"""

import argparse
import collections.abc
import csv
import datetime
import hashlib
import pathlib
import shutil

CATEGORIES = [
    "Agency Staff", "Catering", "Cleaning", "Construction", "Energy", "Food Produce", "IT Hardware",
    "Legal", "Office Supplies", "Professional Services", "Security", "Training", "Travel", "Waste",
]
DEPARTMENTS = ["Catering Services", "Estates", "Finance", "Library", "Nursing", "Pathology"]
PLACES = ["Canal Side", "Mill Lane", "Old Town", "Station Quarter"]
METHODS = ["BACS", "BACS", "BACS", "BACS", "Card", "Cheque", "Direct Debit", ""]
OWNERS = ["private", "private", "private", "charity", "cooperative", "employee-owned", "public"]
CERTIFICATES = ["ISO14001", "EMAS", "BCorp"]
TRADES = ["Bakers", "Builders", "Café Supplies", "Cleaners", "Engineers", "Movers", "Printers"]
GOODS = ["blankets", "boiler parts", "bread and milk", "copper pipe", "reading lamps", "software"]
FIRST_DAY = datetime.date(2024, 4, 1)
HEADERS = [
    "entry_id", "posting_date", "supplier_id", "supplier_name", "department", "category",
    "description", "po_number", "amount", "currency", "payment_method", "invoice_ref",
]
SUPPLIER_HEADERS = [
    "supplier_id", "name", "postcode", "local_area", "sme", "green_cert", "living_wage",
    "ownership", "minority_owned",
]


class Dice:
    """Numbers that depend on a name alone, which is that of a row."""

    def __init__(self, name: str):
        self.bytes = hashlib.shake_128(name.encode()).digest(64)
        self.used = 0

    def below(self, count: int) -> int:
        """The next number, from 0 to one less than the count."""
        self.used += 4
        return int.from_bytes(self.bytes[self.used - 4:self.used], "big") % count

    def one_of(self, texts: list[str]) -> str:
        """The next text."""
        return texts[self.below(len(texts))]

    def filled(self, percent: int, text: str) -> str:
        """A text in so many of a hundred cases, a blank in the others."""
        return text if self.below(100) < percent else ""


def supplier(number: int) -> list[str]:
    """The cells of one supplier."""
    dice = Dice(f"supplier {number}")
    trade = dice.one_of(TRADES)
    area = dice.one_of(["LS", "NG", "M"])
    name = dice.one_of([f"{trade} of {dice.one_of(PLACES)}", f"{trade}, Sons & Co",
                        f'The "{number}" {trade}', f"{trade} {number} Ltd"])
    flag = ["true", "false", ""]
    return [
        f"S{number:05d}", name, dice.filled(96, f"{area}{number % 20} 4AB"),
        dice.filled(45, dice.one_of(PLACES)), dice.one_of(flag),
        dice.filled(30, dice.one_of(CERTIFICATES)), dice.one_of(flag), dice.one_of(OWNERS),
        dice.one_of(flag),
    ]


def entry(number: int, suppliers: list[list[str]]) -> list[str]:
    """The cells of one entry. Every 150th leads to a supplier that the other file does not hold."""
    dice = Dice(f"entry {number}")
    known = suppliers[min(dice.below(len(suppliers)), dice.below(len(suppliers)))]
    who = known[:2] if number % 150 else [f"X{number}", "Sundry"]
    day = FIRST_DAY + datetime.timedelta(dice.below(730))
    goods = f"{dice.one_of(GOODS)}{dice.one_of([', ', ' for the '])}{dice.one_of(PLACES).lower()}"
    pence = (dice.below(9_000_000) + 1_000_000) // 10 ** dice.below(5)
    sign = "-" if dice.below(100) < 3 else ""
    return [
        f"E{number:08d}", day.isoformat(), *who, dice.one_of(DEPARTMENTS), dice.one_of(CATEGORIES),
        f"Delivery of {goods}", dice.filled(85, f"PO{dice.below(10**7):07d}"),
        f"{sign}{pence // 100}.{pence % 100:02d}", dice.one_of(["GBP"] * 48 + ["EUR", "USD"]),
        dice.one_of(METHODS), f"INV-{dice.below(10**8):08d}",
    ]


def write(file: pathlib.Path, headers: list[str], rows: collections.abc.Iterable) -> None:
    """Writes one table."""
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(headers)
        writer.writerows(rows)


def ledger(folder: pathlib.Path, rows: int, suppliers: int) -> pathlib.Path:
    """Makes a data folder with so many entries and suppliers."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(pathlib.Path(__file__).resolve().parent / "institution.yaml", folder)
    known = [supplier(number) for number in range(1, suppliers + 1)]
    write(folder / "suppliers.csv", SUPPLIER_HEADERS, known)
    write(folder / "ledger.csv", HEADERS, (entry(number, known) for number in range(1, rows + 1)))
    return folder


def main() -> None:
    """Writes what the command line asks for."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--rows", type=int, default=1_000)
    options.add_argument("--suppliers", type=int, default=200)
    parsed = options.parse_args()
    ledger(parsed.folder, parsed.rows, parsed.suppliers)


if __name__ == "__main__":
    main()
