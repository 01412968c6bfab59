#!/usr/bin/env python3
"""Pins a plugin's files: puts the SDK beside the plugin and the digests into its plugin.yaml.

    Plugins/python/pin.py FOLDER...           pins
    Plugins/python/pin.py --check FOLDER...   says what is not as pinned, and exits 1

Every file in the folder is pinned but plugin.yaml itself. The lines below `files:` are written
anew; all others stay as they are. What Python leaves behind has to go first, as it would be pinned:
run tests with `python3 -B`. Needs Python 3.9.
"""

from __future__ import annotations

import hashlib
import re
import sys
from pathlib import Path

SDK = Path(__file__).resolve().parent / "holdfast_plugin.py"
_FILES = re.compile(r"^files:[^\n]*\n((?:  [^\n]*\n)*)", re.MULTILINE)


def names(folder: Path) -> list[str]:
    """The files of a plugin but plugin.yaml, by the bytes of their paths."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    left = [path for path in paths if "cache" in path.parent.name]
    if left:
        raise SystemExit(f"{left[0].parent} was left behind by Python; remove it")
    found = [path.relative_to(folder).as_posix() for path in paths]
    return sorted((name for name in found if name != "plugin.yaml"), key=str.encode)


def pinned(folder: Path) -> str:
    """What plugin.yaml should be."""
    text = (folder / "plugin.yaml").read_text()
    found = _FILES.search(text)
    if found is None:
        raise SystemExit(f"{folder}/plugin.yaml has no line `files:` with files below it")
    lines = [f"  {name}: {hashlib.sha256((folder / name).read_bytes()).hexdigest()}\n"
             for name in names(folder)]
    return text[:found.start()] + "files:\n" + "".join(lines) + text[found.end():]


def problems(folder: Path) -> list[str]:
    """What is not as it was pinned."""
    result = []
    if (folder / SDK.name).exists() and (folder / SDK.name).read_bytes() != SDK.read_bytes():
        result.append(f"{folder / SDK.name} is another one than {SDK}")
    if pinned(folder) != (folder / "plugin.yaml").read_text():
        result.append(f"{folder}/plugin.yaml: the digests are not those of the files")
    return [f"{each}; to mend it, run {sys.argv[0]} {folder}" for each in result]


def main() -> int:
    words = [word for word in sys.argv[1:] if word != "--check"]
    if not words:
        print(__doc__, file=sys.stderr)
        return 64
    folders = [Path(word) for word in words]
    if "--check" in sys.argv:
        found = [each for folder in folders for each in problems(folder)]
        print("\n".join(found) or f"{len(folders)} plugin(s) are as pinned")
        return 1 if found else 0
    for folder in folders:
        (folder / SDK.name).write_bytes(SDK.read_bytes())
        (folder / "plugin.yaml").write_text(pinned(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
