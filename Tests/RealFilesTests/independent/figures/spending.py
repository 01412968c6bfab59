"""Spending of Salford, 2019."""

import re
from fractions import Fraction

from figures.common import (
    between, different, exactly, figure, index, median, pareto, quantile, repeated, sums, table,
    text, top,
)

SPEND = "gmca-spend-2019"
TRANSFER = "NHS SALFORD CCG"
COMPANY = re.compile(r"\d{8}|[A-Z]{2}\d{6}|R\d{7}|[IS]P\d{5}R")


def spend():
    return table("gmca-spend-2019/salford_2019.csv")


def transfer_rows():
    return [row for row in spend() if row["company_name"] == TRANSFER]


def addressable():
    return [row for row in spend() if row["company_name"] != TRANSFER]


def redacted(row):
    return row["beneficiary_name"] in ("Redacted Data", "REDACTED DATA")


def numbered(row):
    return bool(COMPANY.fullmatch(row.get("company_number", "")))


def amount(rows):
    return sum(Fraction(row["amount"]) for row in rows)


def left_out(**rows):
    return {"left_out": {name: len(of) for name, of in rows.items()},
            "left_out_sum": {name: text(amount(of)) for name, of in rows.items()}}


def half(number, rows=None):
    """The payments of the first or the second half of the year."""
    months = {1: "01 02 03 04 05 06", 2: "07 08 09 10 11 12"}[number].split()
    return [row for row in rows or spend() if row["payment_date"][5:7] in months]


@figure(SPEND)
def spellings():
    names = {row["beneficiary_name"] for row in spend() if not redacted(row)}
    return between(len(names), len(names) + sum(map(redacted, spend())))


@figure(SPEND)
def companies():
    return different(row["company_name"] for row in spend())


@figure(SPEND)
def companies_with_a_number():
    return exactly(len({row["company_number"] for row in spend() if numbered(row)}))


@figure(SPEND)
def company_index():
    return exactly(index(sums(spend(), "company_name", "amount")))


@figure(SPEND)
def top_ten():
    return exactly(top(sums(spend(), "company_name", "amount"), 10))


@figure(SPEND)
def four_fifths():
    return exactly(pareto(sums(spend(), "company_name", "amount"), Fraction(4, 5)))


@figure(SPEND)
def top_ten_by_number():
    """Most rows have no number. Whoever they are, the truth is one of what may be: here, that
    rows without a number belong to the companies that others found for them."""
    rows = [{"key": row["company_number"] if numbered(row) else row["company_name"],
             "amount": row["amount"]} for row in spend()]
    return exactly(top(sums(rows, "key", "amount"), 10), is_within=True)


@figure(SPEND)
def transfer():
    return exactly(amount(transfer_rows()) / amount(spend()))


@figure(SPEND)
def company_index_without_the_transfer():
    found = index(sums(addressable(), "company_name", "amount"))
    return exactly(found, **left_out(transfer=transfer_rows()))


@figure(SPEND)
def top_ten_without_the_transfer():
    found = top(sums(addressable(), "company_name", "amount"), 10)
    return exactly(found, **left_out(transfer=transfer_rows()))


@figure(SPEND)
def four_fifths_without_the_transfer():
    rows = [row for row in addressable() if not redacted(row)]
    found = pareto(sums(rows, "company_name", "amount"), Fraction(4, 5))
    hidden = [row for row in addressable() if redacted(row)]
    return exactly(found, **left_out(transfer=transfer_rows(), redacted=hidden))


@figure(SPEND)
def registered():
    return exactly(amount(filter(numbered, spend())) / amount(spend()))


@figure(SPEND)
def registered_without_the_transfer():
    found = amount(filter(numbered, addressable())) / amount(addressable())
    return exactly(found, **left_out(transfer=transfer_rows()))


@figure(SPEND)
def in_the_middle():
    return median([Fraction(row["amount"]) for row in spend()])


@figure(SPEND)
def nine_of_ten():
    return quantile([Fraction(row["amount"]) for row in spend()], Fraction(9, 10))


@figure(SPEND)
def half_years():
    first = amount(half(1))
    return exactly(amount(half(2)) / first - 1, baseline=text(first))


@figure(SPEND)
def half_years_without_the_transfer():
    first = amount(half(1, addressable()))
    return exactly(amount(half(2, addressable())) / first - 1, baseline=text(first))


@figure(SPEND)
def companies_of_the_second_half():
    first, second = ({row["company_name"] for row in half(number)} for number in (1, 2))
    return exactly(len(second), baseline=text(len(first)))


@figure(SPEND)
def a_payment():
    return exactly(amount(addressable()) / len(addressable()))


@figure(SPEND)
def payments_once():
    return repeated(row["nwod_id"] for row in spend())
