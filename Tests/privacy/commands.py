"""Every command and format that reads data about persons: one line each.

A case has a name, the words after `holdfast` (several commands with ` ; ` between), files that differ from the institution's own, and the
exit codes that it may end with. `{out}` is a folder for what the command writes; it is searched too.
"""
from dataclasses import dataclass, field

from promises import jointly, pack

CHECK = "check pack.yaml --data own --as-of 2025-04-30"
FORMATS = ["terminal", "html", "markdown", "csv", "json", "junit", "junit-strict", "sarif", "github"]
JOINT = ["terminal", "html", "csv", "json", "junit"]


@dataclass
class Case:
    name: str
    command: str
    files: dict = field(default_factory=dict)
    exits: tuple = (0, 1, 2)
    #: What the request itself says: a mistake in it is shown with the line that somebody typed.
    says: tuple = ()


def proposal(rows, dataset="staff"):
    return f"proposal: hires\nstage: award\nvalue: 1000.00\nrows:\n  {dataset}:\n" + "".join(
        f"    - {{ {row} }}\n" for row in rows)


def person(i, team="Boiler"):
    return (f"number: ZQVXJ9{i:04}, surname: Zqvxjnew{i}, email: zqvxj{i}@staff.example, team: {team}, "
            f"site: Quay, born: 1961-03-{i + 1:02}, pay: {40000 + i}.73, disabled: 'yes'")


def formats(world):
    for form in FORMATS:
        yield Case(f"check as {form}", f"{CHECK} --report {form}", exits=(1,))
        yield Case(f"check into {form}", f"{CHECK} --report {form}={{out}}/report", exits=(1,))
    joint = "check joint.yaml --institution own --institution other --as-of 2025-04-30 --report "
    for form in JOINT:
        yield Case(f"two institutions as {form}", joint + form, {
            "joint.yaml": jointly("TOTAL", "TOTAL-TEAM", "SHARE-PAY", "MEAN", "SURNAME", "TOP")}, (0, 1, 2))


def commands(world):
    yield Case("lint", "lint pack.yaml --data own")
    yield Case("unknowns", "unknowns pack.yaml --data own --as-of 2025-04-30")
    yield Case("unknowns as csv", "unknowns pack.yaml --data own --as-of 2025-04-30 --csv")
    yield Case("unknowns into csv",
               "unknowns pack.yaml --data own --as-of 2025-04-30 --csv={out}/unknowns.csv")
    yield Case("plan", "plan pack.yaml --data own --as-of 2025-04-30")
    yield Case("plan as json", "plan pack.yaml --data own --as-of 2025-04-30 --format json")
    yield Case("tally", "tally pack.yaml --data own --as-of 2025-04-30 --out {out}/own.tally")
    yield Case("tally of a part", "tally pack.yaml --data own --as-of 2025-04-30 --only CLAIMS "
               "--only LINE --files claims.csv --out {out}/own.tally", exits=(0, 3))
    yield Case("cache", f"{CHECK} --cache {{out}}/cache", exits=(1,))
    yield Case("log", f"{CHECK} --log {{out}}/runs.log", exits=(1,))
    yield Case("upcoming", "upcoming pack.yaml --data own --as-of 2025-04-30")
    yield Case("digests", f"{CHECK} --digests --report json", exits=(1,))
    yield Case("only", f"{CHECK} --only MEAN --only SURNAME --report json", exits=(0, 1, 2))
    yield Case("init", "init raw --output {out}/institution.yaml", exits=(0,))
    yield Case("waive", "waive people/TOTAL-TEAM pack.yaml --data own --waivers {out}/w.yaml "
               "--reason r --approver A --owner B --issued 2025-04-01 --expires 2025-09-30",
               exits=(0, 3))


