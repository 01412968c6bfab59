"""Awards by the scale of their suppliers."""

import json
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import product

import ocds
from figures.common import (
    between, different, exactly, figure, index, median, path_of, repeated, sums, top,
)

AWARDS = "ocds-uk-contracts-finder"


@lru_cache
def supplier_rows():
    """A row for each supplier of each award; a value that several share is nobody's."""
    path = path_of("ocds-uk-contracts-finder/contracts-finder-england-awards.json")
    with open(path, encoding="utf-8") as file:
        package = json.load(file, parse_float=Decimal, parse_int=Decimal)
    rows = []
    for release in ocds.latest(package["releases"]):
        parties = {party["id"]: party for party in reversed(release.get("parties", []))}
        for award in release.get("awards", []):
            suppliers = award.get("suppliers", [])
            for supplier in suppliers or [{}]:
                details = parties.get(supplier.get("id"), {}).get("details") or {}
                value = award.get("value", {}).get("amount")
                rows.append({
                    "award": award["id"], "size": details.get("scale") or None,
                    "value": value if len(suppliers) == 1 else None,
                    "buyer": release["buyer"]["name"],
                    "category": release["tender"].get("mainProcurementCategory") or None})
    return rows


def valued(size=None):
    return [row for row in supplier_rows()
            if row["value"] is not None and size in (None, row["size"])]


def value_of(rows):
    return sum(Fraction(row["value"]) for row in rows)


@figure(AWARDS)
def small_by_value():
    small, all_ = value_of(valued("sme")), value_of(valued())
    unknown = value_of(row for row in valued() if row["size"] is None)
    return between(small / all_, (small + unknown) / all_)


@figure(AWARDS)
def small_by_count():
    sizes = Counter(row["size"] for row in supplier_rows())
    return between(Fraction(sizes["sme"], sizes.total()),
                   Fraction(sizes["sme"] + sizes[None], sizes.total()))


@figure(AWARDS)
def small_for_large():
    sizes = Counter(row["size"] for row in supplier_rows())
    return exactly(Fraction(sizes["sme"], sizes["large"]))


@figure(AWARDS)
def awards_to_small():
    all_ = {row["award"] for row in supplier_rows()}
    small = {row["award"] for row in supplier_rows() if row["size"] == "sme"}
    perhaps = {row["award"] for row in supplier_rows() if row["size"] in ("sme", None)}
    return between(Fraction(len(small), len(all_)), Fraction(len(perhaps), len(all_)))


@figure(AWARDS)
def awards():
    return different(row["award"] for row in supplier_rows())


@figure(AWARDS)
def value_in_the_middle():
    return median([row["value"] for row in valued()])


@figure(AWARDS)
def value_in_the_middle_of_all():
    return median([row["value"] for row in valued()], len(supplier_rows()) - len(valued()))


@figure(AWARDS)
def value_to_small():
    small, large = (Fraction(median([row["value"] for row in valued(size)])["lower"])
                    for size in ("sme", "large"))
    return exactly(small / large)


@figure(AWARDS)
def top_buyers():
    return exactly(top(sums(valued(), "buyer", "value"), 3))


@figure(AWARDS)
def buyers_index():
    return exactly(index(sums(valued(), "buyer", "value")))


@figure(AWARDS)
def scales():
    there = {(row["size"], row["category"]) for row in supplier_rows()}
    items = list(product(["sme", "large"], ["goods", "services", "works"]))
    return exactly(Fraction(sum(item in there for item in items), len(items)))


@figure(AWARDS)
def awards_once():
    return repeated(row["award"] for row in supplier_rows())
