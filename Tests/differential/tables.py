"""Random tables: the columns of a ledger and of what it refers to, with their rows."""

import datetime
from dataclasses import dataclass, field

import spelling
from columns import Cell, Column

TEXTS = ["Food", "food", "Energy", "Food & drink", "Füllung", "Works", "Loans, other",
         'The "Old" Mill', "two\nlines", "two\r\nlines", "Café", "Cafe\u0301", "a;b|c\td",
         "0012", "'quoted'", "Total Gas", "Total", "#REF", "x", "naïve – “fancy”", "日本", "M5", "%",
         "under_score"]
# Postcodes as people write them, and their two halves; None where a text is no postcode.
POSTCODES = {
    "M5 4WT": ("M5", "4WT"), "m54wt": ("M5", "4WT"), "M5": ("M5", None), "M3 1AA": ("M3", "1AA"),
    "M30 1AA": ("M30", "1AA"), "LS1 4AP": ("LS1", "4AP"), "M5 4": None, "abroad": None,
    "M1  1AE.": ("M1", "1AE"), "EC1A 1BB": ("EC1A", "1BB"), "M5 3XX": ("M5", "3XX"),
    "ng7": ("NG7", None), "NG7 2RD": ("NG7", "2RD"), "SW1A": ("SW1A", None), "M1 1 AE": None}
CODES = ["E1", "E2", "E3", "W1", "e1"]
TOKENS = ["-", "N/A", "n.a.", "unbekannt", "?"]
BOOLEANS = [{"Y": True, "N": False, "Various": None}, {"Yes": True, "No": False, "?!": None},
            {"1": True, "0": False}, {}]


@dataclass
class Table:
    """A dataset: its columns and rows, and what is declared of the whole."""
    name: str
    columns: list
    key: str
    tokens: list = field(default_factory=list)
    rows: list = field(default_factory=list)
    valid: dict = None

    def column(self, name):
        return next(column for column in self.columns if column.name == name)

    def holds(self, name):
        return any(column.name == name for column in self.columns)


def headers(dice, name):
    """The headers that a column may have, in the words of people."""
    words = name.replace("_", " ").title()
    return dice.choice([[words], [words, f"{words} (old)"], [f"The {words}", words.upper()]])


