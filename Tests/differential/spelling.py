"""The ways in which people write one and the same value into a cell."""

import datetime

MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December"]

# The patterns that an institution may declare; the last one keeps the month alone.
DATE_FORMATS = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy", "dd.MM.yy", "MM/dd/yyyy", "dd-MMM-yyyy",
                "d MMMM yyyy", "yyyyMMdd", "serial", "MMM-yy"]


def amount(dice, coefficient, scale, is_money=True):
    """A number of so many decimals in one of the shapes that ledgers have."""
    whole, fraction = divmod(abs(coefficient), 10**scale)
    digits = str(whole)
    if dice.chance(0.4):
        digits = f"{whole:,}"
    elif dice.chance(0.05):
        digits = "00" + digits
    text = digits + _fraction(dice, f"{fraction:0{scale}d}" if scale else "")
    sign = dice.choice(["£", "£ "]) if is_money and dice.chance(0.2) else ""
    if coefficient >= 0:
        return sign + text
    if is_money and dice.chance(0.4):
        return f"({sign}{text})"
    if sign and dice.chance(0.5):
        return f"{sign}-{text}"
    return "-" + sign + text


def _fraction(dice, digits):
    short = digits.rstrip("0")
    if dice.chance(0.3):
        return "." + short if short else ""
    if dice.chance(0.05):
        return f".{digits}0"
    return "." + digits if digits else ""


def integer(dice, number):
    """A whole number."""
    text = f"{number:,}" if dice.chance(0.3) else str(number)
    return "+" + text if number >= 0 and dice.chance(0.05) else text


def percent(dice, coefficient, scale, is_points):
    """A share, in points or as a fraction of so many decimals."""
    text = amount(dice, coefficient, scale, is_money=False)
    return text + dice.choice(["%", " %"]) if is_points and dice.chance(0.4) else text


def day(dice, date, pattern):
    """A day as a pattern has it."""
    month = MONTHS[date.month - 1]
    texts = {
        "yyyy-MM-dd": f"{date:%Y-%m-%d}", "dd/MM/yyyy": f"{date:%d/%m/%Y}",
        "d/M/yyyy": f"{_digits(dice, date.day)}/{_digits(dice, date.month)}/{date:%Y}",
        "dd.MM.yy": f"{date:%d.%m.%y}", "MM/dd/yyyy": f"{date:%m/%d/%Y}",
        "dd-MMM-yyyy": f"{date:%d}-{_cased(dice, _short(dice, month))}-{date:%Y}",
        "d MMMM yyyy": f"{_digits(dice, date.day)} {_cased(dice, month)} {date:%Y}",
        "yyyyMMdd": f"{date:%Y%m%d}",
        "serial": str((date - datetime.date(1899, 12, 30)).days) + dice.choice(["", "", ".0"]),
        "MMM-yy": f"{_cased(dice, _short(dice, month))}-{date:%y}"}
    return texts[pattern]


def _digits(dice, number):
    return f"{number:02d}" if dice.chance(0.3) else str(number)


def _short(dice, month):
    return "Sept" if month == "September" and dice.chance(0.5) else month[:3]


def _cased(dice, word):
    return dice.choice([word, word, word.upper(), word.lower()])


def boolean(dice, value):
    """A truth value where the column does not say how it is written."""
    word = dice.choice(["true", "yes"] if value else ["false", "no"])
    return _cased(dice, word.capitalize())


def padded(dice, text):
    """A cell with blanks around it, which mean nothing."""
    if not dice.chance(0.06):
        return text
    blanks = ["", " ", "  ", "\t", "\u00a0", "\n", "\r\n"]
    return dice.choice(blanks) + text + dice.choice(blanks)
