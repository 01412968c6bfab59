"""Figures on the columns of a table: sums, dates, months."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

AMOUNT = re.compile(r"-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?")


def number(cell):
    """The exact number in a cell; ValueError for anything that is not plainly one."""
    text = cell.replace("£", "").replace("\u00a0", " ").strip()
    if text.startswith("(") and text.endswith(")"):
        text = "-" + text[1:-1]
    if not AMOUNT.fullmatch(text):
        raise ValueError(f"not a number: {len(cell)} characters")
    return Decimal(text.replace(",", ""))


def place(headers, spellings):
    """Where a column stands: by a spelling of its header, in any case; the first of several."""
    if isinstance(spellings, int):
        return spellings
    for spelling in [spellings] if isinstance(spellings, str) else spellings:
        found = [i for i, header in enumerate(headers) if header.lower() == spelling.lower()]
        if found:
            return found[0]
    raise ValueError(f"no header is one of {spellings}: {headers}")


def numbers_of(rows, at, part, headers):
    """The sum of a column; rows whose mark says credit count below zero."""
    cells = [row[at].strip() if at < len(row) else "" for row in rows]
    known = [(number(cell), row) for cell, row in zip(cells, rows) if cell not in part["tokens"]]
    header, ending = part.get("credit", (None, None))
    mark = place(headers, header) if header else None
    signed = [-n if header and row[mark].strip().endswith(ending) else n for n, row in known]
    return figures_of(signed, len(cells)) | {"as_published": str(sum(n for n, _ in known))}


def figures_of(numbers, cells):
    below = [n for n in numbers if n < 0]
    return {"sum": str(sum(numbers, Decimal(0))), "blank": cells - len(numbers),
            "negative": len(below), "negative_sum": str(sum(below, Decimal(0)))}


def added(figures):
    """Figures of several files as one."""
    return {key: sum(f[key] for f in figures) if isinstance(first, int)
            else str(sum((Decimal(f[key]) for f in figures), Decimal(0)))
            for key, first in figures[0].items()}


def known_of(rows, at, wanted):
    """How many cells hold what is wanted, as a whole."""
    return sum(bool(re.fullmatch(wanted, row[at].strip())) for row in rows)


def is_date(cell, written):
    try:
        datetime.strptime(cell, written)
        return True
    except ValueError:
        return False


def dates_of(rows, at, written, tokens):
    """What one declared format makes of a column; months and days swapped are counted apart."""
    cells = [row[at].strip() if at < len(row) else "" for row in rows]
    filled = [cell for cell in cells if cell not in tokens]
    read = [datetime.strptime(c, written).date() for c in filled if is_date(c, written)]
    swapped = {"%d/%m": "%m/%d", "%m/%d": "%d/%m"}.get(written[:5])
    swapped = swapped and swapped + written[5:]
    return {"format": written, "earliest": str(min(read)), "latest": str(max(read)),
            "blank": len(cells) - len(filled), "unreadable": len(filled) - len(read),
            "both_ways": sum(is_date(c, swapped) for c in filled) if swapped else 0}


def month_of(cell, written):
    if written == "serial":
        return str(date(1899, 12, 30) + timedelta(int(cell)))[:7]
    return str(datetime.strptime(cell.strip(), written).date())[:7]


def months_of(name, rows, part, headers):
    """month -> rows and sum of the first number, by the date that puts rows into periods."""
    if not part["period"]:
        return {}
    spelled, written = part["period"]
    in_name = None if spelled else re.search(written, name)[1]
    at = place(headers, spelled) if spelled else 0
    months = {}
    for row in rows:
        month = in_name or month_of(row[at], written)
        months.setdefault(month, []).append(row)
    first = place(headers, next(iter(part["numbers"].values())))
    return {month: {"rows": len(of), "sum": numbers_of(of, first, part, headers)["sum"]}
            for month, of in sorted(months.items())}
