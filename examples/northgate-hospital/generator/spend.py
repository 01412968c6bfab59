"""The ledger: twelve monthly files from two systems, the second of which took over in October."""

import calendar

from .dice import Dice
from .stories import STORIES

MONTHS = [(2024, month) for month in range(4, 13)] + [(2025, month) for month in range(1, 4)]
ROWS_A_MONTH = 1640
OLD_HEADER = ["Invoice No", "Line", "Payment Date", "Supplier ID", "Expense Category", "Dept.",
              "Description", "PO Number", "Amount (£ net)"]
NEW_HEADER = ["Paid On", "Vendor No.", "Invoice Number", "Line", "Description", "Category",
              "Department", "Purchase Order", "Net Amount"]
NEW_ORDER = [2, 3, 0, 1, 6, 4, 5, 7, 8]
FREQUENCY = [("Clinical supplies", 34), ("Pharmacy", 13), ("Estates and facilities", 12),
             ("Catering", 10), ("Cleaning and laundry", 6), ("Digital", 7), ("Agency staffing", 8),
             ("Transport", 5), ("Training", 2), ("Professional services", 2), ("Energy", 1)]
DEPARTMENTS = {
    "Clinical supplies": [("Surgery", 40), ("Medicine", 30), ("Diagnostics", 18),
                          ("Women and children", 12)],
    "Pharmacy": [("Medicine", 70), ("Surgery", 15), ("Community services", 15)],
    "Estates and facilities": [("Estates", 100)],
    "Catering": [("Estates", 80), ("Community services", 20)],
    "Cleaning and laundry": [("Estates", 90), ("Community services", 10)],
    "Digital": [("Digital", 85), ("Diagnostics", 15)],
    "Agency staffing": [("Medicine", 40), ("Surgery", 30), ("Women and children", 20),
                        ("Community services", 10)],
    "Transport": [("Community services", 75), ("Estates", 25)],
    "Training": [("People and finance", 80), ("Women and children", 20)],
    "Professional services": [("People and finance", 100)],
    "Energy": [("Estates", 100)],
}
# Pounds: an amount lies between two neighbours, each pair as likely as the next.
SIZES = {"small": [12, 60, 180, 420, 950, 2600], "medium": [150, 600, 1800, 4200, 8500, 19000],
         "large": [2400, 6000, 14000, 26000, 48000, 92000]}
GOODS = {
    "Clinical supplies": ["theatre packs", "dressings", "gloves", "ward stock"],
    "Pharmacy": ["ward stock", "infusions", "discharge medicines"],
    "Estates and facilities": ["repairs", "call-out", "monthly service", "materials"],
    "Catering": ["deliveries", "bread", "vegetables", "special diets"],
    "Cleaning and laundry": ["linen", "monthly service", "deep clean"],
    "Digital": ["licences", "support", "equipment"],
    "Agency staffing": ["night shifts", "weekend shifts", "cover for leave"],
    "Transport": ["patient journeys", "samples", "deliveries"],
    "Training": ["sessions", "course materials"],
    "Professional services": ["advice", "survey"],
    "Energy": ["electricity", "gas", "heat"],
}


