"""Random commitments over a world, and the pack that holds them."""

import datetime
from dataclasses import dataclass, field
from fractions import Fraction

from columns import number
from expressions import Grower

CHECKS = ["share", "share", "total", "total", "count", "every", "mean", "mean"]


@dataclass
class Promise:
    """A commitment as this test made it up."""
    id: str
    check: str
    condition: object = None
    among: object = None
    measure: object = None
    leave_out: list = field(default_factory=list)
    period: object = None
    per: str = None
    groups: list = None
    missing: str = "unknown"
    may_be_empty: bool = False
    enforcement: str = "block"
    comparison: str = None
    line: list = field(default_factory=list)
    target: str = None
    due: datetime.date = None

    @property
    def parts(self):
        """Its expressions in the order in which they stand."""
        own = [self.among, self.condition, self.measure, *[node for _, node in self.leave_out]]
        return [node for node in own if node]

    def declaration(self):
        """The commitment as the pack writes it."""
        result = {"id": self.id, "title": f"Promise {self.id}", "check": self.check, "of": "spend"}
        for key, node in [("measure", self.measure), ("where", self.condition),
                          ("among", self.among)]:
            if node:
                result[key] = node.cel()
        if self.leave_out:
            result["leave_out"] = [
                {"id": name, "when": node.cel(), "because": "so agreed"}
                for name, node in self.leave_out]
        for key in ("per", "groups", "target", "enforcement"):
            if getattr(self, key):
                result[key] = getattr(self, key)
        if self.period:
            result["period"] = self.period if isinstance(self.period, str) else {
                "from": str(self.period[0]), "to": str(self.period[1])}
        if self.due:
            result["due"] = str(self.due)
        if self.missing != "unknown":
            result["missing"] = self.missing
        return result | ({"may_be_empty": True} if self.may_be_empty else {})


@dataclass
class Pack:
    """The commitments of a run, with what they name."""
    promises: list
    parameters: dict
    definitions: dict

    def declaration(self):
        """The pack as a file has it."""
        parameters = {}
        for name, (kind, value, text) in self.parameters.items():
            parameters[name] = {"type": kind, "default": value if kind == "bool" else text}
        return {"pack": "random", "version": "1.0.0", "parameters": parameters,
                "definitions": {name: node.children[0].cel()
                                for name, node in self.definitions.items()},
                "commitments": [promise.declaration() for promise in self.promises]}


def random_pack(dice, world, count):
    """A pack of so many commitments; it may also give the ledger a `keep`."""
    grower = Grower(dice, world)
    if dice.chance(0.3):
        world.keep = Grower(dice, world).condition(1)
        # A description knows neither the parameters of packs nor, there, its own areas.
        if "params." in world.keep.cel() or world.keep.areas():
            world.keep = None
    grower.define(dice.randint(0, 3))
    promises = [random_promise(dice, world, grower, f"P{index}") for index in range(count)]
    return Pack(promises, grower.parameters, grower.definitions)


def random_promise(dice, world, grower, name):
    """A commitment of any check."""
    result = Promise(name, dice.choice(CHECKS))
    if result.check in ("share", "every") or dice.chance(0.8):
        result.condition = grower.condition()
    if dice.chance(0.5):
        result.among = grower.condition(2)
    if result.check in ("total", "mean") or result.check == "share" and dice.chance(0.75):
        result.measure = grower.measure()
    for index in range(dice.choice([0, 0, 0, 1, 2])):
        result.leave_out.append((f"out_{index}", grower.condition(1)))
    if dice.chance(0.25):
        group(dice, world, result)
    result.period = period(dice, world)
    result.enforcement = dice.choice([None, "block", "warn", "report"])
    result.may_be_empty = dice.chance(0.1)
    aim(dice, world, result)
    if dice.chance(0.1):
        result.due = world.as_of + datetime.timedelta(dice.choice([-1, 0, 1, 50]))
    allowed = ["exclude"] if result.check == "mean" else ["exclude", "worst"]
    if dice.chance(0.25) and not (result.comparison in ("=", "between") and "worst" in allowed):
        result.missing = dice.choice(allowed)
    return result


def group(dice, world, promise):
    """Splits a commitment by a column of texts."""
    texts = [(name, column) for name, column in world.columns()
             if column.is_text and name not in ("invoice", "supplier.supplier_id")]
    own = [pair for pair in texts if pair[0] == "department"] * 5
    promise.per, column = dice.choice(texts + own)
    if dice.chance(0.15):
        held = sorted({text for text in column.held if isinstance(text, str)} - {""})
        promise.groups = held + (["Nobody"] if dice.chance(0.5) else [])
        if dice.chance(0.3):
            promise.groups = promise.groups[1:]
        promise.groups = promise.groups or ["Nobody"]


def period(dice, world):
    """The time that a commitment is about; tables without dates have none."""
    if world.mode == "plain":
        return None
    word = dice.choice([None, "fiscal_year", "fiscal_year", "fiscal_year_to_date",
                        "calendar_year", "last_12_months", "days", "days"])
    if word != "days":
        return word
    first = world.as_of + datetime.timedelta(dice.randint(-800, 20))
    return first, first + datetime.timedelta(dice.choice([0, 30, 364, 800]))


def aim(dice, world, promise):
    """Sets the target, in the unit of what is measured."""
    if promise.check == "every":
        return
    promise.comparison = dice.choice([">=", ">=", ">", "<=", "<=", "<", "=", "between"])
    ends = sorted(quantity(dice, world, promise) for _ in range(2))
    promise.line = [value for value, _ in ends[:2 if promise.comparison == "between" else 1]]
    if promise.comparison == "between":
        promise.target = f"between {ends[0][1]} and {ends[1][1]}"
    else:
        promise.target = f"{promise.comparison} {ends[0][1]}"


def quantity(dice, world, promise):
    """A number of a target, and how it is written."""
    if promise.check == "share":
        points = dice.choice([0, 5, 25, 50, 75, 100, dice.randint(0, 100)])
        return Fraction(points, 100), f"{points}%"
    if promise.check == "count":
        rows = dice.choice([0, 1, 10, dice.randint(0, 2000)])
        return Fraction(rows), f"{rows:,}"
    amount = dice.choice([0, 100, dice.randint(-(10**4), 10**4), dice.randint(0, 10**8)])
    text = number(amount, 2)
    if is_money(world, promise) and amount >= 0 and dice.chance(0.5):
        text = "£" + text
    return Fraction(amount, 100), text


def is_money(world, promise):
    """Whether the measure reads a column of money."""
    columns = dict(world.columns())
    return any(columns[name].kind == "decimal" and columns[name].currency == "GBP"
               for name in promise.measure.columns())
