#!/usr/bin/env python3
"""Holds the dialogues that a page shows against the plugins that they are with, byte for byte.

    Tests/plugins/shown.py [--accept] PAGE...

A block fenced as `dialogue FOLDER` has a line `> BYTES` for each that is sent, and `< BYTES` for
each that is answered. With --accept the answers are written anew, and the bytes of batches counted.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from dialogues import manifest
from process import Limits, Process

ROOT = Path(__file__).resolve().parent.parent.parent
_BLOCK = re.compile(r"^```dialogue (\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_BYTES = re.compile(r'"bytes":[0-9]+')


def spoken(folder: Path, sent: list[str]) -> str:
    """The dialogue as it goes now."""
    process = Process(manifest(folder)[0], folder, Limits())
    lines: list[str] = []
    try:
        for text, after in zip(sent, [*sent[1:], ""]):
            is_batch = text.startswith('{"type":"batch"')
            if is_batch:
                text = _BYTES.sub('"bytes":%d' % (len(after.encode()) + 1), text)
            process.send(text.encode() + b"\n", process.limits.reply)
            lines.append("> " + text)
            if text == '{"type":"close"}':
                process.close()
            elif text.startswith('{"type"') and not is_batch:
                lines.append("< " + process.line(process.limits.reply).decode())
    finally:
        process.kill()
    return "".join(line + "\n" for line in lines)


def renewed(text: str) -> str:
    """A page with its dialogues as they go now."""
    def block(match: re.Match[str]) -> str:
        sent = [line[2:] for line in match[2].splitlines() if line.startswith("> ")]
        return f"```dialogue {match[1]}\n{spoken(ROOT / match[1], sent)}```"
    return _BLOCK.sub(block, text)


def main() -> int:
    pages = [Path(word) for word in sys.argv[1:] if word != "--accept"]
    if not pages:
        print(__doc__, file=sys.stderr)
        return 64
    stale, count = [], 0
    for page in pages:
        text = page.read_text()
        now = renewed(text)
        count += len(_BLOCK.findall(text))
        if now != text and "--accept" in sys.argv:
            page.write_text(now)
        elif now != text:
            stale.append(f"{page}: a dialogue goes another way; {sys.argv[0]} --accept writes it")
    print("\n".join(stale) or f"{count} dialogues go as the pages show")
    return 1 if stale or not count else 0


if __name__ == "__main__":
    sys.exit(main())
