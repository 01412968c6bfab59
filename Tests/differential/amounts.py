"""Random numbers of a row, and conditions that compare them."""

import columns as written
from branches import Choice, Quotient
from tree import Constant, Name, Written

SIGNS = {"==": "=", "!=": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">="}


def raised(hole, power):
    """A hole of a template at a larger scale."""
    return f"{{{hole}}} * {10**power}::HUGEINT" if power else f"{{{hole}}}"


class Numbers:
    """Numbers; for a class that picks columns and declares parameters."""

    def whole(self, number):
        """A whole number that is written out."""
        return Constant(str(number), number, 0)

    def decimal(self, number, scale):
        """A number with decimals that is written out."""
        return Constant(written.number(number, scale), number, scale)

    def compare(self):
        """A number against a constant: one that the column holds, or one beside it."""
        found = self.pick("decimal", "integer", "percent", "decimal")
        if not found:
            return None
        name, column = found
        number = self.dice.choice(column.pool + [0]) + self.dice.choice([0, 0, 0, 1, -1])
        left = Name(name, column.scale)
        if column.kind == "integer":
            right = Constant("params.few", self.parameters["few"][1], 0) if self.dice.chance(
                0.15) else self.whole(number)
        elif self.dice.chance(0.15):
            right = Constant("params.line", self.parameters["line"][1], 2)
        elif self.dice.chance(0.2):
            right = self.whole(number // 10**column.scale)
        else:
            right = self.decimal(number, column.scale)
        return self.order(left, right)

    def order(self, left, right):
        """Two numbers by their size, at one scale."""
        sign = self.dice.choice(list(SIGNS))
        scale = max(left.scale, right.scale)
        sql = f"{raised(0, scale - left.scale)} {SIGNS[sign]} {raised(1, scale - right.scale)}"
        return Written("{0} " + sign + " {1}", sql, left, right)

    def compare_columns(self):
        """Two numbers of a row against each other, with some arithmetic."""
        if not self.pick("decimal"):
            return None
        return self.order(self.amount(), self.amount())

    def amount(self):
        """A decimal of a row: a column, or a little arithmetic on one."""
        dice = self.dice
        name, column = self.pick("decimal")
        node, roll = Name(name, column.scale), dice.random()
        if roll < 0.5:
            return node
        if roll < 0.6:
            return Written("-{0}", "-{0}", node, scale=node.scale)
        if roll < 0.75:
            factor = dice.choice([self.whole(2), self.decimal(15, 1), self.decimal(-25, 2)])
            return Written("({0} * {1})", "{0} * {1}", node, factor,
                           scale=node.scale + factor.scale)
        other = self.decimal(dice.randint(0, 10**4), 2)
        if dice.chance(0.5):
            name, column = self.pick("decimal")
            other = Name(name, column.scale)
        sign, scale = dice.choice("+-"), max(node.scale, other.scale)
        sql = f"{raised(0, scale - node.scale)} {sign} {raised(1, scale - other.scale)}"
        return Written("({0} " + sign + " {1})", sql, node, other, scale=scale)

    def measure(self):
        """A number to add up, with the column that it is where it is nothing else."""
        dice, roll = self.dice, self.dice.random()
        plain = [(name, column) for name, column in self.named
                 if column.kind in ("decimal", "integer", "percent") and "." not in name]
        if not plain or roll < 0.1:
            found = self.pick("decimal", "integer")
            return Name(found[0], found[1].scale)
        own = [item for item in plain if item[0] == "amount"]
        if roll < 0.6:
            name, column = dice.choice(own * 6 + plain)
            return Name(name, column.scale)
        if roll < 0.7:
            amount = self.amount()
            return Choice(self.leaf(), amount, self.decimal(0, amount.scale), amount.scale)
        if roll < 0.8:
            return self.quotient()
        return self.amount()

    def quotient(self):
        """A number divided: mostly by a constant, sometimes by what may be zero."""
        top, scale = self.amount(), self.dice.choice([0, 2, 2, 3])
        found = self.pick("integer")
        if found and self.dice.chance(0.3):
            whole = Name(found[0], 0)
            return Quotient(top, Written("decimal({0})", "{0}", whole, scale=0), scale)
        return Quotient(top, self.whole(self.dice.choice([3, 7, 12, -8])), scale)
