"""Holds a measurement against the protocol, and against what the host counted itself."""

from __future__ import annotations

from typing import Any

from failure import Failure
from replies import count, keys, number, text

Message = dict[str, Any]

_MEASURED = {"type", "unit", "rows", "unknown_rows", "selected", "certain", "remarks"}


def measurement(reply: Message, checker: Message, selected: int, certain: int) -> Message:
    """The measurement, if all in it agrees with itself and with what the host counted."""
    in_rows = checker["mode"] == "rows"
    wanted = _MEASURED | ({"witnesses", "rows_seen"} if in_rows else set())
    ends = {"unbounded"} if "unbounded" in reply else {"lower", "upper"}
    keys(reply, wanted | ends, frozenset({"numerator", "denominator"}))
    if "unbounded" in reply:
        keys(reply["unbounded"], {"reason"})
        text(reply["unbounded"]["reason"], 500)
    elif number(reply["lower"]) > number(reply["upper"]):
        raise Failure("value", "the lower bound is above the upper one")
    for name in ("numerator", "denominator"):
        if name in reply:
            number(reply[name], fraction=False)
    if reply["unit"] != checker["unit"]:
        raise Failure("value", "the measurement is in another unit than the description says")
    _counts(reply, selected, certain, in_rows)
    _list(reply["remarks"], "remarks")
    for remark in reply["remarks"]:
        text(remark, 500)
    if in_rows:
        _witnesses(reply["witnesses"], selected)
    return reply


def _counts(reply: Message, selected: int, certain: int, in_rows: bool) -> None:
    for name, own in (("selected", selected), ("certain", certain), ("rows_seen", selected)):
        if (in_rows or name != "rows_seen") and count(reply[name]) != own:
            raise Failure("count", f"the plugin says {name} {reply[name]}, the host {own}")
    if not count(reply["unknown_rows"]) <= count(reply["rows"]) <= selected:
        raise Failure("count", "wanted unknown_rows <= rows <= selected")


def _list(value: Any, name: str) -> None:
    if not isinstance(value, list) or len(value) > 20:
        raise Failure("shape", f"{name} are a list of at most 20")


def _witnesses(value: Any, rows: int) -> None:
    _list(value, "witnesses")
    if value != sorted(set(value)) or any(count(row) >= rows for row in value):
        raise Failure("shape", "witnesses are numbers of rows that were sent, and rise")