def beside(world):
    """Waivers, responses and corrections that speak of single persons and of their groups."""
    first, third = world.people[0], world.people[2]
    waiver = ("  - { commitment: people/%s, group: %s, reason: r, approver: A. One, owner: B. Two, "
              "issued: 2025-04-01, expires: 2025-09-30 }\n")
    yield Case("a waiver for a group", CHECK, {
        "own/waivers.yaml": "waivers:\n" + waiver % ("TOTAL-TEAM", "Archive")
        + waiver % ("SHARE-PAY", "Boiler")}, (1,))
    yield Case("a waiver for a group that is none", CHECK, {
        "own/waivers.yaml": "waivers:\n" + waiver % ("SURNAME", "Zzqvxja")}, (1, 3))
    yield Case("a response to a group", CHECK, {
        "own/responses.yaml": "responses:\n  - { commitment: people/SHARE, group: Archive, party: P, "
        "by: A. One, answered: 2025-04-12, says: No. }\n"}, (1, 3))
    head = "dataset,key,column,value,by,on,because\n"
    for what, line in {
        "a correction": f"staff,{first.number},pay,{first.pay + 1},A,2025-04-01,zqvxj because\n",
        "a correction of no row": "staff,ZQVXJ77777,pay,1.00,A,2025-04-01,zqvxj because\n",
        "a correction that cannot be": f"staff,{first.number},pay,zqvxj12x,A,2025-04-01,zqvxj because\n",
        "two corrections of a cell": f"staff,{first.number},pay,{third.pay},A,2025-04-01,b\n"
                                     f"staff,{first.number},pay,{third.pay + 2},A,2025-04-01,b\n",
        "a correction of a claimant": "claims,C-1,claimant,Zqvxjother,A,2025-04-01,b\n",
        "a correction of a person": f"persons,{first.number},postcode,zqvxj zqvxj,A,2025-04-01,b\n",
    }.items():
        for form in ("terminal", "json"):
            yield Case(f"{what} as {form}", f"{CHECK} --report {form}",
                       {"own/corrections.csv": head + line}, (1, 3))


def wrong_cells(world):
    """Files with mistakes, whose messages may not say what the cells hold."""
    one = world.people[40]
    line = ",".join(one.cells()) + "\n"
    for what, (file, old, new) in {
        "a pay": ("staff.csv", f"{one.pay:.2f}", "zqvxj31x"),
        "a day": ("staff.csv", f"{one.started},{one.born}", f"zqvxj-day,{one.born}"),
        "a day of birth": ("staff.csv", one.born, f"{one.born}zqvxj"),
        "a truth": ("staff.csv", line, line.replace(",yes", ",zqvxjyes").replace(",no", ",zqvxjno")),
        "a key twice": ("staff.csv", line, line + line),
        "too many cells": ("staff.csv", line, line.rstrip("\n") + ",zqvxj,zqvxj\n"),
        "too few cells": ("staff.csv", line, f"{one.number},{one.surname}\n"),
        "an open quote": ("staff.csv", line, '"' + line),
        "text after a quote": ("staff.csv", line, f'"zqvxj"zqvxj{line}'),
        "no header": ("staff.csv", world.files["staff.csv"].split("\n")[0] + "\n", ""),
        "a renamed header": ("staff.csv", "pay", "zpay"),
        "a person twice": ("persons.csv", f"{one.number},", f"{world.people[41].number},"),
        "a postcode": ("persons.csv", f"{one.surname},", f"{one.surname},zqvxj!!"),
        "a claimant's row": ("claims.csv", "C-30,", "C-30,zqvxj-day,"),
        "a mileage": ("claims.csv", f"{world.people[30].pay / 7:.2f}", "zqvxj7"),
    }.items():
        changed = {"own/" + file: world.changed(file, old, new)[file]}
        for command in (CHECK, f"{CHECK} --report json", f"{CHECK} --report junit --jobs 4",
                        "unknowns pack.yaml --data own --as-of 2025-04-30",
                        "tally pack.yaml --data own --as-of 2025-04-30 --out {out}/own.tally"):
            yield Case(f"{what}: {command}", command, changed, (0, 1, 2, 3))


def groups_listed(world):
    """A group that stands in the data and not in the pack."""
    listed = "check: share, of: staff, where: disabled, per: surname, groups: [Nobody], target: '>= 1%'"
    yield Case("groups that are not listed", f"{CHECK} --only SURNAME",
               {"pack.yaml": pack(SURNAME=listed)}, (3,))


