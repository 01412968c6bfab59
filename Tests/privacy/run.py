#!/usr/bin/env python3
"""Searches everything that Holdfast writes about persons for their cells, and for numbers of few.

    run.py BINARY

An institution with planted names, pay and days of birth, and groups of one person and of nine, is
given to every command in every format (commands.py), with wrong cells and hostile requests among
them. All bytes of both outputs and of every file that was written are searched (search.py). Then
several reports on the same data are put together and subtracted from each other, as a curious reader
would (subtraction.py). A command that is new needs one line in commands.py.
"""
import pathlib
import shlex
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

from commands import all_cases  # noqa: E402
from promises import pack  # noqa: E402
from search import Search  # noqa: E402
from subtraction import attacks  # noqa: E402
from world import World  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
#: Texts with the mark that the pack itself says, so that messages may repeat them.
SAID = (b"Zzqvxja", b"zzqvxja")
#: As many cases there have to be, or something is wrong with this test.
LEAST = 160


def write(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def run(binary, case, worlds, folder):
    """What a command writes: both outputs, and the bytes of its files by name."""
    own, other = worlds
    write(folder, {f"own/{name}": text for name, text in own.files.items()})
    write(folder, {f"other/{name}": text for name, text in other.files.items()})
    write(folder, {f"raw/{name}": text for name, text in own.files.items() if name.endswith("csv")})
    write(folder, {"pack.yaml": pack(), **case.files})
    out = folder / "out"
    out.mkdir()
    written = {"standard output": b"", "standard error": b""}
    for command in case.command.format(out="out", root=ROOT).split(" ; "):
        done = subprocess.run([binary, *shlex.split(command)], cwd=folder, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE)
        written["standard output"] += done.stdout
        written["standard error"] += done.stderr
    for path in sorted(out.rglob("*")):
        written[f"name of {path.name}"] = path.name.encode()
        if path.is_file():
            written[path.name] = path.read_bytes()
    return done.returncode, written


def main():
    binary = pathlib.Path(sys.argv[1]).resolve()
    worlds = World("Northgate", 1), World("Southmoor", 2)
    search, leaks, cases = Search(worlds), [], 0
    for case in all_cases(worlds[0]):
        cases += 1
        with tempfile.TemporaryDirectory() as folder:
            code, written = run(binary, case, worlds, pathlib.Path(folder))
        if code not in case.exits:
            leaks.append(f"{case.name}: ended with {code}\n{written['standard error'].decode()}")
        if not any(written.values()):
            leaks.append(f"{case.name}: wrote nothing, so that nothing was searched")
        for place, data in written.items():
            leaks += [f"{case.name}: {place}: {what}" for what in search.found(
                data, SAID + tuple(text.encode() for text in case.says))]
    leaks += [f"worked out: {what}" for what in attacks(binary, worlds)]
    if cases < LEAST:
        leaks.append(f"only {cases} commands were tried; something is wrong with this test")
    print("\n".join(leaks) or f"privacy: {cases} commands told nothing of a person")
    return 1 if leaks else 0


if __name__ == "__main__":
    sys.exit(main())
