"""Raw lines of holdfast-plugin/1, without the SDK: a plugin that behaves, until a script tells it
to do otherwise.

`serve` answers every request as it should; a script hands it the answers that it wants to give
itself. An answer is a message, bytes that are written as they are, or None for silence.
"""

import json
import os
import sys

NAME = "misbehaving"
INPUT, OUTPUT = sys.stdin.buffer, 1


def write(data):
    """Writes all bytes."""
    while data:
        data = data[os.write(OUTPUT, data):]


def line(message):
    """A message as bytes."""
    return json.dumps(message, separators=(",", ":")).encode() + b"\n"


def checker(name="rows", **changes):
    """What the description says of a checker."""
    return {"name": name, "summary": "counts rows", "mode": "rows", "unit": "rows", "keys": {},
            "params": {"type": "object", "additionalProperties": False, "required": [],
                       "properties": {"path": {"type": "string"}}},
            "needs_texts": False, "mergeable": True,
            "columns": [{"role": "id", "type": "text", "nullable": True, "means": "an id"}],
            **changes}


def measured(rows, /, **changes):
    """A measurement: as many rows as there are."""
    return {"type": "measurement", "lower": str(rows), "upper": str(rows), "unit": "rows",
            "rows": rows, "unknown_rows": 0, "selected": rows, "certain": rows, "remarks": [],
            "witnesses": [], "rows_seen": rows, **changes}


def serve(answers=None):
    """Answers until `close`. An answer of the script is called with the request; that of `finish`
    with the rows seen as well."""
    answers = answers or {}
    rows, params = 0, {}
    while True:
        request = json.loads(INPUT.readline() or '{"type":"close"}')
        kind = request["type"]
        if kind == "batch":
            rows += request["rows"]
            INPUT.read(request["bytes"])
        elif kind == "merge":
            rows = sum(state["rows"] for state in request["states"])
        params = request.get("params", params)
        own = answers.get(kind)
        if own is not None:
            request["params"] = params
            answer = own(request, rows) if kind == "finish" else own(request)
        else:
            answer = usual(kind, rows)
        if answer is not None:
            write(answer if isinstance(answer, bytes) else line(answer))
        if kind == "close":
            return


def usual(kind, rows):
    """What a plugin that behaves answers."""
    return {
        "hello": {"type": "hello", "version": 1, "name": NAME, "encodings": ["json-columns"]},
        "describe": {"type": "description", "checkers": [checker()]},
        "open": {"type": "opened"},
        "partial": {"type": "partial", "rows": rows, "state": rows},
        "merge": {"type": "merged", "rows": rows},
        "finish": measured(rows),
    }.get(kind)
