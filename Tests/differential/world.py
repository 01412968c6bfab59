"""A random institution: its tables, areas and files, and the day of the run."""

import datetime
from dataclasses import dataclass, field

import tables
from splitting import break_cells, encode, split
from tables import Table, dress, fill

MODES = ["dated", "dated", "dated", "dated", "register", "snapshot", "plain"]


@dataclass
class Area:
    """A place: the parts of the country that it has, or codes, straight or through a table."""
    name: str
    tokens: list = field(default_factory=list)
    codes: list = field(default_factory=list)
    lookup: str = None
    absent: str = "unknown"


@dataclass
class World:
    """Everything that is known of a random institution."""
    as_of: datetime.date
    mode: str
    fiscal: tuple
    tables: dict
    areas: dict
    lookup: dict
    covers: list
    files: dict
    references: dict
    snapshot: datetime.date = None
    blank_to: str = "unknown"
    keep: object = None
    shown: list = field(default_factory=list)
    digests: dict = field(default_factory=dict)

    @property
    def ledger(self):
        return self.tables["spend"]

    @property
    def dates(self):
        """The columns that say when rows hold."""
        return {"dated": ["paid_on"], "register": ["paid_on", "ended_on"]}.get(self.mode, [])

    def columns(self):
        """Every column that an expression can name, with its name there, in the order of slots."""
        own = [(column.name, column) for column in self.ledger.columns]
        for name, (table, _) in self.references.items():
            own += [(f"{name}.{column.name}", column) for column in self.tables[table].columns]
        return own


def random_world(dice, most_rows, least_rows=None):
    """An institution with a ledger of any size up to one; with a least size of any in between."""
    as_of = datetime.date(2020, 1, 1) + datetime.timedelta(dice.randint(0, 2500))
    if dice.chance(0.3):
        as_of = dice.choice([as_of.replace(month=3, day=31), as_of.replace(month=12, day=31),
                             as_of.replace(month=4, day=5)])
    ledger = Table("spend", tables.ledger_columns(dice, as_of), "invoice")
    mode = dice.choice(MODES)
    if mode == "register" and not ledger.holds("ended_on"):
        mode = "dated"
    if mode in ("dated", "register") and not ledger.holds("paid_on"):
        mode = "plain"
    world = World(
        as_of, mode, dice.choice([(4, 1), (4, 1), (1, 1), (4, 6), (8, 1), (10, 15)]),
        {"spend": ledger}, {}, {}, [], {}, {})
    if mode == "snapshot":
        world.snapshot = as_of + datetime.timedelta(dice.choice([0, -1, -200, -400, 5]))
    world.blank_to = dice.choice(["unknown", "open"])
    add_references(dice, world)
    add_areas(dice, world)
    keys = ["invoice", "supplier_id", "site_id"] + world.dates
    dress(dice, ledger, keys)
    rows = dice.choice([0, 1, 3, dice.randint(4, 60)] + [dice.randint(60, most_rows // 6)] * 7
                       + [dice.randint(60, most_rows)])
    split(dice, world, dice.randint(least_rows, most_rows) if least_rows else rows)
    if dice.chance(0.15):
        break_cells(dice, world.tables[dice.choice(["spend", "spend", "suppliers"])])
    encode(world)
    world.shown = dice.some([column.name for column in ledger.columns], 0, 2)
    return world


def add_references(dice, world):
    """The tables that rows point to, with ids of which some lead nowhere."""
    suppliers = Table("suppliers", tables.supplier_columns(dice, world.as_of), "supplier_id")
    dress(dice, suppliers, ["supplier_id"])
    count = dice.choice([1, 5, 40, 300])
    fill(dice, suppliers, count, {"supplier_id": lambda index: f"S{index}" if index else ""})
    sites = Table("sites", tables.site_columns(dice), "site_id")
    dress(dice, sites, ["site_id"])
    fill(dice, sites, 4, {"site_id": lambda index: f"00{index}"})
    world.tables |= {"suppliers": suppliers, "sites": sites}
    world.references = {"supplier": ("suppliers", "supplier_id"), "site": ("sites", "site_id")}


def add_areas(dice, world):
    """Places of every kind."""
    parts = ["M", "M3", "M5", "M5 4", "M5 4WT", "LS", "NG7", "EC1A", "SW1A 1", "N"]
    halves = {f"{out} {rest}" for out, rest in filter(None, tables.POSTCODES.values()) if rest}
    world.lookup = {text: dice.choice(["L1", "L2", "L3"])
                    for text in dice.some(sorted(halves), 3, 8)}
    world.covers = dice.some(["M", "LS1", "NG", "EC1A"], 0, 3)
    known = sorted(set(world.lookup.values()))
    world.areas = {
        "home": Area("home", tokens=dice.some(parts, 1, 4)),
        "region": Area("region", tokens=dice.some(parts, 2, 6)),
        "zone": Area("zone", codes=dice.some(tables.CODES, 1, 3)),
        "district": Area("district", codes=dice.some(known, 1, 2), lookup="districts",
                         absent=dice.choice(["unknown", "not_local", "local"]))}
