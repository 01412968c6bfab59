#!/usr/bin/env python3
"""Replays recorded dialogues: the plugin has to answer as it did when they were recorded.

    Tests/plugins/dialogues.py [--accept] FOLDER...

FOLDER is a plugin's; its dialogues stand in the folder that plugin.yaml names under `tests`, one
JSON object a line: `{"send": REQUEST}`, `{"payload": ROWS}` behind a batch, `{"expect": REPLY}`.
Replies are compared as JSON, so that spaces and the order of keys do not matter. A batch has no
`bytes` there: they are counted when it is sent. The last request is `close`, after which the plugin
has to end with exit code 0. With --accept the replies are written anew: read what changed.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Optional

import strict
from failure import Failure
from host import encoded
from process import Limits, Process

Message = dict[str, Any]


def manifest(folder: Path) -> tuple[list[str], Optional[str]]:
    """Command and folder of tests of a plugin, from the two lines of plugin.yaml that matter."""
    text = (folder / "plugin.yaml").read_text()
    command = re.search(r"^command: \[(.*)\]$", text, re.MULTILINE)
    tests = re.search(r"^tests: (.*)$", text, re.MULTILINE)
    if command is None:
        raise SystemExit(f"{folder}/plugin.yaml has no line `command: [...]`")
    return [word.strip() for word in command[1].split(",")], tests[1] if tests else None


def requests(lines: list[Message]) -> Iterator[tuple[list[Message], bytes]]:
    """What is sent, request by request: the lines that say it, and the bytes."""
    for place, line in enumerate(lines):
        if "send" in line and line["send"]["type"] == "batch":
            payload = encoded(lines[place + 1]["payload"])
            head = encoded({**line["send"], "bytes": len(payload)})
            yield lines[place:place + 2], head + payload
        elif "send" in line:
            yield [line], encoded(line["send"])


def replay(folder: Path, lines: list[Message]) -> list[Message]:
    """The dialogue as it goes now: the same requests, with the replies that come."""
    command, _ = manifest(folder)
    process = Process(command, folder, Limits())
    result: list[Message] = []
    try:
        for said, data in requests(lines):
            process.send(data, process.limits.reply)
            result += said
            if said[0]["send"]["type"] == "close":
                process.close()
            elif said[0]["send"]["type"] != "batch":
                result.append({"expect": strict.read(process.line(process.limits.reply))})
    finally:
        process.kill()
    return result


def problems(folder: Path, path: Path, accept: bool) -> list[str]:
    """Where a dialogue goes another way than it was recorded."""
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    if not lines or lines[-1] != {"send": {"type": "close"}}:
        return [f"{path}: a dialogue ends with {{\"send\": {{\"type\": \"close\"}}}}"]
    try:
        now = replay(folder, lines)
    except Failure as failure:
        return [f"{path}: {failure}"]
    if accept:
        path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in now))
        return []
    if len(now) != len(lines):
        return [f"{path}: {len(lines)} lines were recorded, {len(now)} come now"]
    return [f"{path}:{number}: recorded {json.dumps(was)}, now {json.dumps(line)}"
            for number, (was, line) in enumerate(zip(lines, now), 1) if was != line]


def main() -> int:
    folders = [Path(word) for word in sys.argv[1:] if word != "--accept"]
    if not folders:
        print(__doc__, file=sys.stderr)
        return 64
    found, count = [], 0
    for folder in folders:
        tests = manifest(folder)[1]
        paths = sorted((folder / tests).glob("*.dialogue.jsonl")) if tests else []
        for path in paths:
            found += problems(folder, path, "--accept" in sys.argv)
        count += len(paths)
    print("\n".join(found) or f"{count} dialogues go as recorded")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
