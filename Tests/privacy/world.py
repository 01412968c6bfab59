"""An institution whose data is about persons, with cells that no output may ever show.

Every name, address and number of a person holds the mark `zqvxj`, which nothing else does, nor a text
in base64 by chance. Pay and days of birth are told apart by their digits. Teams and sites are of one
person and of nine as well as of sixty, so that what is said of the others may not give them away.
"""
import csv
import io
import random
from decimal import Decimal

MARK = "zqvxj"
TEAMS = {"Archive": 1, "Boiler": 3, "Catering": 9, "Depot": 10, "Estates": 12, "Finance": 30,
         "Grounds": 60}
SITES = ["North"] * 12 + ["South"] * 7 + ["Quay"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"

INSTITUTION = """\
institution: {name}
currency: GBP
fiscal_year_starts: 04-01
areas:
  home: {{ postcodes: [M5, M6], edition: 2024, decided_by: Board, decided_on: 2024-03-01 }}
datasets:
  staff:
    files: staff.csv
    personal: true
    period_by: started
    key: number
    show: [number, surname, team]
    columns:
      number: {{ blank: unknown }}
      surname: {{}}
      email: {{}}
      team: {{}}
      site: {{}}
      started: {{ type: date }}
      born: {{ type: date }}
      pay: {{ type: decimal, scale: 2 }}
      disabled: {{ type: bool }}
    references: {{ person: {{ to: persons, by: number }} }}
  persons:
    files: persons.csv
    personal: true
    key: number
    columns: {{ number: {{}}, surname: {{}}, postcode: {{ type: postcode }}, carer: {{ type: bool }} }}
  claims:
    files: claims.csv
    period_by: paid
    key: claim
    show: [claim, claimant, category]
    columns:
      claim: {{}}
      paid: {{ type: date }}
      claimant: {{ personal: true }}
      category: {{}}
      mileage: {{ type: decimal, scale: 2, personal: true, currency: none }}
      amount: {{ type: decimal, scale: 2 }}
  cases:
    files: cases.csv
    personal: true
    key: step
    columns: {{ step: {{}}, reached: {{ type: date }}, by: {{}} }}
"""


class Person:
    """One made-up person; `i` is the place in the register."""

    def __init__(self, i, team, dice):
        word = "".join(dice.choice(LETTERS) for _ in range(7))
        self.number, self.surname = f"ZQVXJ{i:05}{dice.randrange(1000):03}", f"Zqvxj{word}"
        self.email, self.team = f"zqvxj.{word}@staff.example", team
        self.site = SITES[i % len(SITES)]
        self.started = f"2024-{dice.randrange(4, 13):02}-{dice.randrange(1, 29):02}"
        self.born = f"19{dice.randrange(55, 99)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}"
        self.pay = Decimal(dice.randrange(2_100_000, 9_800_000)) / 100
        self.disabled = dice.random() < 0.3
        self.postcode = "" if dice.random() < 0.2 else f"M{dice.randrange(1, 9)} 1ZQ"

    def cells(self):
        return [self.number, self.surname, self.email, self.team, self.site, self.started,
                self.born, f"{self.pay:.2f}", "yes" if self.disabled else "no"]


STAFF = ["number", "surname", "email", "team", "site", "started", "born", "pay", "disabled"]


class World:
    """The persons of an institution, and its files by name."""

    def __init__(self, name, seed):
        dice = random.Random(seed)
        self.name, self.people = name, []
        for team, size in TEAMS.items():
            for _ in range(size):
                self.people.append(Person(len(self.people), team, dice))
        self.files = {
            "institution.yaml": INSTITUTION.format(name=name),
            "staff.csv": table([STAFF] + [p.cells() for p in self.people]),
            "persons.csv": table([["number", "surname", "postcode", "carer"]] + [
                [p.number, p.surname, p.postcode, "yes" if p.disabled else ""]
                for p in self.people]),
            "claims.csv": table([["claim", "paid", "claimant", "category", "mileage", "amount"]] + [
                [f"C-{i}", p.started, p.surname, ["Rail", "Bus", ""][i % 3], f"{p.pay / 7:.2f}",
                 "12.50"] for i, p in enumerate(self.people[:40])]),
            "cases.csv": table([["step", "reached", "by"]] + [
                [step, p.born, p.surname] for step, p in zip(["asked", "seen", "done"], self.people)]),
        }

    def changed(self, file, old, new):
        """The same files with a text of one of them replaced, once."""
        if old not in self.files[file]:
            raise SystemExit(f"{old!r} is not in {file}: this test is out of date")
        return {**self.files, file: self.files[file].replace(old, new, 1)}

    def small(self, column):
        """The persons of each group of fewer than ten."""
        groups = {}
        for person in self.people:
            groups.setdefault(getattr(person, column), []).append(person)
        return {name: people for name, people in groups.items() if len(people) < 10}


def table(rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
