"""Answers `finish` with the last batch that it was sent, as an error, so that it can be looked at."""
import json, sys
def say(**words): print(json.dumps(words), flush=True)
column = lambda t: {"role": t, "type": t, "nullable": True, "means": "a " + t}
for line in sys.stdin.buffer:
    ask = json.loads(line)
    kind = ask["type"]
    if kind == "hello": say(type="hello", version=1, name="script", encodings=["json-columns"])
    elif kind == "describe": say(type="description", checkers=[{"name": "echo", "summary": "says it",
        "mode": "rows", "unit": "rows", "keys": {"where": "optional"}, "needs_texts": False,
        "mergeable": False, "params": {"type": "object", "additionalProperties": False},
        "columns": [column(t) for t in ("text", "decimal", "date", "bool", "integer")]}])
    elif kind == "open": say(type="opened")
    elif kind == "batch": payload = sys.stdin.buffer.read(ask["bytes"])
    elif kind == "finish":
        assert payload.endswith(b"}\n"), payload
        say(type="error", code="data", message=json.dumps(json.loads(payload), ensure_ascii=True))
    else: break
