"""Works out what the plugins claim of this example, from its files alone, and compares.

    python3 oracle.py REPORT.json

LM3 is worked out by its formula; of doubles the generator knows which it planted.
"""

import csv
import json
import pathlib
import sys
from fractions import Fraction

import generate

HERE = pathlib.Path(__file__).resolve().parent


def rows(name):
    """A file's rows as mappings."""
    with (HERE / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def multiplier():
    """(R1 + R2 + R3) / R1, with what nobody answered at nothing and at all."""
    money = {"1": Fraction(0), "2": Fraction(0), "3": Fraction(0)}
    silent = Fraction(0)
    for row in rows("survey.csv"):
        received = Fraction(row["Received"])
        if row["Round"] == "1":
            money["1"] += received
        elif row["Local Share"]:
            money[row["Round"]] += received * Fraction(row["Local Share"])
        else:
            silent += received
    ends = [sum(money.values()) + more for more in (0, silent)]
    return [end / money["1"] for end in ends]


def doubles():
    """How many records are too many, and the part of money that goes to those concerned: what is
    certain, and with the one whose name is misspelt."""
    register = rows("suppliers.csv")
    first = len(register) - len(generate.TWICE)
    pairs = [({register[place]["Vendor"], register[first + number]["Vendor"]}, "Lmited" in spelling)
             for number, (place, spelling) in enumerate(generate.TWICE.items())]
    ledger = rows("spend.csv")
    whole = sum(Fraction(row["Amount"]) for row in ledger)
    parts = []
    for takes in (lambda misspelt: not misspelt, lambda misspelt: True):
        names = set().union(*(pair for pair, misspelt in pairs if takes(misspelt)))
        parts.append(sum(Fraction(row["Amount"]) for row in ledger if row["Vendor"] in names) / whole)
    certain = sum(not misspelt for _, misspelt in pairs)
    return [Fraction(certain), Fraction(len(pairs))], parts


def parity():
    """The smallest of the wards' ratios: with those of whom nobody knows the ward all elsewhere, and
    given one by one to whichever ward is furthest behind."""
    people = [row["Ward"] for row in rows("starters.csv")]
    whole = sum(generate.WARDS.values())
    count = {ward: people.count(ward) for ward in generate.WARDS}

    def ratio(ward):
        return Fraction(count[ward], len(people)) / Fraction(generate.WARDS[ward], whole)

    least = min(ratio(ward) for ward in count)
    for _ in range(people.count("")):
        count[min(count, key=ratio)] += 1
    return [least, min(ratio(ward) for ward in count)]


def main():
    report = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    said = {finding["id"]: finding["measurement"] for finding in report["result"]["findings"]}
    surplus, share = doubles()
    known = {"SM-1": surplus, "SM-2": share, "SM-3": multiplier(), "SM-4": parity()}
    problems = [] if said else ["the report has no findings"]
    for name in said:
        ends = known[name]
        # Bounds are rounded outward to the digits that are shown.
        lower, upper = Fraction(said[name]["lower"]), Fraction(said[name]["upper"])
        slack = Fraction(1, 10_000)
        if not (lower <= ends[0] < lower + slack and upper - slack < ends[1] <= upper):
            problems.append(f"{name}: {float(ends[0])} to {float(ends[1])}, not {lower} to {upper}")
    print("\n".join(problems) or "the plugins' numbers are as they should be")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
