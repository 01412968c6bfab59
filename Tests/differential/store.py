"""Puts the cells of a world, as they are meant, into a database, with the rows joined."""

import json
import os

import duckdb

from tables import POSTCODES
from lens import Lens

TYPES = {"text": "VARCHAR", "choice": "VARCHAR", "postcode": "VARCHAR", "bool": "BOOLEAN",
         "integer": "HUGEINT", "decimal": "HUGEINT", "percent": "HUGEINT", "date": "DATE"}

# A quotient of whole numbers, ties to the even one; none where nothing can be divided by.
HALF_EVEN = """
CREATE MACRO whole(a, b) AS abs(a) // nullif(abs(b), 0);
CREATE MACRO half_even(a, b) AS (sign(a)::HUGEINT * sign(b)::HUGEINT * (whole(a, b) + CASE
  WHEN 2 * (abs(a) % nullif(abs(b), 0)) > abs(b) THEN 1
  WHEN 2 * (abs(a) % nullif(abs(b), 0)) = abs(b) THEN whole(a, b) % 2 ELSE 0 END))
"""


class Base:
    """A database in memory that works on one processor."""

    def __init__(self):
        self.connection = duckdb.connect()
        self.execute("SET threads = 1")
        self.execute(HALF_EVEN)
        self.held = {}

    def execute(self, query, values=None):
        return self.connection.execute(query, values)

    def texts(self, table, column):
        """The texts that a column of a table holds."""
        if (table, column) not in self.held:
            found = self.execute(f'SELECT DISTINCT "{column}" FROM "{table}"').fetchall()
            self.held[table, column] = {text for text, in found}
        return self.held[table, column]


def load(base, world, folder):
    """Makes the tables, and `joined`: a row of the ledger with what it refers to."""
    for table in world.tables.values():
        load_table(base, table, os.path.join(folder, f"{table.name}.ndjson"))
    columns, joins = ['"spend".*'], []
    for name, (table, by) in world.references.items():
        target = world.tables[table]
        columns.append(f'"{name}"."{target.key}" IS NOT NULL AS "{name}__leads"')
        columns += [f'"{name}"."{field}" AS "{name}.{field}"' for field in fields(target)]
        joins.append(f'LEFT JOIN "{table}" AS "{name}" ON '
                     f'"{name}"."{target.key}" = "spend"."{by}"')
    base.execute(f"CREATE TABLE every_row AS SELECT {', '.join(columns)} FROM spend "
                 + " ".join(joins))
    lens = Lens(world)
    keep = world.keep.sql(lens) if world.keep else "true"
    late = f"\"paid_on\" > DATE '{world.as_of}'" if world.mode == "dated" else "false"
    base.execute(f"CREATE TABLE kept AS SELECT *, coalesce({late}, false) AS is_late "
                 f"FROM every_row WHERE ({keep}) IS DISTINCT FROM false")
    base.execute("CREATE TABLE judged AS SELECT * FROM kept WHERE NOT is_late")


def fields(table):
    """The names of a table's columns in the database."""
    result = {}
    for column in table.columns:
        result[column.name] = TYPES[column.kind]
        if column.blank != "unknown":
            result[f"{column.name}__blank"] = "BOOLEAN"
        if column.kind == "postcode":
            result |= {f"{column.name}__out": "VARCHAR", f"{column.name}__in": "VARCHAR"}
    return result


def load_table(base, table, path):
    """Makes a table of what the cells mean."""
    with open(path, "w", encoding="utf-8") as file:
        for row in table.rows:
            file.write(json.dumps(meant(table, row), default=str) + "\n")
    names = fields(table)
    if not table.rows:
        declared = ", ".join(f'"{name}" {kind}' for name, kind in names.items())
        base.execute(f'CREATE TABLE "{table.name}" ({declared})')
        return
    types = ", ".join(f"'{name}': '{kind}'" for name, kind in names.items())
    base.execute(f'CREATE TABLE "{table.name}" AS SELECT * FROM read_json('
                 f"?, columns = {{{types}}}, format = 'newline_delimited')", [path])


def meant(table, row):
    """A row as the database has it; numbers as texts, which no reader rounds."""
    result = {}
    for column in table.columns:
        cell = row[column.name]
        value = cell.value
        result[column.name] = str(value) if column.is_number and value is not None else value
        if column.blank != "unknown":
            result[f"{column.name}__blank"] = cell.is_blank
        if column.kind == "postcode":
            halves = POSTCODES.get(value) or (None, None)
            result[f"{column.name}__out"], result[f"{column.name}__in"] = halves
    return result
