"""The suppliers: who they are, where they trade from, and what they told the hospital."""

from .dice import Dice
from .names import TRADE, supplier_name

COUNT = 900
HEADER = ["Supplier No.", "Supplier Name", "Trading Postcode", "Green Certificate",
          "Living Wage Accredited", "SME", "Ownership"]
HOME = [f"NG{number}" for number in range(1, 10)]
REGION = ["NG16", "NG22", "NG31", "DE1", "DE7", "DE24", "LE2", "LE11", "LN1", "LN6"]
AWAY = ["B9", "S3", "M17", "LS10", "EC2N", "CF10", "EH6", "BS4", "RG2", "L24", "SO15"]
# Of a thousand suppliers of a category, how many trade from the home area and from the region.
NEARNESS = {
    "Clinical supplies": (330, 200), "Pharmacy": (240, 180), "Estates and facilities": (560, 230),
    "Catering": (640, 220), "Cleaning and laundry": (600, 200), "Digital": (120, 140),
    "Agency staffing": (420, 260), "Transport": (620, 210), "Training": (450, 200),
    "Professional services": (280, 160), "Energy": (90, 120),
}
SHARES = [("Clinical supplies", 24), ("Pharmacy", 10), ("Estates and facilities", 18),
          ("Catering", 9), ("Cleaning and laundry", 6), ("Digital", 9), ("Agency staffing", 7),
          ("Transport", 6), ("Training", 4), ("Professional services", 5), ("Energy", 2)]
OWNERSHIP = [("Private company", 76), ("Employee-owned", 7), ("Worker co-operative", 3),
             ("Charity or social enterprise", 9), ("Public body", 5)]
# Letters that no real postcode has in its last two places, so that none of these exists.
UNIT_LETTERS = "CIKMOV"
# How many of a thousand home suppliers hold a green certificate.
GREEN_HOME = 580


class Supplier:
    """One supplier and the seven cells that describe it."""

    def __init__(self, number, category, dice: Dice):
        self.id = f"S{number:05d}"
        self.category = category
        self.near = near(dice, category)
        self.ownership = dice.weighted(OWNERSHIP)
        self.cells = [
            self.id, supplier_name(dice, category, self.ownership), postcode(dice, self.near),
            certificate(dice, self.near), living_wage(dice), small(dice), self.ownership]
        # A few suppliers are used far more often than the rest.
        self.weight = dice.weighted([(1, 70), (4, 22), (14, 8)])


def near(dice, category):
    home, region = NEARNESS[category]
    place = dice.below(1000)
    return "home" if place < home else "region" if place < home + region else "away"


def postcode(dice, where):
    code = dice.pick({"home": HOME, "region": REGION, "away": AWAY}[where])
    if dice.chance(12):
        return ""
    if dice.chance(10):
        return "Various"
    if dice.chance(5):
        return "see website"
    if dice.chance(15):
        return code
    letters = dice.pick(UNIT_LETTERS) + dice.pick(UNIT_LETTERS)
    inward = f"{dice.between(1, 9)}{letters}"
    return code + inward if dice.chance(80) else f"{code} {inward}"


def certificate(dice, where):
    """Local suppliers were asked in person and certify more often; a blank is no upload."""
    has = dice.chance(GREEN_HOME if where == "home" else 380)
    kind = dice.weighted([("Environmental management system", 3), ("Verified carbon plan", 2)])
    nothing = "" if dice.chance(700) else "none"
    return kind if has else nothing


def living_wage(dice):
    return dice.weighted([("Yes", 40), ("No", 46), ("", 14)])


def small(dice):
    return dice.weighted([("Yes", 62), ("No", 31), ("Not known", 5), ("", 2)])


def suppliers(seed):
    """All suppliers, in the order of their numbers."""
    dice = Dice(seed)
    everyone = list(TRADE)
    # Every category has a supplier before chance decides.
    result = []
    for number in range(1, COUNT + 1):
        is_first = number <= len(everyone)
        category = everyone[number - 1] if is_first else dice.weighted(SHARES)
        result.append(Supplier(number, category, dice))
    return result
