"""A small host of plugins: the protocol from the other side, to test plugins and the SDK with.

It reads no data and applies no target; it starts a plugin, asks, and refuses whatever the protocol
does not allow. It has no sandbox. docs/plugin-protocol.md says what each line means.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Optional

import descriptions
import measurements
import replies
import strict
from failure import Failure
from process import Limits, Process

Message = dict[str, Any]
PAIRS = {"hello": "hello", "describe": "description", "plan": "plan", "conclude": "measurement",
         "open": "opened", "partial": "partial", "merge": "merged", "finish": "measurement"}
LIMITS = {"memory_bytes": 4 << 30, "file_bytes": 64 << 20, "reply_seconds": 60,
          "session_seconds": 600}


def encoded(message: Any) -> bytes:
    """A message as it is sent: compact, with a line feed."""
    return json.dumps(message, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"


class Host:
    """A running plugin. Leaving its `with` block ends the plugin, whatever state it is in."""

    def __init__(self, name: str, command: list[str], folder: Path,
                 limits: Limits = Limits()) -> None:
        self.name = name
        self.limits = limits
        self.process = Process(command, folder, limits)
        self.checkers: dict[str, Message] = {}

    def __enter__(self) -> Host:
        return self

    def __exit__(self, kind: Optional[type[BaseException]], problem: Optional[BaseException],
                 trace: Optional[TracebackType]) -> None:
        self.process.kill()

    def ask(self, message: Message) -> Message:
        """Sends a request and takes its reply; fails for an error and for any other type."""
        seconds = self.limits.hello if message["type"] == "hello" else self.limits.reply
        self.process.send(encoded(message), seconds)
        reply = strict.read(self.process.line(seconds))
        replies.error(reply)
        if reply["type"] != PAIRS[message["type"]]:
            raise Failure("shape", f"'{message['type']}' was answered by '{reply['type']}'")
        return reply

    def start(self) -> dict[str, Message]:
        """`hello` and `describe`: the checkers by name."""
        hello = self.ask({"type": "hello", "versions": [1], "host": "holdfast/0.1"})
        descriptions.hello(hello, self.name)
        self.checkers = descriptions.description(self.ask({"type": "describe"}))
        return self.checkers

    def conclude(self, checker: str, commitment: Message, groups: Sequence[Message],
                 params: Optional[Message] = None) -> tuple[list[Message], Message]:
        """Mode `aggregates`: what the checker asks for, and its measurement of what it is given."""
        request = {"checker": checker, "params": params or {}, "commitment": commitment}
        plan = descriptions.plan(self.ask({"type": "plan", **request}))
        reply = self.ask({"type": "conclude", **request, "groups": list(groups)})
        rows = [each for group in groups for each in counted(group["slice"])]
        selected = sum(number for _, number in rows)
        certain = sum(number for name, number in rows if name.startswith("certain/"))
        return plan, measurements.measurement(
            reply, self.checkers[checker], selected, certain)

    def open(self, checker: str, roles: Sequence[str], params: Optional[Message] = None,
             where: bool = False, worker: int = 0, workers: int = 1) -> None:
        """Mode `rows`: begins a session."""
        types = {column["role"]: column["type"] for column in self.described(checker)["columns"]}
        self.ask({"type": "open", "session": "1", "checker": checker, "params": params or {},
                  "columns": [{"role": role, "type": types[role]} for role in roles],
                  "where": where, "worker": worker, "workers": workers, "limits": LIMITS})

    def described(self, checker: str) -> Message:
        """What the plugin says of a checker; fails where it does not declare it."""
        if checker not in self.checkers:
            raise Failure("name", f"the plugin declares no checker '{checker}'")
        return self.checkers[checker]

    def batch(self, rows: int, first_row: int, payload: Message) -> None:
        """Sends rows; there is no reply."""
        data = encoded(payload)
        head = {"type": "batch", "rows": rows, "first_row": first_row, "bytes": len(data)}
        self.process.send(encoded(head) + data, self.limits.reply)

    def partial(self, rows: int) -> Message:
        """The state of a session, as `merge` wants it."""
        reply = self.ask({"type": "partial"})
        replies.keys(reply, {"type", "rows", "state"})
        self._same(reply, rows)
        return {"rows": reply["rows"], "state": reply["state"]}

    def merge(self, states: Sequence[Message]) -> None:
        """Puts states in place of what the session holds."""
        reply = self.ask({"type": "merge", "states": list(states)})
        replies.keys(reply, {"type", "rows"})
        self._same(reply, sum(state["rows"] for state in states))

    def finish(self, checker: str, rows: int, certain: int) -> Message:
        """The measurement of a session."""
        reply = self.ask({"type": "finish", "rows": rows})
        return measurements.measurement(reply, self.described(checker), rows, certain)

    def close(self) -> None:
        """Ends the conversation in good order."""
        self.process.send(encoded({"type": "close"}), self.limits.reply)
        self.process.close()

    def _same(self, reply: Message, rows: int) -> None:
        if replies.count(reply["rows"]) != rows:
            raise Failure("count", f"the plugin says {reply['rows']} rows, the host {rows}")


def counted(slice: Message) -> list[tuple[str, int]]:
    """How many rows a slice has of each class, once each."""
    result = [(name, part["rows"]) for kind in ("sums", "ranges")
              for name, part in slice[kind].items()]
    return result + list(slice["unmeasured"].items())
