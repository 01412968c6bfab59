"""Holds what a plugin says of itself, and the aggregates that it asks for, against the protocol."""

from __future__ import annotations

import re
from typing import Any

from failure import Failure
from replies import count, keys, one_of, text

Message = dict[str, Any]

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_SHARED = {"name", "summary", "mode", "unit", "keys", "params", "needs_texts"}
_OWN = {"rows": {"mergeable", "columns"}, "aggregates": {"compares_groups"}}
_WORDS = frozenset(("enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
                    "multipleOf", "minLength", "maxLength", "pattern", "items", "minItems",
                    "maxItems", "uniqueItems", "format", "title", "description", "default"))
_AGGREGATES = {"sums": {"all"}, "keys": set(), "values": set(), "uncertain_values": set(),
               "uncertain_rows": {"limit"}, "failing_rows": {"limit"}}


def hello(reply: Message, name: str) -> None:
    """Fails unless a reply to `hello` agrees on the version and the name."""
    keys(reply, {"type", "version", "name", "encodings"})
    if reply["version"] != 1 or "json-columns" not in reply["encodings"]:
        raise Failure("version", "the plugin speaks no holdfast-plugin/1 in json-columns")
    if reply["name"] != name:
        raise Failure("name", "the plugin says another name than plugin.yaml")


def schema(value: Message) -> None:
    """Fails unless the parameters of a checker are declared with known words."""
    keys(value, {"type", "properties", "required", "additionalProperties"})
    if value["type"] != "object" or value["additionalProperties"] is not False:
        raise Failure("shape", "parameters are an object without additional properties")
    for each in value["properties"].values():
        keys(each, {"type"}, _WORDS)
        one_of(each["type"], ("string", "integer", "boolean", "array"))


def plan(reply: Message) -> list[Message]:
    """The aggregates that are asked for; fails unless `sums` is one, and none comes twice."""
    keys(reply, {"type", "aggregates"})
    if not isinstance(reply["aggregates"], list):
        raise Failure("shape", "aggregates are a list")
    for each in reply["aggregates"]:
        one_of(each.get("kind"), tuple(_AGGREGATES))
        keys(each, {"kind"} | _AGGREGATES[each["kind"]])
        one_of(each.get("all", True), (True, False))
        if not 1 <= count(each.get("limit", 20)) <= 20:
            raise Failure("shape", "a limit is a number from 1 to 20")
    kinds = [each["kind"] for each in reply["aggregates"]]
    if "sums" not in kinds or len(set(kinds)) < len(kinds):
        raise Failure("shape", "a plan asks for `sums`, and for nothing twice")
    result: list[Message] = reply["aggregates"]
    return result


def description(reply: Message) -> dict[str, Message]:
    """The checkers of a description by name; fails where it is not in form."""
    keys(reply, {"type", "checkers"})
    result = {}
    for checker in reply["checkers"]:
        mode = checker.get("mode")
        one_of(mode, ("rows", "aggregates"))
        keys(checker, _SHARED | _OWN[mode])
        text(checker["summary"], 200)
        schema(checker["params"])
        one_of(checker["unit"], ("share", "money", "number", "rows"))
        one_of(checker["needs_texts"], (True, False))
        one_of(checker.get("mergeable", checker.get("compares_groups")), (True, False))
        for name, want in checker["keys"].items():
            one_of(name, ("where",) if mode == "rows" else ("measure", "where", "by", "per"))
            one_of(want, ("required", "optional"))
        for column in checker.get("columns", []):
            keys(column, {"role", "type", "nullable", "means"})
            one_of(column["type"], ("text", "decimal", "date", "bool", "integer"))
        if not _NAME.fullmatch(checker["name"]) or checker["name"] in result:
            raise Failure("shape", "the name of a checker is no name, or comes twice")
        result[checker["name"]] = checker
    return result
