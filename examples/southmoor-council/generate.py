#!/usr/bin/env python3
"""Writes the data of this example: an invented council, its suppliers and one survey of them.

    python3 generate.py

The same bytes in every run. Nothing here is a real person, firm or place.
"""

import csv
import pathlib
import random

HERE = pathlib.Path(__file__).resolve().parent
FIRST = ["Ashgrove", "Birchmoor", "Calderbrook", "Dunmere", "Elmstead", "Fallowfen", "Garthside",
         "Hollinroyd", "Kestrelby", "Larchmont", "Marlbeck", "Netherby", "Oakhanger", "Pinfold",
         "Quernmore", "Ravensike", "Stanebeck", "Thornholme", "Underbarrow", "Wetherlam"]
TRADES = ["Joinery", "Catering", "Roofing", "Transport", "Fostering", "Software", "Grounds Care",
          "Print", "Cleaning", "Day Centres"]
#: Suppliers that stand in the register twice, and how they are spelt the second time.
TWICE = {3: "{0} LIMITED", 17: "{0} Ltd.", 40: "{0}, Limited", 66: "The {0} Ltd", 90: "{0} Lmited"}
LEDGER_ROWS = 400
#: Who lives in the borough, by ward, and how likely each is to be among those who start.
WARDS = {"Harbour": 18_200, "Mills": 22_400, "Heights": 31_100, "Riverside": 12_800}
CHANCES = [22, 24, 40, 14]


def suppliers(dice):
    """Rows of the register: id, name, company number."""
    names = [f"{first} {trade}" for first in FIRST for trade in TRADES]
    dice.shuffle(names)
    rows = [[f"V{number:04}", f"{name} Ltd", f"{7_000_000 + number * 97:08}"]
            for number, name in enumerate(names[:110], 1)]
    for place, spelling in TWICE.items():
        rows.append([f"V{len(rows) + 1:04}", spelling.format(rows[place][1][:-4]), ""])
    return rows


def ledger(dice, register):
    """Rows of the ledger: invoice, day, supplier, amount."""
    for number in range(1, LEDGER_ROWS + 1):
        month, day = dice.randint(1, 12), dice.randint(1, 28)
        year = 2024 if month >= 4 else 2025
        pence = dice.randint(5_000, 4_000_000)
        supplier = register[(number * 7) % len(register)][0]
        yield [f"P{number:05}", f"{year}-{month:02}-{day:02}", supplier,
               f"{pence // 100}.{pence % 100:02}"]


def survey(dice, register):
    """Rows of the survey: round, who received, how much, the part that was local.

    Round 1 is the council's own income, round 2 what it paid to suppliers here and elsewhere,
    round 3 what those here spent in turn: of forty who were asked, thirty-four answered.
    """
    yield ["1", "Southmoor Council", "24000000.00", ""]
    asked = register[:40]
    for row in asked:
        yield ["2", row[0], f"{dice.randint(100_000, 500_000)}.00", "1"]
    yield ["2", "elsewhere", "9000000.00", "0"]
    for place, row in enumerate(asked):
        share = "" if place % 7 == 3 else f"0.{dice.randint(25, 80):02}"
        yield ["3", row[0], "", share]


def starters(dice):
    """Rows of people who started: post, day, ward; of some nobody wrote down where they live."""
    for number in range(1, 181):
        ward = dice.choices(list(WARDS), weights=CHANCES)[0] if number % 23 else ""
        month = dice.randint(1, 12)
        year = 2024 if month >= 4 else 2025
        yield [f"N{number:04}", f"{year}-{month:02}-{dice.randint(1, 28):02}", ward]


def write(name, header, rows):
    """A file of the example."""
    with (HERE / name).open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *rows])


def main():
    dice = random.Random(1846)
    register = suppliers(dice)
    write("suppliers.csv", ["Vendor", "Name", "Company Number"], register)
    write("spend.csv", ["Payment", "Date", "Vendor", "Amount"], ledger(dice, register))
    rows = list(survey(dice, register))
    write("starters.csv", ["Post", "Started", "Ward"], starters(dice))
    received = {row[1]: row[2] for row in rows if row[0] == "2"}
    # Who was asked received in round 3 what the council paid in round 2.
    filled = [[row[0], row[1], row[2] or received[row[1]], row[3]] for row in rows]
    write("survey.csv", ["Round", "Received By", "Received", "Local Share"], filled)


if __name__ == "__main__":
    main()
