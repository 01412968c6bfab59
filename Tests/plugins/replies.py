"""What every reply is held against: its keys, texts, numbers and words."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import Any

from failure import Failure

Message = dict[str, Any]

CODES = ("version", "params", "data", "internal", "unsupported")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_FRACTION = re.compile(r"-?(0|[1-9][0-9]*)/[1-9][0-9]*")


def keys(value: Message, wanted: set[str], optional: frozenset[str] = frozenset()) -> None:
    """Fails unless an object holds just these keys."""
    missing, strange = wanted - set(value), set(value) - wanted - optional
    if missing or strange:
        raise Failure("shape", f"keys missing: {sorted(missing)}, not known: {sorted(strange)}")


def text(value: Any, longest: int) -> str:
    """A text that can be printed; fails for anything else."""
    if not isinstance(value, str) or not 0 < len(value) <= longest:
        raise Failure("shape", f"wanted a text of 1 to {longest} characters")
    if any(unicodedata.category(sign) in ("Cc", "Cf", "Zl", "Zp") for sign in value):
        raise Failure("shape", "a text holds characters that cannot be printed")
    return value


def count(value: Any) -> int:
    """A number of rows; fails for anything else."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise Failure("shape", "wanted a number of rows")
    return value


def one_of(value: Any, words: tuple[Any, ...]) -> None:
    """Fails unless a value is one of some words."""
    if not any(value is word or (isinstance(value, str) and value == word) for word in words):
        raise Failure("shape", f"wanted one of {words}")


def number(value: Any, fraction: bool = True) -> Fraction:
    """An exact number as the protocol spells it; fails for anything else."""
    forms = [_DECIMAL, _FRACTION] if fraction else [_DECIMAL]
    if not isinstance(value, str) or not any(form.fullmatch(value) for form in forms):
        raise Failure("value", "wanted an exact number as text")
    if any(len(part.replace(".", "")) > 38 for part in value.lstrip("-").split("/")):
        raise Failure("value", "a number has more than 38 digits")
    return Fraction(value)


def error(reply: Message) -> None:
    """Fails with the words of the plugin if the reply is an error."""
    if reply["type"] == "error":
        keys(reply, {"type", "code", "message"})
        one_of(reply["code"], CODES)
        raise Failure("told", f"{reply['code']}: {text(reply['message'], 500)}")
