"""Draws the rows of a ledger file by file, and keeps them from being what is refused."""

import files
from columns import Cell
from tables import fill


def split(dice, world, count):
    """Draws the ledger's rows, file by file."""
    ledger = world.ledger
    parts = min(dice.choice([1, 1, 2, 3, 4]), max(count, 1))
    letters = dice.some("abcdefgh", parts, parts)
    world.files["spend"] = [files.random_file(dice, f"spend/{letter}.csv") for letter in letters]
    most = max(1, len(world.tables["suppliers"].rows)) + 3
    ids = {"invoice": lambda index: f"I{len(ledger.rows):05d}",
           "supplier_id": lambda index: dice.choice(["", f"S{dice.randrange(most)}"])
           if dice.chance(0.1) else f"S{dice.randrange(most)}",
           "site_id": lambda index: dice.choice(["000", "001", "002", "003", "0", ""])}
    cuts = sorted(dice.sample(range(1, count), parts - 1)) if parts > 1 else []
    for file, start, end in zip(world.files["spend"], [0] + cuts, cuts + [count]):
        if len(world.files["spend"]) > 1 and ledger.holds("paid_on") and dice.chance(0.3):
            file.patterns = {"paid_on": dice.choice(["yyyy-MM-dd", "d/M/yyyy", "serial"])}
        fill(dice, ledger, end - start, ids, file.patterns)
        file.rows = ledger.rows[start:end]
        mend_totals(ledger, file.rows)
        order_days(dice, world, file)
    for table in ("suppliers", "sites"):
        file = files.random_file(dice, f"{table}.csv")
        file.rows = world.tables[table].rows
        world.files[table] = [file]


def encode(world):
    """Takes encodings back that lack letters of their file; lines of JSON need a first row."""
    for file in [file for written_files in world.files.values() for file in written_files]:
        file.is_lines = file.is_lines and bool(file.rows)
        texts = [cell.text for row in file.rows for cell in row.values()]
        if file.encoding != "utf-8" and not all(map(files.is_western, texts)):
            file.encoding = "utf-8"


BROKEN = {"decimal": ["1.234,50", "12.3.4", "£", "1e3", "12-", "--5", "1,23", "0.123456"],
          "integer": ["1.5", "x", "1,0000"], "percent": ["half", "5 per cent"],
          "bool": ["perhaps", "tru"], "choice": ["Nope", "invoice "],
          # A year alone would be a number of days where a file says `serial`.
          "date": ["2024-02-30", "31/31/2024", "soon", "2024-"]}


def break_cells(dice, table):
    """Puts cells into a column that it cannot hold."""
    columns = [column for column in table.columns if column.kind in BROKEN]
    for column in dice.some(columns, 1, 2) if table.rows else []:
        for row in dice.some(table.rows, 1, 3):
            row[column.name] = Cell(None, dice.choice(BROKEN[column.kind]), is_broken=True)


def mend_totals(ledger, rows):
    """Rows that say `Total` are refused where they hold the sum of those above: not here."""
    decimals = [column.name for column in ledger.columns if column.kind == "decimal"]
    sums = dict.fromkeys(decimals, 0)
    for row in rows:
        is_sum = any(row[name].value == sums[name] for name in decimals)
        if is_sum:
            for name, cell in row.items():
                if cell.says_total:
                    row[name] = Cell("x", "x")
        for name in decimals:
            sums[name] += row[name].value or 0


def order_days(dice, world, file):
    """A row of a register that ends before it begins is an error: its last day is taken away."""
    if world.mode != "register":
        return
    for row in file.rows:
        begin, end = row["paid_on"].value, row["ended_on"].value
        if begin and end and end < begin:
            row["ended_on"] = Cell(None, "", is_silent=True)
