"""Packs that ask of persons all that a checker can ask."""

import re

HEAD = "pack: people\ntitle: About persons\nversion: 1.0.0\ncommitments:\n"

#: What each commitment asks, by id. `{per}` is left out or a column.
ASKED = {
    "TOTAL": "check: total, of: staff, measure: pay, target: '>= £1'",
    "TOTAL-TEAM": "check: total, of: staff, measure: pay, per: team, target: '>= £100k'",
    "TOTAL-SITE": "check: total, of: staff, measure: pay, per: site, target: '>= £100k'",
    # As many in the South as at TOTAL-SITE, where the Quay is hidden with them, and fewer in the North.
    "SHARE-SITE-SOME": "check: share, of: staff, measure: pay, where: disabled, per: site, "
                       "among: 'site != \"North\" || team == \"Finance\"', target: '>= 25%'",
    "SHARE-PAY": "check: share, of: staff, measure: pay, where: disabled, per: team, "
                 "target: '>= 25%'",
    "SHARE": "check: share, of: staff, where: disabled, per: team, target: '>= 25%'",
    "SHARE-SITE": "check: share, of: staff, where: disabled, per: site, target: '>= 25%'",
    "COUNT-TEAM": "check: count, of: staff, where: disabled, per: team, target: '>= 1'",
    "MEAN": "check: mean, of: staff, measure: pay, per: team, target: '>= £30k'",
    "MEDIAN": "check: median, of: staff, measure: pay, per: team, target: '>= £30k'",
    "TOP": "check: quantile, at: 100%, of: staff, measure: pay, target: '<= £90k'",
    "EVERY": "check: every, of: staff, where: 'pay >= 25000.00'",
    "UNIQUE": "check: unique, of: staff, by: surname",
    "DISTINCT": "check: distinct, of: staff, by: email, target: '>= 200'",
    "CONCENTRATION": "check: concentration, as: top_share, top: 1, of: staff, by: number, "
                     "measure: pay, target: '<= 1%'",
    "CONCENTRATION-PART": "check: concentration, as: top_share, top: 3, of: staff, by: surname, "
                          "measure: pay, among: 'team == \"Grounds\"', target: '<= 1%'",
    "GAP": "check: gap, of: staff, per: team, where: disabled, measure: pay, target: '<= 1%'",
    "COVERAGE": "check: coverage, of: staff, by: team, items: [Archive, Boiler, Garage]",
    "RATIO": "check: ratio, of: staff, numerator: { measure: pay, where: 'team == \"Boiler\"' }, "
             "denominator: { }, target: '<= 1'",
    "GROWTH": "check: growth, of: staff, measure: pay, where: 'team == \"Boiler\"', "
              "baseline: { among: 'team == \"Archive\"' }, target: '>= 1%'",
    "SMALL": "check: total, of: staff, measure: pay, where: 'team == \"Boiler\"', target: '>= £1'",
    "SMALL-PAY-SHARE": "check: share, of: staff, measure: pay, where: 'team == \"Boiler\"', "
                       "target: '>= 90%'",
    "LINE": "check: total, of: claims, measure: amount, target: '>= measurement(\"SMALL\")'",
    "LINE-SHARE": "check: share, of: claims, measure: amount, where: 'category == \"Rail\"', "
                  "target: '>= measurement(\"SMALL-PAY-SHARE\")'",
    "BASELINE": "check: total, of: staff, measure: pay, "
                "baseline: { where: 'team == \"Archive\"' }, target: '<= 2 x baseline'",
    "SURNAME": "check: share, of: staff, where: disabled, per: surname, target: '>= 25%'",
    "LITERAL": "check: share, of: staff, where: 'surname == \"Zzqvxja\"', target: '>= 25%'",
    "POSTCODE": "check: share, of: staff, measure: pay, where: 'person.postcode in area(\"home\")', "
                "target: '>= 50%'",
    "CARER": "check: count, of: staff, where: person.carer, target: '>= 70'",
    "CLAIMS": "check: every, of: claims, where: 'category == \"Rail\"'",
    "CLAIMED": "check: every, of: claims, where: 'claimant.size() > 20'",
    "CLAIMS-PER": "check: total, of: claims, measure: amount, per: claimant, target: '>= £1'",
    "MILEAGE": "check: total, of: claims, measure: mileage, per: category, target: '>= 99999999'",
    "MILESTONE": "check: milestone, of: cases, per: step, phases: [asked, seen, done], "
                 "done: reached",
    "COMPOSITE": "check: composite, members: [TOTAL, SHARE-PAY, EVERY], target: '>= 9'",
}


def pack(*names, **changes):
    """A pack of the named commitments, or of all; `changes` replaces what one asks."""
    asked = {**ASKED, **changes}
    lines = [f"  - {{ id: {name}, title: {name}, {asked[name]} }}\n"
             for name in (names or asked)]
    return HEAD + "".join(lines)


def jointly(*names):
    """The same, each also held by several institutions together."""
    return re.sub(r"target: ('[^']*')", r"joint: \1, target: \1", pack(*names))
