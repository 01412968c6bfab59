"""What checkers measure on real files, without Holdfast: python3 checkers.py DATA PACK [FIGURE...]

Prints one JSON object: figure -> bounds, a function each. Fractions are exact until they are
printed. Aggregates only, never a row nor a name.
"""

import json
import os
import re
import sys
from collections import Counter, defaultdict
from datetime import date, datetime
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate, product

import ocds
from read import csv_rows

FIGURES = {}
ROOT = ""


def figure(pack):
    """Notes a function as the figure of a pack that has its name."""
    def note(function):
        FIGURES.setdefault(pack, {})[function.__name__] = function
        return function
    return note


# How figures are written, and what they are made of.

def text(number):
    number = Fraction(number)
    return str(Context(prec=34).divide(Decimal(number.numerator), Decimal(number.denominator)))


def between(lower, upper, **more):
    return {"lower": text(lower), "upper": text(upper), **more}


def exactly(number, **more):
    return between(number, number, **more)


@lru_cache
def table(path):
    """The rows of a CSV file, each a mapping of its filled cells."""
    (_, headers), *rows = csv_rows(os.path.join(ROOT, path))[0]
    return [{h.strip(): c.strip() for h, c in zip(headers, row) if c.strip()} for _, row in rows]


def nth(known, places, unknown=0):
    """The mean of the numbers at some places, from 1, behind so many that are unknown."""
    known = sorted(known)
    return sum(Fraction(known[place - 1 - unknown]) for place in places) / len(places)


def median(known, unknown=0):
    """The number in the middle; with some unknown, the least and the greatest that it may be."""
    count = len(known) + unknown
    middle = [(count + 1) // 2, count // 2 + 1]
    return between(nth(known, middle, unknown), nth(known, middle))


def quantile(known, part, unknown=0):
    """The number at a rank, rounded up."""
    place = [-(-part * (len(known) + unknown) // 1)]
    return between(nth(known, place, unknown), nth(known, place))


def different(values):
    """How many different values there are; each that is unknown may be one more."""
    values = list(values)
    known = {value for value in values if value is not None}
    return between(len(known), len(known) + values.count(None))


def repeated(values):
    """How many rows repeat the value of another; each that is unknown may do so as well."""
    values = list(values)
    known = [value for value in values if value is not None]
    least = len(known) - len(set(known))
    return between(least, least + len(values) - len(known))


def sums(rows, key, measure):
    """What each key has above zero, largest first."""
    found = defaultdict(Fraction)
    for row in rows:
        found[row[key]] += Fraction(row[measure])
    return sorted((value for value in found.values() if value > 0), reverse=True)


def index(of):
    return sum(value ** 2 for value in of) / sum(of) ** 2


def top(of, count):
    return sum(of[:count]) / sum(of)


def pareto(of, part):
    """How many of the largest make up a part."""
    line = part * sum(of)
    return next(count for count, found in enumerate(accumulate(of), start=1) if found >= line)


def difference(rates):
    return max(rates) - min(rates)


# Spending of Salford, 2019.

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


# Pay gaps.

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


# Vulnerability of counties.

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


# Certified firms of Maryland.

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


# Landlords by corporate form.

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


# Awards by the scale of their suppliers.

AWARDS = "ocds-uk-contracts-finder"


@lru_cache
def supplier_rows():
    """A row for each supplier of each award; a value that several share is nobody's."""
    path = os.path.join(ROOT, "ocds-uk-contracts-finder/contracts-finder-england-awards.json")
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


def main(root, pack, wanted):
    global ROOT
    ROOT = root
    figures = {name: function() for name, function in FIGURES[pack].items()
               if not wanted or name in wanted}
    json.dump(figures, sys.stdout, indent=1)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
