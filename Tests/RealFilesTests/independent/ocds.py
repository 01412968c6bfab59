"""Awards of an OCDS release package: compiled by ocid, one row a supplier, shared values apart."""

import json
import re
from collections import Counter
from decimal import Decimal


def agreed(one, other):
    """What two versions of a release have in common: a value that differs is unknown."""
    if isinstance(one, dict) and isinstance(other, dict):
        return {key: agreed(one[key], other[key]) for key in one if key in other}
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return [agreed(a, b) for a, b in zip(one, other)]
    return one if one == other else ""


def latest(releases):
    """The release that counts for each ocid: the latest, or what two of one moment agree on."""
    chosen = {}
    for release in releases:
        before = chosen.get(release["ocid"])
        if before is None or release["date"] > before["date"]:
            chosen[release["ocid"]] = release
        elif release["date"] == before["date"]:
            chosen[release["ocid"]] = agreed(before, release)
    return list(chosen.values())


COMPANY = re.compile(r"GB-COH-(\d{1,8}|[A-Z]{2}\d{6})")
POSTCODE = re.compile(r"(?i)\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b")


def known(releases):
    """How many supplier rows have a company number, and one postcode inside their address."""
    numbers = postcodes = 0
    for release in releases:
        parties = {party["id"]: party for party in reversed(release.get("parties", []))}
        for award in release.get("awards", []):
            for supplier in award.get("suppliers", []):
                party = parties.get(supplier["id"], {})
                address = party.get("address", {}).get("streetAddress", "")
                numbers += bool(COMPANY.fullmatch(supplier["id"]))
                postcodes += len({(a + b).upper() for a, b in POSTCODE.findall(address)}) == 1
    return {"company_number": numbers, "postcode": postcodes}


def awards(path):
    """Figures on awards and on the supplier rows that they make."""
    with open(path, encoding="utf-8") as file:
        package = json.load(file, parse_float=Decimal, parse_int=Decimal)
    releases = package["releases"]
    chosen = latest(releases)
    found = [award for release in chosen for award in release.get("awards", [])]
    value = [award.get("value", {}).get("amount") for award in found]
    suppliers = [max(1, len(award.get("suppliers", []))) for award in found]
    alone = sum((v for v, n in zip(value, suppliers) if n == 1 and v is not None), Decimal(0))
    shared = sum((v for v, n in zip(value, suppliers) if n > 1 and v is not None), Decimal(0))
    moments = Counter((release["ocid"], release["date"]) for release in releases)
    return {
        "releases": len(releases), "ocids": len(chosen), "awards": len(found),
        "rows": sum(suppliers), "sum": str(alone + shared), "sum_of_one_supplier": str(alone),
        "awards_of_several": sum(n > 1 for n in suppliers),
        "rows_of_several": sum(n for n in suppliers if n > 1),
        "zero_awards": sum(v == 0 for v in value), "blank": sum(v is None for v in value),
        "known": known(chosen),
        "ocids_with_two_latest": sum(
            moments[(release["ocid"], release["date"])] > 1 for release in chosen)}


def tenders(path):
    """Figures on tenders: one row a release that counts."""
    with open(path, encoding="utf-8") as file:
        package = json.load(file, parse_float=Decimal, parse_int=Decimal)
    chosen = latest(package["releases"])
    value = [release.get("tender", {}).get("value", {}).get("amount") for release in chosen]
    known = [v for v in value if v is not None]
    return {"releases": len(package["releases"]), "rows": len(chosen),
            "sum": str(sum(known, Decimal(0))), "blank": len(value) - len(known)}


FILES = {
    "ocds-uk-contracts-finder": {
        "awards": (awards, "ocds-uk-contracts-finder/contracts-finder-england-awards.json"),
        "tenders": (tenders, "ocds-uk-contracts-finder/contracts-finder-england-awards.json")},
    "ocds-sell2wales": {"tenders": (tenders, "ocds-uk-contracts-finder/sell2wales-tenders.json")},
}
