"""Landlords by corporate form."""

from fractions import Fraction
from itertools import product

from figures.common import difference, different, exactly, figure, repeated, table, text

HOUSING = "uk-social-housing-providers"
SOCIETY = "Registered society"


def providers():
    return table("uk-social-housing-providers/registered_providers.csv")


def of_form(form, rows=None):
    return sum(row["corporate_form"] == form for row in rows or providers())


def private():
    return [row for row in providers() if row["designation"] != "Local authority"]


@figure(HOUSING)
def societies():
    return exactly(Fraction(of_form(SOCIETY), len(providers())))


@figure(HOUSING)
def societies_for_a_company():
    traders = [row for row in providers() if row["designation"] == "Profit"]
    return exactly(Fraction(of_form(SOCIETY), of_form("Company", traders)))


@figure(HOUSING)
def societies_without_councils():
    return exactly(Fraction(of_form(SOCIETY, private()), len(private())))


@figure(HOUSING)
def forms():
    return different(row["corporate_form"] for row in providers())


@figure(HOUSING)
def all_forms():
    items = [SOCIETY, "Charity", "Charitable company", "Charitable incorporated organisation",
             "Company", "Limited liability partnership", "Registered local authority"]
    return exactly(Fraction(sum(of_form(item) > 0 for item in items), len(items)))


@figure(HOUSING)
def forms_of_owners():
    items = [SOCIETY, "Community land trust", "Community interest company"]
    return exactly(Fraction(sum(of_form(item) > 0 for item in items), len(items)))


@figure(HOUSING)
def forms_by_designation():
    there = {(row["designation"], row["corporate_form"]) for row in providers()}
    items = list(product(["Non-profit", "Profit"], [
        SOCIETY, "Charity", "Company", "Limited liability partnership"]))
    return exactly(Fraction(sum(item in there for item in items), len(items)))


@figure(HOUSING)
def societies_by_designation():
    rates = []
    for designation in ("Non-profit", "Profit"):
        rows = [row for row in providers() if row["designation"] == designation]
        rates.append(Fraction(of_form(SOCIETY, rows), len(rows)))
    return exactly(difference(rates))


@figure(HOUSING)
def this_century():
    later = sum(int(row["registration_date"][-4:]) >= 2000 for row in providers())
    earlier = len(providers()) - later
    return exactly(Fraction(later, earlier) - 1, baseline=text(earlier))


@figure(HOUSING)
def numbers_once():
    return repeated(row["registration_number"] for row in providers())
