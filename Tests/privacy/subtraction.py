"""Puts reports on the same persons together and subtracts, as a curious reader would.

What a report tells of money is a sum over some persons. Sums that are told can be added and
subtracted; whoever gets at the sum of fewer than ten persons so has learned what was hidden. Two runs
on data that differs by one person are no part of this: whoever has both exact totals has that person,
which is why a difference of two runs is only told where it is of enough persons.
"""
import json
import pathlib
import subprocess
import tempfile
from fractions import Fraction

from promises import jointly, pack

LEAST = 10
SUMS = ["TOTAL", "TOTAL-TEAM", "TOTAL-SITE", "SHARE-PAY", "SHARE-SITE-SOME"]


def report(binary, folder, *words):
    done = subprocess.run([binary, "check", *words, "--as-of", "2025-04-30", "--report", "json"],
                          cwd=folder, stdout=subprocess.PIPE)
    return json.loads(done.stdout)["result"]


def persons(world, finding, disabled):
    """Which persons a sum is over: 1 for each of them."""
    column = "site" if "SITE" in finding["id"] else "team"
    return [Fraction(int((finding["group"] in (None, getattr(p, column)))
                         and (not disabled or p.disabled)
                         and (not finding["id"].endswith("SOME") or is_some(p)))) for p in world.people]


def is_some(person):
    """What SHARE-SITE-SOME asks of a person."""
    return person.site != "North" or person.team == "Finance"


def told(world, findings):
    """Every sum that is told, as the persons that it is over."""
    for finding in findings:
        numbers = finding["measurement"]
        if not numbers or numbers["numerator"] is None:
            continue
        share = finding["id"].startswith("SHARE")
        yield persons(world, finding, share), Fraction(numbers["numerator"])
        if share:
            yield persons(world, finding, False), Fraction(numbers["denominator"])


def reduced(rows):
    """The same sums, none of which can be made of the others."""
    basis = []
    for row, total in rows:
        row = [*row, total]
        for place, other in basis:
            if row[place]:
                factor = row[place] / other[place]
                row = [a - factor * b for a, b in zip(row, other)]
        place = next((i for i, cell in enumerate(row[:-1]) if cell), None)
        if place is not None:
            basis.append((place, row))
    return basis


def follows(basis, wanted):
    """Whether a sum over some persons can be worked out from others."""
    row = list(wanted)
    for place, other in basis:
        if row[place]:
            factor = row[place] / other[place]
            row = [a - factor * b for a, b in zip(row, other)]
    return not any(row)


def worked_out(world, findings):
    """Sums of fewer than ten persons that follow from what is told."""
    sums = list(told(world, findings))
    if len(sums) < 8:
        yield f"only {len(sums)} sums were told; something is wrong with this test"
    basis = reduced(sums)
    for column in ("team", "site"):
        for name, people in world.small(column).items():
            for kind in (people, [p for p in people if p.disabled]):
                wanted = [Fraction(int(p in kind)) for p in world.people]
                if kind and follows(basis, wanted):
                    yield f"the pay of {len(kind)} in {name} follows from what is told"
    for left, _ in sums:
        for right, _ in sums:
            rest = [a - b for a, b in zip(left, right)]
            if set(rest) == {0, 1} and sum(rest) < LEAST:
                yield f"one sum less another is the pay of {sum(rest)} persons"


def small_groups(world, findings):
    """No finding of a small group holds a number, nor its name where the pack does not say it."""
    for finding in findings:
        column = "site" if "SITE" in finding["id"] else "team"
        if finding["group"] in world.small(column):
            yield f"{finding['id']} names the group {finding['group']}"
        if (finding["group"] or "").startswith("too few") and finding["measurement"]:
            yield f"{finding['id']} measures {finding['group']}"


def coarse(numbers):
    return all(Fraction(numbers[end]) * 100 % 1 == 0 for end in ("lower", "upper"))


def rounded(findings):
    """Shares of money whose parts are withheld are told in whole hundredths."""
    for finding in findings:
        numbers = finding["measurement"]
        if numbers and numbers["unit"] == "share" and numbers["currency"] \
                and numbers["numerator"] is None and not coarse(numbers):
            yield f"{finding['id']} {finding['group']}: a share over few persons is told exactly"
        if finding["id"].startswith("CONCENTRATION") and not coarse(numbers):
            yield f"{finding['id']}: the part of the largest is told exactly"


def together(result):
    """What several institutions come to, less what all but one of them do."""
    alone = {}
    for one in result["institutions"]:
        for finding in one["findings"]:
            alone.setdefault((finding["id"], finding["group"]), []).append(finding["measurement"])
    for finding in result["joint"]:
        numbers, own = finding["measurement"], alone.get((finding["id"], finding["group"]), [])
        hidden = [one for one in own if not one or one["numerator"] is None]
        if numbers and numbers["numerator"] is not None and len(hidden) == 1:
            yield f"jointly, {finding['id']} {finding['group']}: the whole less the others is told"
        if numbers and hidden and numbers["unit"] == "share" and not coarse(numbers):
            yield f"jointly, {finding['id']} {finding['group']}: a share over few is told exactly"


def blunt(world, findings):
    """Shows that this test finds what it looks for: one more sum gives a hidden group away."""
    sums = list(told(world, findings))
    two = [Fraction(int(p.team in ("Archive", "Boiler"))) for p in world.people]
    third = [Fraction(int(p.team == "Catering")) for p in world.people]
    if follows(reduced(sums), third) or not follows(reduced(sums + [(two, Fraction(1))]), third):
        yield "a group that can be worked out is not found; something is wrong with this test"


def attacks(binary, worlds):
    """What could be worked out, by which report."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for place, world in zip(("own", "other"), worlds):
            (folder / place).mkdir()
            for file, text in world.files.items():
                (folder / place / file).write_text(text)
        (folder / "pack.yaml").write_text(pack())
        (folder / "joint.yaml").write_text(jointly(*SUMS))
        own = ["pack.yaml", "--data", "own"]
        whole = report(binary, folder, *own)["findings"]
        parts = [f for name in SUMS
                 for f in report(binary, folder, *own, "--only", name)["findings"]]
        both = report(binary, folder, "joint.yaml", "--institution", "own", "--institution", "other")
    sums = [finding for finding in whole if finding["id"] in SUMS]
    yield from blunt(worlds[0], sums)
    yield from worked_out(worlds[0], sums + parts)
    yield from small_groups(worlds[0], [f for f in whole if f["id"] in SUMS])
    yield from rounded(whole)
    yield from together(both)
    for world, one in zip(worlds, both["institutions"]):
        yield from worked_out(world, one["findings"])
