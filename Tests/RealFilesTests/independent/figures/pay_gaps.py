"""Pay gaps."""

from collections import Counter
from fractions import Fraction

from figures.common import (
    difference, different, exactly, figure, median, quantile, repeated, table, text,
)

PAY = "uk-gender-pay-gap"
LANCASHIRE = "Lancashire Teaching Hospitals Nhs Foundation Trust"


def returns(years):
    return table(f"uk-gender-pay-gap/gender_pay_gap_{years}.csv")


def before():
    return returns("2019_2020")


def after():
    return returns("2021_2022")


def gaps(rows, column="DiffMedianHourlyPercent"):
    return [Fraction(row[column]) for row in rows if column in row]


def gap_of(rows, employer):
    (found,) = gaps(row for row in rows if row["EmployerName"] == employer)
    return found


def middle_of(rows):
    return Fraction(median(gaps(rows))["lower"])


def sized(rows):
    return [row for row in rows if row.get("EmployerSize", "Not Provided") != "Not Provided"]


@figure(PAY)
def preston():
    return exactly(gap_of(after(), "Preston City Council"))


@figure(PAY)
def lancashire():
    earlier = gap_of(before(), LANCASHIRE)
    return exactly(gap_of(after(), LANCASHIRE), baseline=text(earlier))


@figure(PAY)
def salford():
    return exactly(gap_of(after(), "Salford City Council"))


@figure(PAY)
def salford_before():
    """There is nothing to start from."""
    assert not [row for row in before() if row["EmployerName"] == "Salford City Council"]
    return salford()


@figure(PAY)
def lancashire_by_so_much():
    earlier = gap_of(before(), LANCASHIRE)
    return exactly(gap_of(after(), LANCASHIRE) - earlier, baseline=text(earlier))


@figure(PAY)
def lancashire_by_a_part():
    earlier = gap_of(before(), LANCASHIRE)
    return exactly(gap_of(after(), LANCASHIRE) / earlier - 1, baseline=text(earlier))


@figure(PAY)
def manchester():
    earlier = gap_of(before(), "Manchester City Council")
    return exactly(gap_of(after(), "Manchester City Council") / earlier, baseline=text(earlier))


@figure(PAY)
def wakefield():
    name = "Wakefield Metropolitan District Council"
    earlier = gap_of(before(), name)
    return exactly(gap_of(after(), name) - earlier, baseline=text(earlier))


@figure(PAY)
def all_employers():
    return median(gaps(after())) | {"baseline": text(middle_of(before()))}


@figure(PAY)
def all_employers_before():
    return median(gaps(before()))


@figure(PAY)
def all_employers_by_so_much():
    earlier = middle_of(before())
    return exactly(middle_of(after()) - earlier, baseline=text(earlier))


@figure(PAY)
def worst_tenth():
    return quantile(gaps(after()), Fraction(9, 10))


@figure(PAY)
def mean_gap():
    known = gaps(after(), "DiffMeanHourlyPercent")
    return exactly(sum(known) / len(known))


@figure(PAY)
def bonus():
    known = gaps(after(), "DiffMeanBonusPercent")
    return median(known) | {"left_out": {"blank measure": len(after()) - len(known)}}


@figure(PAY)
def employers():
    return different(row["EmployerName"] for row in after())


@figure(PAY)
def employers_grow():
    earlier, later = (len({row["EmployerName"] for row in of}) for of in (before(), after()))
    return exactly(Fraction(later, earlier) - 1, baseline=text(earlier))


@figure(PAY)
def employers_once():
    return repeated(row["EmployerName"] for row in after())


@figure(PAY)
def late_by_size():
    late = Counter(row["EmployerSize"] for row in sized(after())
                   if row["SubmittedAfterTheDeadline"] == "True")
    sizes = Counter(row["EmployerSize"] for row in sized(after()))
    return exactly(difference([Fraction(late[size], count) for size, count in sizes.items()]))


@figure(PAY)
def sizes_as_before():
    here, there = (Counter(row["EmployerSize"] for row in sized(of))
                   for of in (after(), before()))
    return exactly(max(
        abs(Fraction(here[size], here.total()) - Fraction(there[size], there.total()))
        for size in here | there))
