"""Expressions over others that do not wait for all of them, and those about places."""

from lens import literal
from tree import Node


class Logic(Node):
    """Conditions joined by `&&` or `||`: what decides the whole wins over what is unknown."""

    def __init__(self, sign, *children):
        self.sign, self.children = sign, children

    def cel(self):
        return "(" + f" {self.sign} ".join(child.cel() for child in self.children) + ")"

    def sql(self, lens):
        word = " AND " if self.sign == "&&" else " OR "
        return word.join(child.value(lens) for child in self.children)

    def unknowns(self, lens):
        bits = " | ".join(child.causes(lens) for child in self.children)
        return f"CASE WHEN {self.value(lens)} IS NULL THEN {bits} ELSE 0 END"


class Not(Node):
    """The opposite of a condition."""

    def __init__(self, child):
        self.children = (child,)

    def cel(self):
        return f"!({self.children[0].cel()})"

    def sql(self, lens):
        return f"NOT {self.children[0].value(lens)}"

    def unknowns(self, lens):
        return self.children[0].causes(lens)


class Choice(Node):
    """One of two expressions, as a condition says; unknown where the condition is."""

    def __init__(self, condition, yes, no, scale=None):
        self.children, self.scale = (condition, yes, no), scale

    def cel(self):
        condition, yes, no = (child.cel() for child in self.children)
        return f"({condition} ? {yes} : {no})"

    def sql(self, lens):
        condition, yes, no = (child.value(lens) for child in self.children)
        return f"CASE WHEN {condition} THEN {yes} WHEN NOT {condition} THEN {no} END"

    def unknowns(self, lens):
        condition, yes, no = self.children
        return (f"CASE WHEN {condition.value(lens)} IS NULL THEN {condition.causes(lens)} "
                f"WHEN {condition.value(lens)} THEN {yes.causes(lens)} "
                f"ELSE {no.causes(lens)} END")


class Quotient(Node):
    """`div`: a quotient with so many decimals, ties to the even digit."""

    def __init__(self, top, bottom, scale):
        self.children, self.scale = (top, bottom), scale

    def cel(self):
        top, bottom = (child.cel() for child in self.children)
        return f"div({top}, {bottom}, {self.scale})"

    def sql(self, lens):
        top, bottom = self.children
        power = self.scale + bottom.scale - top.scale
        above = f"{top.value(lens)} * {literal(10 ** max(power, 0))}"
        below = f"{bottom.value(lens)} * {literal(10 ** max(-power, 0))}"
        return f"half_even({above}, {below})"

    def failure(self, lens):
        top, bottom = self.children
        return f"{top.value(lens)} IS NOT NULL AND {bottom.value(lens)} = 0"


class InArea(Node):
    """Whether the place of a column lies in an area; the area is named or a parameter."""

    def __init__(self, name, area, argument):
        self.name, self.area, self.argument = name, area, argument

    def cel(self):
        return f"{self.name} in area({self.argument})"

    def columns(self):
        return {self.name}

    def areas(self):
        return {self.area}

    def sql(self, lens):
        area = lens.world.areas[self.area]
        known = self.inside(lens, area)
        if self.area != lens.area:
            return known
        return f"CASE WHEN ({known}) IS NOT NULL THEN {literal(lens.is_inside)} END"

    def inside(self, lens, area):
        """The test of the area as it is drawn."""
        if area.codes and not area.lookup:
            return f"({lens.column(self.name)}) IN ({texts(area.codes)})"
        halves = lens.halves(self.name)
        if area.tokens:
            return " OR ".join(token_test(token, *halves) for token in area.tokens)
        return self.looked_up(lens.world, area, *halves)

    def looked_up(self, world, area, out, rest):
        """The test of an area that a table of postcodes draws."""
        wanted = [text for text, code in world.lookup.items() if code in area.codes]
        code = f"({out} || ' ' || {rest})"
        covered = " OR ".join(token_test(token, out, rest) for token in world.covers) or "true"
        absent = {"unknown": "NULL", "not_local": "false", "local": "true"}[area.absent]
        return (f"CASE WHEN {out} IS NULL THEN NULL WHEN NOT ({covered}) THEN false "
                f"WHEN {rest} IS NULL THEN NULL WHEN {code} IN ({texts(wanted)}) THEN true "
                f"WHEN {code} IN ({texts(world.lookup)}) THEN false ELSE {absent} END")

    def unknowns(self, lens):
        bit = lens.bits[self.name]
        return f"CASE WHEN {self.value(lens)} IS NULL THEN {bit} ELSE 0 END"


def texts(items):
    """A list of texts in SQL."""
    return ", ".join(map(literal, items))


def token_test(token, out, rest):
    """Whether a postcode of two halves begins with a part of the country."""
    front, _, end = token.partition(" ")
    if front.isalpha():
        return f"regexp_extract({out}, '^[A-Z]+') = '{front}'"
    if not end:
        return f"{out} = '{front}'"
    match = f"starts_with({rest}, '{end}')" if len(end) == 1 else f"{rest} = '{end}'"
    return f"({out} = '{front}' AND {match})"
