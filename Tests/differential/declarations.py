"""The description of an institution, as its file has it."""

import json

from files import format_of


def institution(world):
    """The description of the institution."""
    datasets = {}
    for name, table in world.tables.items():
        datasets[name] = where_rows_are(world.files[name], name)
        if table.tokens:
            datasets[name]["unknown_tokens"] = table.tokens
        if len(table.rows) == 0:
            datasets[name]["may_be_empty"] = True
        datasets[name]["key"] = table.key
        if name == "spend":
            datasets[name] |= rules(world)
        datasets[name]["columns"] = {
            column.name: column.declaration() for column in table.columns}
    month, day = world.fiscal
    return {"institution": "Northgate", "currency": "GBP",
            "fiscal_year_starts": f"{month:02d}-{day:02d}", "areas": places(world),
            "lookups": {"districts": {"files": "districts.csv", "key": "Postcode",
                                      "code": "District"} | covers(world)},
            "datasets": datasets}


def covers(world):
    return {"covers": world.covers} if world.covers else {}


def where_rows_are(files, name):
    """The files of a table: a pattern where all are written alike, else each with its own."""
    formats = [format_of(file) for file in files]
    if all(item == formats[0] for item in formats) and not any(file.patterns for file in files):
        path = "spend/*.csv" if name == "spend" else files[0].path
        return {"files": path, "format": formats[0]}
    items = []
    for file, own in zip(files, formats):
        item = {"path": file.path, "format": own}
        if file.patterns:
            item["columns"] = {
                column: {"format": pattern} for column, pattern in file.patterns.items()}
        items.append(item)
    return {"files": items}


def rules(world):
    """What is said of the ledger's rows."""
    result = {"references": {name: {"to": table, "by": by}
                             for name, (table, by) in world.references.items()}}
    if world.mode == "dated":
        result["period_by"] = "paid_on"
    if world.mode == "register":
        result["period_by"] = {"from": "paid_on", "to": "ended_on", "blank_to": world.blank_to}
    if world.snapshot:
        result["snapshot"] = str(world.snapshot)
    if world.keep:
        result["keep"] = world.keep.cel()
    if world.shown:
        result["show"] = world.shown
    return result


def places(world):
    """The areas as they are declared."""
    result = {}
    for area in world.areas.values():
        if area.tokens:
            result[area.name] = {"postcodes": area.tokens}
        elif area.lookup:
            result[area.name] = {
                "lookup": area.lookup, "codes": area.codes, "absent": area.absent}
        else:
            result[area.name] = {"codes": area.codes}
    return result


def as_yaml(value, depth=0):
    """A description as YAML: keys and items on lines of their own down to the columns."""
    pad = "\n" + "  " * depth
    if isinstance(value, dict) and value and depth < 4:
        return "".join(f"{pad}{json.dumps(key, ensure_ascii=False)}:{as_yaml(item, depth + 1)}"
                       for key, item in value.items())
    if isinstance(value, list) and value and depth == 1:
        return "".join(f"{pad}-{as_yaml(item, 4)}" for item in value)
    return " " + json.dumps(value, ensure_ascii=False, default=str)
