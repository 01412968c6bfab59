"""The data files as plain dictionaries. None stands for a cell that says nothing."""

import csv
import datetime
import re
from fractions import Fraction

SPEND = {
    "paid_on": ["Payment Date", "Paid On"], "supplier": ["Supplier ID", "Vendor No."],
    "category": ["Expense Category", "Category"], "department": ["Dept.", "Department"],
    "order": ["PO Number", "Purchase Order"], "amount": ["Amount (£ net)", "Net Amount"]}
SUPPLIERS = {"id": ["Supplier No."], "postcode": ["Trading Postcode"],
             "green": ["Green Certificate"], "living_wage": ["Living Wage Accredited"],
             "small": ["SME"]}
HIRES = {"start": ["Start Date"], "band": ["Band"], "home": ["Home Area"],
         "hours": ["Weekly Hours"]}
WORKFORCE = {"pay": ["Hourly Pay (£)"], "frontline": ["Frontline"]}
POSTCODE = re.compile(r"([A-Z]{1,2})([0-9][0-9A-Z]?)(?:[0-9][A-Z]{2})?")


def read(path, columns, silent=("",)):
    """The rows of a file under our own column names."""
    with open(path, encoding="utf-8", newline="") as file:
        for cells in csv.DictReader(file):
            row = {}
            for name, headers in columns.items():
                cell = next(cells[header] for header in headers if header in cells).strip()
                row[name] = None if cell in silent else cell
            yield row


def number(text):
    """An amount as either ledger writes it, exactly; brackets make it negative."""
    size = Fraction(text.strip("()").replace(",", ""))
    return -size if text.startswith("(") else size


def outward(text):
    """The area letters and outward code of a postcode; None where it is none."""
    match = POSTCODE.fullmatch(text.replace(" ", "")) if text else None
    return (match[1], match[1] + match[2]) if match else None


def truth(text):
    """Yes and No; anything else says nothing."""
    return {"Yes": True, "No": False}.get(text)


class Data:
    """Everything in the folder, with each payment tied to its supplier."""

    def __init__(self, folder):
        suppliers = {row["id"]: row for row in read(folder / "suppliers.csv", SUPPLIERS)}
        for row in suppliers.values():
            row["place"] = outward(row["postcode"])
            row["living_wage"] = truth(row["living_wage"])
            row["small"] = truth(row["small"])
            row["green"] = row["green"] not in (None, "none")
        self.spend = []
        for path in sorted((folder / "spend").glob("*.csv")):
            self.spend += read(path, SPEND, silent=("", "-"))
        for row in self.spend:
            row["day"] = datetime.datetime.strptime(row["paid_on"], "%d/%m/%Y").date()
            row["amount"] = number(row["amount"])
            row["supplier"] = suppliers.get(row["supplier"])
        wards = {row["code"]: row["ward"] for row in read(
            folder / "neighbourhoods.csv", {"code": ["Area Code"], "ward": ["Ward"]})}
        self.hires = list(read(folder / "hires.csv", HIRES, silent=("", "Withheld")))
        for row in self.hires:
            row["day"] = datetime.date.fromisoformat(row["start"])
            row["hours"] = Fraction(row["hours"])
            row["ward"] = wards.get(row["home"], "beyond the town") if row["home"] else None
        self.workforce = list(read(folder / "workforce.csv", WORKFORCE))
        for row in self.workforce:
            row["pay"] = Fraction(row["pay"])
            row["day"] = datetime.date(2025, 3, 31)