class Ledger:
    """Writes rows as [invoice, line, date, supplier, category, department, what, order, amount]."""

    def __init__(self, seed, suppliers):
        self.dice = Dice(seed)
        self.invoice = 410000
        self.order = 73000
        self.by_category = {}
        for supplier in suppliers:
            pair = (supplier.id, supplier.weight)
            self.by_category.setdefault(supplier.category, []).append(pair)

    def month(self, year, month):
        """The header and rows of one month, by date."""
        rows = [self.planted(story) for story in STORIES if story.month == (year, month)]
        while len(rows) < ROWS_A_MONTH:
            rows += self.purchase(year, month)
        rows += self.outside_purchasing(year, month)
        rows.sort(key=lambda row: (row[2][6:], row[2][3:5], row[2][:2], row[0], row[1]))
        if (year, month) < (2024, 10):
            return OLD_HEADER, rows
        return NEW_HEADER, [[row[place] for place in NEW_ORDER] for row in rows]

    def purchase(self, year, month):
        """An invoice of one to four lines, some of them credit notes."""
        dice = self.dice
        category = dice.weighted(FREQUENCY)
        supplier = self.supplier(category)
        department = dice.weighted(DEPARTMENTS[category])
        order = self.purchase_order()
        day = self.day(year, month)
        self.invoice += 1
        rows = []
        for line in range(1, dice.weighted([(1, 60), (2, 25), (3, 10), (4, 5)]) + 1):
            pence = self.pence(order is not None)
            if dice.chance(30):
                pence = -(pence // 4) - 1
            rows.append([
                f"INV-{self.invoice}", str(line), day, supplier,
                "-" if dice.chance(1) and pence < 500_000 else category,
                "" if dice.chance(3) else department, self.what(category, pence),
                self.number(order, pence), self.amount(pence, year, month)])
        return rows

    def supplier(self, category):
        if self.dice.chance(8):
            return ""
        if self.dice.chance(6):
            return f"S{self.dice.between(901, 960):05d}"
        return self.dice.weighted(self.by_category[category])

    def purchase_order(self):
        if self.dice.chance(220):
            return None
        self.order += 1
        return self.order

    def number(self, order, pence):
        """Small purchases may go without an order; the blank is the ledger's way to say so."""
        if order is None and pence < 2_000_000:
            return ""
        return f"PO{order or self.order:07d}"

    def pence(self, is_ordered):
        sizes = [("small", 50), ("medium", 42), ("large", 8)]
        steps = SIZES[self.dice.weighted(sizes if is_ordered else sizes[:2])]
        place = self.dice.below(len(steps) - 1)
        return self.dice.between(steps[place] * 100, steps[place + 1] * 100)

    def what(self, category, pence):
        goods = self.dice.pick(GOODS[category])
        if pence < 0:
            return f"Credit note, {goods} returned"
        if self.dice.chance(60):
            return f'{category}: "{goods}", as quoted'
        return f"{category}, {goods}" if self.dice.chance(300) else f"{category} {goods}"

    def day(self, year, month):
        # Some March invoices were posted late, into April's file: outside the year.
        if (year, month) == (2024, 4) and self.dice.chance(6):
            return f"{self.dice.between(20, 29):02d}/03/2024"
        last = calendar.monthrange(year, month)[1]
        return f"{self.dice.between(1, last):02d}/{month:02d}/{year}"

    def amount(self, pence, year, month):
        """The old system writes plain numbers, the new one commas, and brackets for credits."""
        size = f"{abs(pence) // 100}.{abs(pence) % 100:02d}"
        if (year, month) < (2024, 10):
            return f"-{size}" if pence < 0 else size
        size = f"{abs(pence) // 100:,}.{abs(pence) % 100:02d}"
        return f"({size})" if pence < 0 else size

    def planted(self, story):
        """A row that a finding turns on."""
        self.invoice += 1
        year, month = story.month
        return [f"INV-{self.invoice}", "1", f"{story.day:02d}/{month:02d}/{year}", story.supplier,
                story.category, story.department, story.what, story.order,
                self.amount(story.pounds * 100, year, month)]

    def outside_purchasing(self, year, month):
        """Payroll every month, transfers to public bodies, a loan payment every quarter."""
        rows = []
        departments = sorted({name for pairs in DEPARTMENTS.values() for name, _ in pairs})
        for department in departments:
            rows.append(self.plain(year, month, 28, "Payroll", department,
                                   self.dice.between(92_000_000, 118_000_000)))
        for _ in range(3):
            rows.append(self.plain(year, month, 15, "Transfers to NHS bodies", "People and finance",
                                   self.dice.between(8_000_000, 21_000_000)))
        if month % 3 == 0:
            rows.append(self.plain(year, month, 20, "Loans", "People and finance", 61_250_000))
        return rows

    def plain(self, year, month, day, category, department, pence):
        self.invoice += 1
        return [f"JNL-{self.invoice}", "1", f"{day:02d}/{month:02d}/{year}", "", category,
                department, f"{category}, {calendar.month_name[month]}", "",
                self.amount(pence, year, month)]
