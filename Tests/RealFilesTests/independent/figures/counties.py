"""Vulnerability of counties."""

from fractions import Fraction

from figures.common import (
    different, exactly, figure, median, pareto, quantile, repeated, sums, table, top,
)

SVI = "us-svi-2018"
MISSING = Fraction(-999)


def counties_table():
    return table("us-svi-2018/svi_2018_county.csv")


def of_state(code):
    return [row for row in counties_table() if row["ST_ABBR"] == code]


def known_in(column, rows=None):
    """The numbers of a column that are there, and how many are not."""
    cells = [Fraction(row[column]) for row in rows or counties_table()]
    known = [cell for cell in cells if cell != MISSING]
    return known, len(cells) - len(known)


def without_blank(found, blank):
    return found | {"left_out": {"blank measure": blank}}


@figure(SVI)
def rank():
    known, blank = known_in("RPL_THEMES")
    return without_blank(median(known), blank)


@figure(SVI)
def rank_of_nine_tenths():
    known, blank = known_in("RPL_THEMES")
    return without_blank(quantile(known, Fraction(9, 10)), blank)


@figure(SVI)
def rank_of_a_state():
    known, blank = known_in("RPL_THEMES", of_state("NM"))
    return without_blank(median(known), blank)


@figure(SVI)
def income():
    return median(*known_in("E_PCI"))


@figure(SVI)
def income_of_a_state():
    return median(*known_in("E_PCI", of_state("NM")))


@figure(SVI)
def poverty_of_nine_tenths():
    known, blank = known_in("EP_POV")
    return quantile([points / 100 for points in known], Fraction(9, 10), blank)


@figure(SVI)
def counties():
    return different(row["fips"] for row in counties_table())


@figure(SVI)
def names():
    return different(row["county"] for row in counties_table())


@figure(SVI)
def names_in_states():
    return exactly(len({(row["state"], row["county"]) for row in counties_table()}))


@figure(SVI)
def vulnerable_states():
    return exactly(len({row["state"] for row in counties_table()
                        if Fraction(row["RPL_THEMES"]) > Fraction(9, 10)}))


@figure(SVI)
def names_once():
    return repeated(row["county"] for row in counties_table())


@figure(SVI)
def codes_once():
    return repeated(row["fips"] for row in counties_table())


@figure(SVI)
def poor():
    rows = [row for row in counties_table() if Fraction(row["E_POV"]) != MISSING]
    return exactly(sum(Fraction(row["E_POV"]) for row in rows)
                   / sum(Fraction(row["E_TOTPOP"]) for row in rows))


@figure(SVI)
def ten_states():
    return exactly(top(sums(counties_table(), "state", "E_TOTPOP"), 10))


@figure(SVI)
def counties_of_half():
    return exactly(pareto(sums(counties_table(), "fips", "E_TOTPOP"), Fraction(1, 2)))


@figure(SVI)
def states():
    return exactly(Fraction(sum(bool(of_state(code)) for code in "TX LA MS AL FL".split()), 5))
