"""Certified firms of Maryland."""

import re
from datetime import date, datetime
from fractions import Fraction

from figures.common import difference, different, exactly, figure, repeated, table, text

MBE = "us-md-mbe"


def vendors():
    rows = table("us-md-mbe/md_certified_vendors.csv")
    return [{h: cell for h, cell in row.items() if cell not in ("NULL", ".")} for row in rows]


def valid(row, last=2016):
    """Whether a certificate began within the five years up to a 30 June."""
    day = datetime.fromisoformat(row["certification_date"]).date()
    return date(last - 5, 6, 30) < day <= date(last, 6, 30)


def vendors_in_date():
    return [row for row in vendors() if valid(row)]


def place_of(row):
    found = re.fullmatch(r"(\d{5})(-\d{3,4})?", row.get("zip", ""))
    return found and found[1]


@figure(MBE)
def in_date():
    return exactly(len(vendors_in_date()))


@figure(MBE)
def in_date_a_year_before():
    return exactly(len(vendors_in_date()),
                   baseline=text(sum(valid(row, 2015) for row in vendors())))


@figure(MBE)
def part_in_date():
    return exactly(Fraction(len(vendors_in_date()), len(vendors())))


@figure(MBE)
def certificates_in_date():
    return different(row.get("certification_number") for row in vendors_in_date())


@figure(MBE)
def places_in_date():
    return different(place_of(row) for row in vendors_in_date() if row["state"] == "MD")


@figure(MBE)
def certificates_once():
    return repeated(row.get("certification_number") for row in vendors())


@figure(MBE)
def places_once():
    return repeated(place_of(row) for row in vendors())


@figure(MBE)
def women():
    owned = sum(row.get("minority_group", "").endswith("FEMALE") for row in vendors_in_date())
    return exactly(Fraction(owned, len(vendors_in_date()) - owned))


@figure(MBE)
def counties_of_the_bay():
    there = {row.get("county") for row in vendors_in_date()}
    items = {"BALTIMORE", "BALTIMORE CITY", "ANNE ARUNDEL", "CALVERT", "CECIL", "HARFORD",
             "KENT", "SOMERSET"}
    return exactly(Fraction(len(items & there), len(items)))


@figure(MBE)
def in_date_by_county():
    rates = []
    for county in ("MONTGOMERY", "BALTIMORE", "HOWARD"):
        rows = [row for row in vendors() if row.get("county") == county]
        rates.append(Fraction(sum(map(valid, rows)), len(rows)))
    return exactly(difference(rates))
