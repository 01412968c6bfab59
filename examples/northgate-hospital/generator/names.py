"""Invented names. No part of them is meant to be anybody's."""

from .dice import Dice

FRONT = ["Quell", "Bram", "Thorn", "Oss", "Vel", "Harr", "Mar", "Dun", "Ful", "Ketter", "Lind",
         "Pell", "Rav", "Stan", "Wex", "Yar", "Ash", "Corr", "Ebb", "Gris", "Hol", "Jarr", "Mø",
         "Brû", "Żel", "Søn", "Café", "Núñ"]
BACK = ["brook", "vale", "worthy", "mere", "ling", "ster", "combe", "field", "garth", "holt",
        "ington", "ley", "mont", "nell", "ridge", "stow", "thwaite", "wick", "dale", "fen"]
TRADE = {
    "Clinical supplies": ["Medical Supplies", "Surgical", "Healthcare Products"],
    "Pharmacy": ["Pharmaceuticals", "Dispensing", "Wholesale Chemists"],
    "Estates and facilities": ["Building Services", "Mechanical, Electrical", "Roofing", "Joinery"],
    "Catering": ["Foods", "Bakery", "Dairy", "Fruit, Vegetables"],
    "Cleaning and laundry": ["Cleaning", "Laundry", "Waste, Recycling"],
    "Digital": ["Systems", "Software", "Networks"],
    "Agency staffing": ["Staffing", "Locums", "Nursing Agency"],
    "Transport": ["Couriers", "Patient Transport", "Taxis"],
    "Training": ["Training", "Learning"],
    "Professional services": ["Consulting", "Surveyors", "Legal"],
    "Energy": ["Energy", "Power, Heat"],
}
FORM = [("Ltd", 70), ("LLP", 8), ("plc", 6), ("CIC", 6), ("& Daughters", 4), ("(Midlands) Ltd", 6)]


def supplier_name(dice: Dice, category, ownership):
    """A name that fits what the supplier sells and who owns it."""
    stem = dice.pick(FRONT) + dice.pick(BACK)
    if dice.chance(180):
        stem = f"{stem}, {dice.pick(FRONT)}{dice.pick(BACK)}"
    trade = dice.pick(TRADE[category])
    if ownership == "Worker co-operative":
        return f"{stem} {trade} Co-operative"
    if dice.chance(40):
        return f'{stem} {trade} "{dice.pick(FRONT)}" {dice.weighted(FORM)}'
    return f"{stem} {trade} {dice.weighted(FORM)}"
