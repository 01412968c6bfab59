"""Random conditions and measures over the columns of a world."""

import datetime

import columns as written
from amounts import SIGNS, Numbers
from branches import Choice, InArea, Logic, Not
from texts import Texts
from tree import Constant, Definition, Known, Name, Written


class Grower(Texts, Numbers):
    """Grows random expressions; what they name is declared by the pack."""

    def __init__(self, dice, world):
        self.dice, self.world = dice, world
        self.named = world.columns()
        self.parameters = self.random_parameters()
        self.definitions = {}

    def random_parameters(self):
        """Knobs of the pack, each with its kind, its value and how the value is written."""
        dice, place = self.dice, self.dice.choice(["home", "region", "district"])
        amount, count = dice.randint(-500, 10**6), dice.randint(0, 30)
        day = self.world.as_of - datetime.timedelta(dice.randint(0, 700))
        text = dice.choice(["Food", "Works", "x", "E1", "Nowhere"])
        return {"line": ("decimal", amount, written.number(amount, 2)),
                "few": ("integer", count, count), "from_day": ("date", day, str(day)),
                "word": ("text", text, text), "here": ("area", place, place),
                "flag": ("bool", dice.chance(0.5), None)}

    def pick(self, *kinds):
        """A column of one of the kinds, with its name; None where there is none."""
        found = [(name, column) for name, column in self.named if column.kind in kinds]
        return self.dice.choice(found) if found else None

    def condition(self, depth=3):
        """A random condition."""
        dice = self.dice
        if depth == 0 or dice.chance(0.3):
            return self.leaf()
        if self.definitions and dice.chance(0.12):
            return dice.choice(list(self.definitions.values()))
        roll = dice.random()
        if roll < 0.4:
            return Logic("&&", *[self.condition(depth - 1) for _ in range(dice.choice([2, 2, 3]))])
        if roll < 0.75:
            return Logic("||", *[self.condition(depth - 1) for _ in range(dice.choice([2, 2, 3]))])
        if roll < 0.9:
            return Not(self.condition(depth - 1))
        return Choice(*[self.condition(depth - 1) for _ in range(3)])

    def define(self, count):
        """Declares conditions by name; later ones may use earlier ones."""
        for index in range(count):
            name = f"rule_{index}"
            self.definitions[name] = Definition(name, self.condition(2))

    def leaf(self):
        """A condition over one or two columns."""
        makers = [self.text_equal, self.text_equal, self.text_in, self.text_in, self.text_part,
                  self.text_size, self.bool_column, self.compare, self.compare, self.compare,
                  self.compare_columns, self.day_compare, self.day_compare, self.day_part,
                  self.in_area, self.in_area, self.in_zone, self.known, self.alike, self.flag,
                  self.any_of, self.pattern]
        while True:
            node = self.dice.choice(makers)()
            if node:
                return node

    def bool_column(self):
        """A column that is a truth value."""
        found = self.pick("bool")
        if not found:
            return None
        if self.dice.chance(0.7):
            return Name(found[0])
        value = self.dice.chance(0.5)
        return Written("{0} == {1}", "{0} = {1}", Name(found[0]),
                       Constant("true" if value else "false", value))

    def alike(self):
        """Two columns of one kind compared with each other."""
        kind = self.dice.choice(["text", "bool", "date"])
        one, other = self.pick(kind), self.pick(kind)
        if not one or not other:
            return None
        sign = self.dice.choice(list(SIGNS) if kind == "date" else ["==", "!="])
        return Written("{0} " + sign + " {1}", "{0} " + SIGNS[sign] + " {1}", Name(one[0]),
                       Name(other[0]))

    def flag(self):
        """A parameter that is a truth value, or a constant."""
        value = self.parameters["flag"][1]
        return Constant("params.flag", value) if self.dice.chance(0.3) else None

    def known(self):
        """Whether some cell is filled."""
        return Known(Name(self.dice.choice(self.named)[0]))

    def in_area(self):
        """Whether a postcode lies in a place."""
        found = self.pick("postcode")
        if not found:
            return None
        if self.dice.chance(0.2):
            return InArea(found[0], self.parameters["here"][1], "params.here")
        area = self.dice.choice(["home", "region", "district"])
        return InArea(found[0], area, f'"{area}"')

    def in_zone(self):
        """Whether a code is one of an area's."""
        found = [name for name, column in self.named if column.name == "place"]
        return InArea(self.dice.choice(found), "zone", '"zone"') if found else None

    def day(self, column):
        """A day that is written out, or a parameter."""
        if self.dice.chance(0.15):
            return Constant("params.from_day", self.parameters["from_day"][1])
        day = self.dice.choice(column.pool) + datetime.timedelta(self.dice.choice([0, 0, 1, -1]))
        return Constant(f'date("{day}")', day)

    def day_compare(self):
        """A day before, on or after another."""
        found = self.pick("date")
        if not found:
            return None
        sign = self.dice.choice(list(SIGNS))
        return Written("{0} " + sign + " {1}", "{0} " + SIGNS[sign] + " {1}", Name(found[0]),
                       self.day(found[1]))

    def day_part(self):
        """A day by its year, month, day or weekday."""
        found = self.pick("date")
        if not found:
            return None
        call, sql, number = self.dice.choice([
            ("getFullYear", "year({0})", self.world.as_of.year - 1),
            ("getMonth", "month({0}) - 1", 3), ("getDate", "day({0})", 15),
            ("getDayOfMonth", "day({0}) - 1", 0), ("getDayOfWeek", "dayofweek({0})", 0),
            ("getDayOfYear", "dayofyear({0}) - 1", 200)])
        sign = self.dice.choice(list(SIGNS))
        return Written("{0}." + call + "() " + sign + " {1}", sql + " " + SIGNS[sign] + " {1}",
                       Name(found[0]), self.whole(number))