def gates(world):
    gate = "gate p.yaml pack.yaml --data own --as-of 2025-04-30"
    claim = "claim: C-900, claimant: Zqvxjclaim, category: Rail, mileage: 7.77, amount: 10.00"
    for what, rows, dataset in [
        ("one person", [person(1)], "staff"),
        ("twelve of a small group", [person(i) for i in range(12)], "staff"),
        ("twelve of a large group", [person(i, "Grounds") for i in range(12)], "staff"),
        ("a claim", [claim], "claims"),
        ("a misspelt column", [person(1).replace("surname", "surnaem")], "staff"),
        ("a pay that is none", [person(1).replace("40001.73", "zqvxj40")], "staff"),
    ]:
        for form in ("terminal", "json", "markdown"):
            yield Case(f"gate, {what}, {form}", f"{gate} --report {form}",
                       {"p.yaml": proposal(rows, dataset)}, (0, 1, 2, 3), tuple(rows))
    many = [person(i, "Grounds") for i in range(12)]
    yield Case("gate, what may be told", f"{gate} --only TOTAL --only SHARE", {"p.yaml": proposal(many)})
    yield Case("gate, a reservation", f"{gate} --only CLAIMS-PER --reserve R1 --reservations "
               "{out}/reservations.log", {"p.yaml": proposal([claim], "claims")}, (0, 1, 2, 3))
    yield Case("gate, a reservation of persons", f"{gate} --only TOTAL --reserve R1 --reservations "
               "{out}/reservations.log", {"p.yaml": proposal([person(i) for i in range(12)])},
               (0, 1, 2, 3), tuple(person(i) for i in range(12)))


def plugins(world):
    """Checkers outside the program that read rows about persons and remark on them."""
    asked = ("check: duplicate-suppliers/surplus, of: persons, columns: { supplier_id: number, "
             "name: surname, company_number: postcode }, target: '<= 1'")
    for form in ("terminal", "json"):
        yield Case(f"a plugin, {form}", "check plugged.yaml --data own --as-of 2025-04-30 --plugins "
                   f"{{root}}/Plugins/duplicate-suppliers --report {form}",
                   {"plugged.yaml": pack("TOTAL", TOTAL=asked)}, (0, 1, 2, 3))


def audits(world):
    """Evidence that is sealed for others: what is signed, and what they make of it."""
    seal = "keygen {out}/key ; audit pack.yaml --data own --as-of 2025-04-30 --key {out}/key.key " \
           "--out {out}/a.bundle"
    yield Case("audit", seal, exits=(1,))
    yield Case("audit with the data", seal + " --include-data", exits=(3,))
    yield Case("audit with a log", seal + " --log {out}/runs.log", exits=(1,))
    verify = seal + " ; verify {out}/a.bundle --public-key {out}/key.pub"
    yield Case("verify", verify, exits=(0,))
    yield Case("verify with the data", verify + " --data own", exits=(0,))
    yield Case("verify with other data", verify + " --data other", exits=(1,))
    for commitment in ("TOTAL", "CLAIMS", "CLAIMED", "MILEAGE"):
        yield Case(f"sample {commitment}", seal + " ; sample {out}/a.bundle --public-key {out}/key.pub "
                   f"--data own --commitment {commitment} --n 5 --csv {{out}}/trace.csv", exits=(0, 3))


def differences(world):
    """Two reports side by side, of the same institution and of two, and a run held against another."""
    old = f"{CHECK} --report json={{out}}/old.json"
    for name, other in (("less", f"{CHECK} --only MEAN --only SURNAME"),
                        ("other data", "check pack.yaml --data other --as-of 2025-04-30")):
        for form in ("terminal", "markdown", "json"):
            yield Case(f"diff with {name} as {form}", f"{old} ; {other} --report json={{out}}/new.json ; "
                       f"diff {{out}}/old.json {{out}}/new.json --format {form}", exits=(1,))
    for form in FORMATS:
        yield Case(f"held against itself as {form}", f"{old} ; {CHECK} --baseline {{out}}/old.json "
                   f"--report {form}", exits=(0, 1, 2))


def explanations(world):
    for commitment in ("TOTAL", "MEAN", "SHARE-PAY", "SURNAME", "TOP", "MILEAGE"):
        for form in ("terminal", "json"):
            yield Case(f"explain {commitment} as {form}", f"explain {commitment} pack.yaml --data own "
                       f"--as-of 2025-04-30 --format {form}", exits=(0, 1, 2, 3))


def all_cases(world):
    for table in (audits, differences, explanations, formats, commands, beside, wrong_cells, groups_listed, gates, plugins):
        yield from table(world)
