"""Instructions that a run takes, counted by valgrind: the same on every run, unlike seconds."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

#: Without this the order of dictionaries, and with it the count, would be another on each run.
FIXED = {"SWIFT_DETERMINISTIC_HASHING": "1", "LC_ALL": "C.UTF-8"}
#: What the program needs to start at all.
KEPT = ("PATH", "LD_LIBRARY_PATH")


def without_debugging(binary: str | pathlib.Path, folder: pathlib.Path) -> pathlib.Path:
    """A copy of a program without what valgrind cannot read of Swift's debugging information."""
    if not pathlib.Path(binary).is_file():
        sys.exit(f"there is no program at {binary}")
    copy = folder / "holdfast"
    subprocess.run(["objcopy", "--strip-debug", binary, copy], check=True)
    return copy


def available() -> None:
    """Leaves the program where a tool is not installed."""
    for tool, package in (("valgrind", "valgrind"), ("objcopy", "binutils")):
        if not shutil.which(tool):
            sys.exit(f"{tool} is not installed: apt-get install {package}")


def instructions(command: list, folder: pathlib.Path, accepted: tuple[int, ...] = (0,)) -> int:
    """How many instructions a command takes, run in a folder; its paths should be relative to it.

    The environment is nearly empty, since its size moves the stack.
    """
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    tool = ["valgrind", "--tool=callgrind", "--callgrind-out-file=callgrind.out"]
    done = subprocess.run(
        [*tool, *(str(part) for part in command)], cwd=folder, env=kept | FIXED,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    counted = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode not in accepted or not counted:
        sys.exit(f"{done.stderr}ended with {done.returncode}")
    return int(counted[1])
