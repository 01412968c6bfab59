"""Random small institutions: rows, and a few blank cells in them."""

from __future__ import annotations

import datetime
from fractions import Fraction

from completions.tables import (
    AMOUNTS, DAY, FLAGS, TEXTS, Blank, Days, Institution, Row, Table, lies_in)
from dice import Dice

NUMBERS = {"amount": ["10", "20", "20", "30", "50", "12.35", "0", "100", "7.5"],
           "hours": ["1", "2", "2", "5", "8", "12.5", "0", "40", "3.5", "5"],
           "lost": ["0", "0.25", "0.5", "0.1", "1"]}
CREDITS = {"amount": ["-15", "-20"], "hours": ["-2", "-0.5"], "lost": []}
MOST_COMPLETIONS = 6000


def random_institution(dice: Dice, spans: list[Days], as_of: datetime.date,
                       fiscal: tuple[int, int]) -> Institution:
    """A ledger, an earlier one, and a list without dates."""
    result = Institution(as_of, fiscal, dice.chance(0.5), dice.chance(0.5))
    result.days = representatives(spans, as_of)
    result.usual = [day for day in result.days if lies_in(day, spans[0])]
    most_blanks = dice.choice([0, 1, 2, 3, 4, 5, 5, 5])
    for name, is_dated, most in [("spend", True, 12), ("homes", False, 7), ("earlier", True, 8)]:
        table = Table(name, is_dated)
        for index in range(dice.choice([dice.randint(0, 2)] + [dice.randint(4, most)] * 8)):
            table.rows.append(random_row(dice, result, table, index))
        result.tables[name] = table
    while len(result.blanks) < most_blanks:
        if not add_blank(dice, result):
            break
    for table in result.tables.values():
        for row in table.rows:
            row["!"] = row
    return result


def representatives(spans: list[Days], as_of: datetime.date) -> list[datetime.date]:
    """A day of each stretch that some span tells from others."""
    firsts = {span[0] for span in spans if span[0]} | {span[1] + DAY for span in spans}
    return [min(firsts) - 40 * DAY, *sorted(firsts | {as_of + DAY})]


def random_row(dice: Dice, institution: Institution, table: Table, index: int) -> Row:
    """A row of which everything is known."""
    row: Row = {"id": f"{table.name}-{index}"}
    if table.is_dated:
        day = dice.choice(institution.days + institution.usual * 6)
        row["day"] = day if dice.chance(0.8) else day - DAY
    few = dice.chance(0.5)
    for name, texts in TEXTS.items():
        row[name] = dice.choice(texts[:2] if few else texts)
    for name in FLAGS:
        row[name] = dice.chance(0.7)
    for name, numbers in NUMBERS.items():
        has_credits = institution.has_credits and not institution.ranges(name)
        row[name] = Fraction(dice.choice(numbers + (CREDITS[name] if has_credits else [])))
    return row


def add_blank(dice: Dice, institution: Institution) -> bool:
    """Blanks one more cell, unless there were too many ways to fill all in."""
    tables = [table for table in institution.tables.values() if table.rows]
    if not tables:
        return False
    table = dice.choice(tables + tables[:1] * 4)
    names = [*TEXTS, *TEXTS, *FLAGS, *FLAGS, *FLAGS, dice.choice(AMOUNTS)]
    column = dice.choice(names + (["day", "day"] if table.is_dated else []))
    blank = Blank(table.name, dice.randrange(len(table.rows)), column)
    if blank not in institution.blanks:
        institution.blanks.append(blank)
        if institution.count(institution.blanks, []) > MOST_COMPLETIONS:
            institution.blanks.pop()
            return False
        table.rows[blank.row][column] = None
    return True
