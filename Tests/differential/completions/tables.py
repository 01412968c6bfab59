"""A small institution: tables with a few blank cells, and every value that each may have."""

from __future__ import annotations

import datetime
import itertools
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Iterator

Row = dict[str, Any]
World = dict[str, list[Row]]
Days = tuple[datetime.date | None, datetime.date]

DAY = datetime.timedelta(1)
TEXTS = {"supplier": ["Ash", "Birch", "Cedar"], "team": ["North", "South", "West"],
         "kind": ["grant", "land", "loan"]}
FLAGS = ["local", "strategic"]
AMOUNTS = ["amount", "hours", "lost"]
BETWEEN = {"hours": (Fraction(0), Fraction(50)), "lost": (Fraction(0), Fraction(1))}
FAR = Fraction(1000000)


@dataclass(frozen=True)
class Blank:
    """A cell that nobody filled in."""
    table: str
    row: int
    column: str


@dataclass
class Table:
    """Rows as they are known; a blank cell is None."""
    name: str
    is_dated: bool
    rows: list[Row] = field(default_factory=list)

    @property
    def columns(self) -> list[str]:
        """The names of its columns in the order of the file."""
        dates = ["day"] if self.is_dated else []
        return ["id", *dates, *TEXTS, *FLAGS, *AMOUNTS]

    def lines(self) -> list[list[str]]:
        """The file: headers, then rows."""
        return [self.columns] + [[written(row[name]) for name in self.columns]
                                 for row in self.rows]


@dataclass
class Institution:
    """Tables, the day of the run, and what is not known."""
    as_of: datetime.date
    fiscal: tuple[int, int]
    has_ranges: bool
    has_credits: bool
    tables: dict[str, Table] = field(default_factory=dict)
    blanks: list[Blank] = field(default_factory=list)
    days: list[datetime.date] = field(default_factory=list)
    usual: list[datetime.date] = field(default_factory=list)

    def is_blank(self, table: str, column: str) -> bool:
        """Whether some cell of a column is blank."""
        return any((blank.table, blank.column) == (table, column) for blank in self.blanks)

    def declaration(self) -> dict[str, Any]:
        """The description as `institution.yaml` has it."""
        month, day = self.fiscal
        return {"institution": "Northgate", "currency": "GBP",
                "fiscal_year_starts": f"{month:02d}-{day:02d}",
                "datasets": {name: self.described(table) for name, table in self.tables.items()}}

    def described(self, table: Table) -> dict[str, Any]:
        """The description of a table."""
        result: dict[str, Any] = {"files": f"{table.name}.csv"}
        if not table.rows:
            result["may_be_empty"] = True
        if table.is_dated:
            result["period_by"] = "day"
        return result | {"columns": {name: self.column(name) for name in table.columns}}

    def column(self, name: str) -> dict[str, Any]:
        """The description of a column."""
        if name in TEXTS:
            return {"type": "text", "values": TEXTS[name]}
        if name in FLAGS:
            return {"type": "bool", "values": {"yes": True, "no": False}}
        if name == "day":
            return {"type": "date", "format": "yyyy-MM-dd"}
        if name not in AMOUNTS:
            return {"type": "text"}
        money = {"scale": 2} if name == "amount" else {"scale": 2, "currency": "none"}
        ends = {"between": [float(end) for end in BETWEEN[name]]} if self.ranges(name) else {}
        return {"type": "decimal"} | money | ends

    def ranges(self, column: str) -> bool:
        """Whether it is declared between what the numbers of a column lie."""
        return self.has_ranges and column in BETWEEN

    def possible(self, blank: Blank) -> list[Any]:
        """What a blank cell may hold: of texts each that is known, and new ones, so that any two
        blanks may be alike or not; of numbers without ends some that are far out."""
        if blank.column in FLAGS:
            return [False, True]
        if blank.column == "day":
            return self.days
        if blank.column in TEXTS:
            alike = [other for other in self.blanks if other.column == blank.column]
            return TEXTS[blank.column] + [f"new {index + 1}"
                                          for index in range(alike.index(blank) + 1)]
        if self.ranges(blank.column):
            low, high = BETWEEN[blank.column]
            return [low, (low + high) / 4, high]
        return [-FAR, Fraction(0), FAR]

    def completions(self, blanks: list[Blank], spans: list[Days]) -> Iterator[World]:
        """Every way to fill in some cells; days that lie in the same spans are one."""
        known: World = {name: table.rows for name, table in self.tables.items()}
        for values in itertools.product(*[self.told_apart(blank, spans) for blank in blanks]):
            world = known | {blank.table: list(known[blank.table]) for blank in blanks}
            for blank, value in zip(blanks, values):
                row = world[blank.table][blank.row]
                world[blank.table][blank.row] = row | {blank.column: value}
            yield world

    def count(self, blanks: list[Blank], spans: list[Days]) -> int:
        """How many ways there are."""
        result = 1
        for blank in blanks:
            result *= len(self.told_apart(blank, spans))
        return result

    def told_apart(self, blank: Blank, spans: list[Days]) -> list[Any]:
        """What a blank cell may hold, as far as it makes a difference."""
        values = self.possible(blank)
        if blank.column != "day":
            return values
        kinds = {tuple(lies_in(day, span) for span in spans): day for day in reversed(values)}
        return list(kinds.values())


def lies_in(day: datetime.date, span: Days) -> bool:
    """Whether a day lies in a span of days."""
    return (span[0] is None or span[0] <= day) and day <= span[1]


def written(value: Any) -> str:
    """A cell as the file has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return decimal(value) if isinstance(value, Fraction) else str(value)


def digits_of(value: Fraction, most: int = 12) -> int:
    """How many digits a number has behind its point; more than the most where there is no end."""
    return next((digits for digits in range(most) if (value * 10**digits).denominator == 1),
                most + 1)


def decimal(value: Fraction) -> str:
    """A number with an end of digits, written out."""
    digits = digits_of(value, 30)
    whole, rest = divmod(abs(int(value * 10**digits)), 10**digits)
    return ("-" if value < 0 else "") + str(whole) + (f".{rest:0{digits}d}" if digits else "")
