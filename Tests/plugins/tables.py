"""Runs a checker over a table that is held in memory, in as many processes as asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from host import Host
from process import Limits

Message = dict[str, Any]


@dataclass
class Table:
    """Columns by role, and what is known of the rows."""

    columns: dict[str, list[Any]]
    members: Optional[list[Optional[bool]]] = None
    where: Optional[list[Optional[bool]]] = None

    @property
    def rows(self) -> int:
        return len(next(iter(self.columns.values())))

    @property
    def certain(self) -> int:
        return self.rows if self.members is None else self.members.count(True)

    def payload(self, start: int, end: int) -> Message:
        """Some rows as a batch holds them."""
        result: Message = {"c": [cells[start:end] for cells in self.columns.values()]}
        if self.members is not None:
            result["m"] = self.members[start:end]
        if self.where is not None:
            result["w"] = self.where[start:end]
        return result


@dataclass
class Plugin:
    """How a plugin is started."""

    name: str
    folder: Path
    command: list[str] = field(default_factory=lambda: ["python3", "-BES", "plugin.py"])
    limits: Limits = field(default_factory=Limits)

    def host(self) -> Host:
        """A process of it."""
        return Host(self.name, self.command, self.folder, self.limits)


def measure(plugin: Plugin, checker: str, table: Table, params: Optional[Message] = None,
            workers: int = 1, rows: int = 16_384) -> Message:
    """What a checker says of a table."""
    batches = [(start, min(start + rows, table.rows)) for start in range(0, table.rows, rows)]
    if workers == 1:
        with plugin.host() as host:
            _feed(host, checker, table, params, batches, 0, 1)
            result = host.finish(checker, table.rows, table.certain)
            host.close()
        return result
    states = [_state(plugin, checker, table, params, batches, each, workers)
              for each in range(workers)]
    with plugin.host() as host:
        _feed(host, checker, table, params, [], 0, workers)
        host.merge(states)
        result = host.finish(checker, table.rows, table.certain)
        host.close()
    return result


def _state(plugin: Plugin, checker: str, table: Table, params: Optional[Message],
           batches: Sequence[tuple[int, int]], worker: int, workers: int) -> Message:
    """What one of several processes has learnt."""
    own = batches[worker::workers]
    with plugin.host() as host:
        _feed(host, checker, table, params, own, worker, workers)
        state = host.partial(sum(end - start for start, end in own))
        host.close()
    return state


def _feed(host: Host, checker: str, table: Table, params: Optional[Message],
          batches: Sequence[tuple[int, int]], worker: int, workers: int) -> None:
    host.start()
    host.open(checker, list(table.columns), params, table.where is not None, worker, workers)
    for start, end in batches:
        host.batch(end - start, start, table.payload(start, end))
