"""Expressions as trees, each of which can be written in CEL and, on its own terms, in SQL.

An unknown is NULL in SQL. Beside its value a node tells in SQL for want of which columns it is
unknown: the bits of their places, and zero where it is known.
"""

from functools import cached_property

from lens import literal


class Node:
    """A strict expression: unknown where one of the columns below it is."""
    children = ()

    @cached_property
    def depth(self):
        """How many nodes stand below each other."""
        return 1 + max((child.depth for child in self.children), default=0)

    def value(self, lens):
        """Its value as a name for use in other expressions."""
        return lens.kept(self.sql(lens), 2 * self.depth)

    def causes(self, lens):
        """The columns for want of which it is unknown, as a name for use in others."""
        return lens.kept(self.unknowns(lens), 2 * self.depth + 1)

    def columns(self):
        """The columns that it reads."""
        return {name for child in self.children for name in child.columns()}

    def literals(self):
        """The texts that it compares columns with, as pairs of column and text."""
        return {pair for child in self.children for pair in child.literals()}

    def areas(self):
        """The places that it names."""
        return {name for child in self.children for name in child.areas()}

    def unknowns(self, lens):
        """The columns for want of which it is unknown, as bits."""
        return lens.missing(self.columns())

    def failure(self, lens):
        """Whether it cannot be evaluated."""
        failures = [child.failure(lens) for child in self.children]
        return " OR ".join(f"({item})" for item in failures if item != "false") or "false"


class Written(Node):
    """A condition or number over nodes: templates in CEL and SQL with a hole for each."""

    def __init__(self, cel, sql, *children, scale=None, literals=()):
        self.template, self.query, self.children = cel, sql, children
        self.scale, self.named = scale, set(literals)

    def cel(self):
        return self.template.format(*[child.cel() for child in self.children])

    def sql(self, lens):
        return self.query.format(*[child.value(lens) for child in self.children])

    def literals(self):
        return super().literals() | self.named


class Name(Node):
    """A column."""

    def __init__(self, name, scale=None):
        self.name, self.scale = name, scale

    def cel(self):
        return self.name

    def sql(self, lens):
        return lens.column(self.name)

    def columns(self):
        return {self.name}


class Constant(Node):
    """A number, day or text that is written out, or a parameter that stands for it."""

    def __init__(self, cel, value, scale=None):
        self.text, self.held, self.scale = cel, value, scale

    def cel(self):
        return self.text

    def sql(self, lens):
        return literal(self.held)

    def value(self, lens):
        return f"({self.sql(lens)})"


class Known(Node):
    """Whether a cell is filled, which is always known."""

    def __init__(self, child):
        self.children = (child,)

    def cel(self):
        return f"known({self.children[0].cel()})"

    def sql(self, lens):
        return f"{self.children[0].value(lens)} IS NOT NULL"

    def unknowns(self, lens):
        return "0"


class Definition(Node):
    """A condition that the pack names and that stands for another expression."""

    def __init__(self, name, child):
        self.name, self.children = name, (child,)

    def cel(self):
        return self.name

    def sql(self, lens):
        return self.children[0].value(lens)

    def unknowns(self, lens):
        return self.children[0].causes(lens)
