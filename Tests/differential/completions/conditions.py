"""Conditions, measures and texts over a row: as a pack writes them, and what they come to."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Callable

from completions.tables import AMOUNTS, FLAGS, TEXTS, Row, decimal
from dice import Dice


@dataclass(frozen=True)
class Expression:
    """An expression: its text, each column as often as it reads it, and its value over a row, None
    where nobody knows. Of a row that was filled in, `!` is the row as it is known."""
    text: str
    columns: tuple[str, ...]
    of: Callable[[Row], Any]


def column(name: str) -> Expression:
    """What stands in a column."""
    return Expression(name, (name,), lambda row: row[name])


def is_known(name: str) -> Expression:
    """Whether a cell is filled."""
    return Expression(f"known({name})", (name,), lambda row: row["!"][name] is not None)


def one_of(name: str, texts: list[str]) -> Expression:
    """Whether a column holds one of some texts."""
    shown = ", ".join(f'"{text}"' for text in texts)
    test = f'{name} == "{texts[0]}"' if len(texts) == 1 else f"{name} in [{shown}]"
    return Expression(test, (name,), lambda row: None if row[name] is None else row[name] in texts)


def at_least(name: str, line: Fraction) -> Expression:
    """Whether a number reaches a line."""
    return Expression(f"{name} >= {with_point(line)}", (name,),
                      lambda row: None if row[name] is None else row[name] >= line)


def negation(inner: Expression) -> Expression:
    """Whether something does not hold."""
    def value(row: Row) -> bool | None:
        found = inner.of(row)
        return None if found is None else not found
    return Expression(f"!({inner.text})", inner.columns, value)


def both(one: Expression, other: Expression) -> Expression:
    """Whether two hold: false where either is, whatever is known of the other."""
    def value(row: Row) -> bool | None:
        found = (one.of(row), other.of(row))
        return False if False in found else None if None in found else True
    return Expression(f"({one.text}) && ({other.text})", one.columns + other.columns, value)


def either(one: Expression, other: Expression) -> Expression:
    """Whether one of two holds: true where either is."""
    inner = negation(both(negation(one), negation(other)))
    return Expression(f"({one.text}) || ({other.text})", inner.columns, inner.of)


def times(name: str, factor: Fraction) -> Expression:
    """So many times a number."""
    return Expression(f"{name} * {with_point(factor)}", (name,),
                      lambda row: None if row[name] is None else row[name] * factor)


def number(value: Fraction) -> Expression:
    """A number that is the same for all rows."""
    return Expression(f'decimal("{decimal(value)}")', (), lambda row: value)


def joined(names: list[str]) -> Expression:
    """The texts of some columns in one."""
    def value(row: Row) -> str | None:
        parts = [row[name] for name in names]
        return None if None in parts else " / ".join(parts)
    return Expression(' + " / " + '.join(names), tuple(names), value)


def with_point(value: Fraction) -> str:
    """A decimal as an expression has it."""
    text = decimal(value)
    return text if "." in text else text + ".0"


class Picker:
    """Makes up conditions; apart, no two of them read the same column, so that what is not known of
    one says nothing of another."""

    def __init__(self, dice: Dice, is_apart: bool, taken: list[str]):
        self.dice, self.is_apart = dice, is_apart
        names = [*FLAGS, *FLAGS, *TEXTS, *AMOUNTS]
        self.free = [name for name in names if not is_apart or name not in taken]

    def condition(self, depth: int = 1) -> Expression | None:
        """A condition; None where no column is left."""
        if depth and self.dice.chance(0.3):
            one, other = self.condition(depth - 1), self.condition(depth - 1)
            if one and other:
                return self.dice.choice([both, either])(one, other)
            return one
        if not self.free:
            return None
        name = self.dice.choice(self.free)
        if self.is_apart:
            self.free = [other for other in self.free if other != name]
        found = self.leaf(name)
        return negation(found) if self.dice.chance(0.25) else found

    def leaf(self, name: str) -> Expression:
        """A condition on one column."""
        if self.dice.chance(0.04):
            return is_known(name)
        if name in FLAGS:
            return column(name)
        if name in TEXTS:
            return one_of(name, self.dice.some(TEXTS[name], self.dice.choice([1, 2, 2]), 2))
        lines = {"amount": ["0", "12.5", "20"], "hours": ["2", "5"], "lost": ["0.25"]}
        return at_least(name, Fraction(self.dice.choice(lines[name])))
