"""Starters and staff. Posts are numbered; no row describes a person who exists."""

from .dice import Dice

WARDS = ["Millgate", "Canalside", "Eastfield", "Kiln Hill", "Old Wharf", "Parkside", "Northmoor",
         "Quarry Bank", "Riverside", "St Brannock", "Tanners Row", "Weaver Street"]
TARGET_WARDS = ["Canalside", "Kiln Hill", "Old Wharf", "Tanners Row"]
CODES_A_WARD = 8
BANDS = [("Band 2", 30), ("Band 3", 20), ("Band 4", 14), ("Band 5", 22), ("Band 6", 9),
         ("Band 7", 5)]
FAMILIES = [("Nursing support", 30), ("Nursing", 25), ("Porters and domestics", 18),
            ("Administration", 17), ("Laboratory", 10)]
PAY = {"Band 2": (1208, 1265), "Band 3": (1240, 1310), "Band 4": (1345, 1475),
       "Band 5": (1510, 1840), "Band 6": (1900, 2290), "Band 7": (2350, 2690)}
SITES = [("Northgate General", 60), ("Canalside Clinic", 22), ("Moor Lane", 18)]
HIRES_HEADER = ["Post Ref", "Start Date", "Job Family", "Band", "Home Area", "Weekly Hours"]
STAFF_HEADER = ["Post", "Hourly Pay (£)", "Band", "Site", "Frontline"]


def neighbourhoods():
    """The lookup: an invented small-area code and the ward that it lies in."""
    rows = [["Area Code", "Ward"]]
    for place in range(len(WARDS) * CODES_A_WARD):
        rows.append([f"XN{1000 + place:08d}", WARDS[place // CODES_A_WARD]])
    return rows


def home_area(dice, band, rows):
    """Where a starter lives: blank, withheld, beyond the town, or in one of its wards."""
    if dice.chance(22):
        return "" if dice.chance(600) else "Withheld"
    if dice.chance(420):
        return f"XN{2000 + dice.below(400):08d}"
    low = band in ("Band 2", "Band 3", "Band 4")
    wanted = TARGET_WARDS if dice.chance(200 if low else 100) else WARDS
    return dice.pick([code for code, ward in rows[1:] if ward in wanted])


def hires(seed, rows):
    """The starters of the year."""
    dice = Dice(seed)
    result = [HIRES_HEADER]
    for number in range(1, 601):
        band = dice.weighted(BANDS)
        month = dice.below(12)
        year, month = (2024, month + 4) if month < 9 else (2025, month - 8)
        result.append([
            f"H{number:04d}", f"{year}-{month:02d}-{dice.between(1, 28):02d}",
            dice.weighted(FAMILIES), band, home_area(dice, band, rows),
            dice.weighted([("37.5", 64), ("30", 14), ("22.5", 14), ("15", 8)])])
    return result


def workforce(seed):
    """Everybody in post on the last day of the year."""
    dice = Dice(seed)
    result = [STAFF_HEADER]
    for number in range(1, 2501):
        band = dice.weighted(BANDS)
        pence = dice.between(*PAY[band])
        frontline = dice.chance(780 if band < "Band 7" else 300)
        result.append([f"P{number:05d}", f"{pence // 100}.{pence % 100:02d}", band,
                       dice.weighted(SITES), "Yes" if frontline else "No"])
    return result
