"""What of a supplier's name tells it apart: the words that are left when the furniture is gone."""

from __future__ import annotations

import re
import unicodedata

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List, Tuple

    Words = Tuple[str, ...]

#: Words that say what kind of company it is, or nothing.
FURNITURE = frozenset(
    "ltd limited plc llp lp llc inc cic cio co company cyf cyfyngedig and the".split())
#: What a field of too few characters leaves of `limited`, `ltd` and `plc` at the end of a name.
CUT_OFF = frozenset("l li lim limi limit limite lt p pl".split())
#: From how many characters on a name may have been cut off by its field.
CUT_FROM = 30

_TRADING_AS = re.compile(r"(?:^|\s)t\s?[/\\]\s?as?(?:\s|$)|\btrading as\b", re.IGNORECASE)
_DROPPED = re.compile(r"['’`.]")
_BETWEEN = re.compile(r"[\W_]+")


def words(name: str) -> Words:
    """The words of one name: lower case, without accents, punctuation and furniture.

    Letters that stand alone are one word, so that `J. D. Smith` and `JD Smith` are the same. A name
    of furniture alone keeps it.
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    found = _BETWEEN.sub(" ", _DROPPED.sub("", plain.replace("&", " and "))).split()
    if len(name) >= CUT_FROM and len(found) > 2 and found[-1] in CUT_OFF:
        del found[-1]
    return tuple(_joined([word for word in found if word not in FURNITURE] or found))


def _joined(found: List[str]) -> List[str]:
    result: List[str] = []
    alone = False
    for word in found:
        is_letter = len(word) == 1 and word.isalpha()
        if is_letter and alone:
            result[-1] += word
        else:
            result.append(word)
        alone = is_letter
    return result


def names(text: str) -> List[Words]:
    """The names that a supplier's name holds: the company's first, then those it trades as."""
    parts = [words(part) for part in _TRADING_AS.split(text) if part.strip()]
    return [part for part in parts if part] or [()]


def key(found: Words) -> str:
    """The same for names that differ in spaces and furniture alone."""
    return "".join(found)
