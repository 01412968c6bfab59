"""What each commitment asks of a row, written down again by hand from the pack's words."""

import datetime
from fractions import Fraction

TARGET_WARDS = {"Canalside", "Kiln Hill", "Old Wharf", "Tanners Row"}
HOME = {f"NG{number}" for number in range(1, 10)}
REGION = {"NG", "DE", "LE", "LN"}
YEAR = (datetime.date(2024, 4, 1), datetime.date(2025, 3, 31))
NOT_PURCHASING = {"Loans": "financing", "Transfers to NHS bodies": "public_bodies"}


def both(*values):
    """True where all are, false where one is, else unknown."""
    return False if False in values else None if None in values else True


def opposite(value):
    return None if value is None else not value


def cell(row, name):
    """A cell of the payment's supplier; unknown where nobody knows the supplier."""
    return row["supplier"][name] if row["supplier"] else None


def local(row):
    place = cell(row, "place")
    return None if place is None else place[1] in HOME


def regional(row):
    place = cell(row, "place")
    return None if place is None else place[0] in REGION


def purchasing(row):
    return None if row["category"] is None else row["category"] != "Payroll"


def from_target_ward(row):
    return None if row["ward"] is None else row["ward"] in TARGET_WARDS


class Promise:
    """One commitment: which rows count, which hold, how they are added up, and the line."""

    def __init__(self, name, form, table, target, level, **rest):
        self.name, self.form, self.table = name, form, table
        self.target, self.level = (target[0], Fraction(target[1])), level
        self.among = rest.get("among", lambda row: True)
        self.where = rest.get("where", lambda row: True)
        self.by_value = rest.get("by_value", False)
        self.left_out = rest.get("left_out", {})
        self.drops_unknown = rest.get("drops_unknown", False)
        self.by_department = rest.get("by_department", False)
        self.digits = {"share": 4, "total": 2, "mean": 2, "count": 0, "every": 0}[form]


PROMISES = [
    Promise("CLE-1", "share", "spend", (">=", Fraction("0.25")), "block", by_value=True,
            among=purchasing, where=lambda row: both(local(row), cell(row, "green")),
            left_out=NOT_PURCHASING),
    Promise("CLE-3", "total", "spend", (">=", Fraction("0.95") * 196_000_000), "block",
            by_value=True),
    Promise("CLE-5", "share", "hires", (">=", Fraction("0.08")), "block",
            where=lambda row: both(
                from_target_ward(row), row["band"] in ("Band 2", "Band 3", "Band 4"))),
    Promise("KP-2", "every", "workforce", ("<=", 0), "block",
            among=lambda row: row["frontline"] == "Yes", where=lambda row: row["pay"] >= 12),
    Promise("TK-P5", "every", "spend", ("<=", 0), "block",
            among=lambda row: both(purchasing(row), row["amount"] >= 25000),
            where=lambda row: row["order"] is not None, left_out=NOT_PURCHASING),
    Promise("TK-P7", "share", "spend", (">=", Fraction("0.28")), "warn", by_value=True,
            among=purchasing, where=local, left_out=NOT_PURCHASING, by_department=True),
    Promise("BP-2", "share", "spend", (">=", Fraction("0.4")), "warn", by_value=True,
            among=purchasing, where=lambda row: cell(row, "living_wage"),
            left_out=NOT_PURCHASING, drops_unknown=True),
    Promise("HF-4", "count", "hires", (">=", 100), "warn",
            where=lambda row: both(from_target_ward(row), row["hours"] >= Fraction("37.5"))),
    Promise("TK-P2", "mean", "spend", (">=", 8000), "warn", by_value=True, among=purchasing,
            where=lambda row: both(local(row), cell(row, "small")), left_out=NOT_PURCHASING),
    Promise("TK-P9", "share", "spend", ("<=", Fraction("0.3")), "report", by_value=True,
            among=purchasing, where=lambda row: opposite(regional(row)),
            left_out=NOT_PURCHASING),
]
