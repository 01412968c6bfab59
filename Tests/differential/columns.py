"""Columns of random tables: how they are declared, and what their cells mean."""

from dataclasses import dataclass, field

import spelling


@dataclass
class Cell:
    """A cell: what it means (None where nobody knows), and how it stands in the file."""
    value: object
    text: str
    is_blank: bool = False
    is_silent: bool = False
    is_redacted: bool = False
    is_broken: bool = False

    @property
    def says_total(self):
        """Whether its text, or what that stands for, speaks of a total."""
        return "total" in f"{self.text} {self.value}".lower()


@dataclass
class Column:
    """A declared column, and the values from which its cells are drawn."""
    name: str
    kind: str
    pool: list = field(default_factory=list)
    headers: list = field(default_factory=list)
    scale: int = 0
    currency: str = "GBP"
    pattern: str = "yyyy-MM-dd"
    is_points: bool = True
    values: dict = field(default_factory=dict)
    tokens: list = field(default_factory=list)
    redacted: list = field(default_factory=list)
    blank: str = "unknown"
    blank_value: object = None
    between: tuple = None
    constant: str = None
    nulls: float = 0.1

    @property
    def is_text(self):
        return self.kind in ("text", "choice", "postcode")

    @property
    def is_number(self):
        return self.kind in ("integer", "decimal", "percent")

    @property
    def held(self):
        """The values that its cells may have, the unknown left out."""
        found = list(self.values.values()) + ([] if self.kind == "choice" else self.pool)
        return [value for value in found if value is not None] or self.pool

    @property
    def declared_texts(self):
        """The texts that a literal may name though no cell holds them."""
        texts = {meaning for meaning in self.values.values() if isinstance(meaning, str)}
        if self.kind == "choice" and not self.values:
            texts |= set(self.pool)
        return texts | ({self.blank_value} if self.is_text and self.blank == "value" else set())

    @property
    def blank_meaning(self):
        """What a declared blank means; a text is read as if it stood in the file."""
        return self.values.get(self.blank_value, self.blank_value) if self.is_text \
            else self.blank_value

    @property
    def written_scale(self):
        """The decimals of its numbers as an author writes them."""
        return self.scale - 2 if self.kind == "percent" and self.is_points else self.scale

    def declaration(self):
        """What the institution says of the column."""
        result = {"from": self.headers} if self.constant is None else {"set": self.constant}
        if self.kind != "text":
            result["type"] = self.kind
        if self.kind == "decimal":
            result |= {"scale": self.scale, "currency": self.currency}
        if self.kind == "date":
            result["format"] = self.pattern
        if self.kind == "percent":
            result["written_as"] = "points" if self.is_points else "fraction"
        if self.values:
            result["values"] = {
                text: "unknown" if meaning is None else meaning
                for text, meaning in self.values.items()}
        elif self.kind == "choice":
            result["values"] = self.pool
        return result | self.meanings()

    def meanings(self):
        """What it says of cells without content."""
        result = {"unknown_tokens": self.tokens} if self.tokens else {}
        if self.redacted:
            result["redacted"] = self.redacted
        if self.between:
            result["between"] = [number(end, self.scale) for end in self.between]
        if self.blank == "exclude":
            result["blank"] = "exclude"
        elif self.blank == "value":
            result["blank"] = self.written(self.blank_value)
        return result

    def written(self, value):
        """A value as the description writes it."""
        if self.kind == "bool":
            return "true" if value else "false"
        return number(value, self.written_scale) if self.is_number else value

    def cell(self, dice, tokens, pattern):
        """A random cell; `tokens` are those of the whole table, `pattern` that of the file."""
        if self.constant is not None:
            return Cell(self.constant, "")
        if dice.chance(self.nulls):
            return self.silent_cell(dice, tokens)
        if self.values and (self.kind == "choice" or dice.chance(0.7)):
            text, value = dice.choice(list(self.values.items()))
            return Cell(value, spelling.padded(dice, text), is_silent=value is None)
        value = dice.choice(self.pool)
        if self.kind == "date" and pattern == "MMM-yy":
            value = value.replace(day=1)
        text = self.spelled(dice, value, pattern)
        if text in tokens or text in self.tokens or text in self.redacted:
            return self.silent_cell(dice, tokens)
        value = self.values.get(text, value)
        return Cell(value, spelling.padded(dice, text), is_silent=value is None)

    def silent_cell(self, dice, tokens):
        """A cell that says nothing, or was blacked out."""
        if self.redacted and dice.chance(0.3):
            return Cell(None, dice.choice(self.redacted), is_silent=True, is_redacted=True)
        text = dice.choice(["", "", "", " ", "\u00a0"] + list(tokens) + self.tokens)
        return Cell(None, text, is_blank=self.blank != "unknown", is_silent=True)

    def spelled(self, dice, value, pattern):
        """One of the ways to write a value."""
        if self.kind == "decimal":
            return spelling.amount(dice, value, self.scale, self.currency == "GBP")
        if self.kind == "percent":
            return spelling.percent(dice, value, self.written_scale, self.is_points)
        if self.kind == "integer":
            return spelling.integer(dice, value)
        if self.kind == "date":
            return spelling.day(dice, value, pattern)
        return spelling.boolean(dice, value) if self.kind == "bool" else value


def number(coefficient, scale):
    """A decimal as an author writes it."""
    sign = "-" if coefficient < 0 else ""
    whole, fraction = divmod(abs(coefficient), 10**scale)
    return f"{sign}{whole}.{fraction:0{scale}d}" if scale else f"{sign}{whole}"