def money(dice, scale, count=60):
    """Amounts to choose from: credits, zeros, repeated ones, ties and very large ones."""
    most = 10 ** dice.randint(2, 9)
    pool = [dice.randint(-most // dice.choice([1, 4, 10**9]), most) for _ in range(count)]
    pool += [0, 0, 1, -1, most, most, 10**scale, 5 * 10**scale]
    return pool + ([10**15 + 1, -(10**14)] if dice.chance(0.1) else [])


def days(dice, as_of, count=80):
    """Days around the day of the run, the first and last of months and years among them."""
    pool = [as_of + datetime.timedelta(dice.randint(-900, 60)) for _ in range(count)]
    pool += [datetime.date(as_of.year - back, month, day) for back in (0, 1, 2)
             for month, day in [(1, 1), (12, 31), (3, 31), (4, 1), (4, 5), (4, 6), (7, 31), (8, 1)]]
    return pool + [as_of, as_of + datetime.timedelta(1), datetime.date(as_of.year, 2, 28)]


def numeric(dice, name, kind, **more):
    """A column of numbers."""
    if kind == "integer":
        pool = [dice.randint(-5, 50) for _ in range(20)] + [0, 1, 12]
        return Column(name, kind, pool, **more)
    if kind == "percent":
        return Column(name, kind, [dice.randint(0, 10**5) for _ in range(20)] + [0, 10**5, 25000],
                      scale=5, is_points=dice.chance(0.6), **more)
    scale = dice.choice([2, 2, 2, 2, 0, 3, 4])
    return Column(name, kind, money(dice, scale), scale=scale, **more)


def ledger_columns(dice, as_of):
    """The columns of the table that is judged; all but the first may be missing."""
    texts = dice.some(TEXTS, 3, 12)
    all_columns = [
        Column("invoice", "text", nulls=0),
        Column("paid_on", "date", days(dice, as_of), pattern=dice.choice(spelling.DATE_FORMATS)),
        Column("ended_on", "date", days(dice, as_of + datetime.timedelta(400)),
               pattern=dice.choice(spelling.DATE_FORMATS[:-1])),
        numeric(dice, "amount", "decimal", nulls=dice.choice([0, 0, 0, 0.002, 0.1])),
        numeric(dice, "tax", "decimal", currency=dice.choice(["GBP", "none"]),
                nulls=dice.choice([0, 0.01, 0.1])),
        numeric(dice, "quantity", "integer", nulls=dice.choice([0, 0.1])),
        numeric(dice, "rate", "percent"),
        Column("category", "text", texts), Column("department", "text", dice.some(TEXTS, 1, 6)),
        Column("note", "text", dice.some(TEXTS, 3, 20)),
        Column("kind", "choice", dice.some(["Invoice", "Credit", "Transfer", "Refund"], 2, 4)),
        Column("urgent", "bool", [True, False], values=dice.choice(BOOLEANS)),
        Column("postcode", "postcode", dice.some(POSTCODES, 4, 15)),
        Column("place", "text", CODES), Column("body", "text", constant="Northgate"),
        Column("supplier_id", "text"), Column("site_id", "text")]
    return [column for column in all_columns
            if column.name in ("invoice", "supplier_id", "site_id") or dice.chance(0.9)]


def supplier_columns(dice, as_of):
    """The columns of the table that rows point to."""
    return [
        Column("supplier_id", "text"), Column("name", "text", dice.some(TEXTS, 2, 12)),
        Column("postcode", "postcode", dice.some(POSTCODES, 4, 15)),
        Column("sme", "bool", [True, False], values=dice.choice(BOOLEANS)),
        Column("green", "choice", ["EMAS", "ISO 14001", "none"]),
        Column("turnover", "decimal", money(dice, 2), scale=2),
        Column("staff", "integer", [0, 1, 9, 10, 49, 50, 249, 250, 10**6]),
        Column("since", "date", days(dice, as_of), pattern=dice.choice(spelling.DATE_FORMATS)),
        Column("place", "text", CODES)]


def site_columns(dice):
    """The columns of a second, small table that rows point to."""
    return [Column("site_id", "text"), Column("region", "text", ["North", "South", "Café"]),
            Column("open", "bool", [True, False])]


def dress(dice, table, keys):
    """Gives columns their headers, tokens, blanks and declared texts, other than `keys`."""
    table.tokens = dice.some(TOKENS, 0, 2)
    for column in table.columns:
        column.headers = headers(dice, column.name)
        if column.name in keys or column.constant:
            continue
        if dice.chance(0.2):
            column.tokens = [dice.choice(["keine", "tba"])]
        if dice.chance(0.15):
            column.redacted = ["XXXX"]
        give_values(dice, column)
        if dice.chance(0.25):
            give_blank(dice, column)
        elif column.name == "amount" and dice.chance(0.1):
            column.between = (min(column.pool), max(column.pool) + 7)


def give_values(dice, column):
    """Gives some columns of texts cells that stand for other texts."""
    if column.kind == "choice" and dice.chance(0.4):
        column.values = {text[:1].lower() + str(place): text
                         for place, text in enumerate(column.pool)} | {"??": None}
    elif column.kind == "text" and dice.chance(0.15):
        column.values = {"fd": "Food", "misc": dice.choice(column.pool), "??": None}


def give_blank(dice, column):
    """Says what a blank of the column stands for."""
    if column.kind == "date":
        column.blank = "exclude"
        return
    column.blank = dice.choice(["exclude", "value"])
    if column.blank == "exclude":
        return
    if column.kind == "choice":
        column.blank_value = dice.choice(list(column.values) or column.pool)
    elif column.is_number:
        column.blank_value = dice.choice(column.pool + [0])
    else:
        column.blank_value = dice.choice(column.pool)
    if column.blank_value is None or column.values.get(column.blank_value, "") is None:
        column.blank = "exclude"


def fill(dice, table, count, keys, patterns=None):
    """Adds rows. `keys` gives the columns whose cells are not drawn here, each with a function of
    the row's number; `patterns` says how the dates of a row's file are written."""
    for index in range(count):
        row = {}
        for column in table.columns:
            if column.name in keys:
                text = keys[column.name](index)
                row[column.name] = Cell(
                    text or None, spelling.padded(dice, text), is_silent=not text)
            else:
                pattern = (patterns or {}).get(column.name, column.pattern)
                row[column.name] = column.cell(dice, table.tokens, pattern)
        table.rows.append(row)
