"""Reads a reply as strictly as the protocol asks: one object, no key twice, no inexact number."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from failure import Failure

Message = dict[str, Any]

#: How many lists and objects may stand one inside another.
DEPTH = 64
LARGEST = (1 << 53) - 1
#: Everything that cannot open or close a level: texts, and signs between.
_PASSED = re.compile(r'"(?:[^"\\]|\\.)*"|[^\[\]{}"]+')


def read(line: bytes) -> Message:
    """The object on a line; fails where it is none, or not in the form that is asked."""
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        raise Failure("json", "the reply is not UTF-8") from None
    _limit_depth(text)
    try:
        value = json.loads(text, object_pairs_hook=_once, parse_float=_inexact,
                           parse_constant=_inexact, parse_int=_whole)
        # Half of a pair of surrogates is no character, though JSON can spell it.
        json.dumps(value, ensure_ascii=False).encode()
    except ValueError as problem:
        raise Failure("json", f"the reply is no JSON: {problem}") from None
    if not isinstance(value, dict) or not isinstance(value.get("type"), str):
        raise Failure("json", "the reply is no object with a 'type'")
    return value


def _limit_depth(text: str) -> None:
    level = 0
    for sign in _PASSED.sub("", text):
        level += 1 if sign in "[{" else -1
        if level > DEPTH:
            raise Failure("json", f"the reply is more than {DEPTH} levels deep")


def _once(pairs: list[tuple[str, Any]]) -> Message:
    result = dict(pairs)
    if len(result) < len(pairs):
        raise Failure("json", "an object holds a key twice")
    return result


def _inexact(text: str) -> NoReturn:
    raise Failure("value", f"{text} is no exact number: write decimals as text")


def _whole(text: str) -> int:
    if len(text) > 17 or abs(int(text)) > LARGEST:
        raise Failure("value", "a whole number is beyond 2^53 - 1")
    return int(text)
