"""What can go wrong with a plugin, in one word each."""

from __future__ import annotations


class Failure(Exception):
    """A plugin failed. The kind is a word of the table in docs/plugin-protocol.md."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(f"{kind}: {message}")
        self.kind = kind
        self.message = message
