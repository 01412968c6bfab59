"""Runs programs as whole processes and tells what each took; lays out the ledger they run over."""

import dataclasses
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv

HERE = pathlib.Path(__file__).resolve().parent
AS_OF = "2026-03-31"
#: What the peers' own scripts import; of fixed versions, so that runs months apart are of the same.
PEERS = ["duckdb==2.0.0", "numpy==2.4.6"]


@dataclasses.dataclass
class Run:
    """What one process took, from its start to its end."""

    wall: float
    processor: float
    peak: float


def run(command: list, accepted: tuple[int, ...] = (0,)) -> Run:
    """Runs a command to its end; leaves the program where its exit code is none of the accepted.

    Seconds of the clock, seconds of processor time (user and system, all threads), peak MiB. The
    kernel counts what this process held when it started the other towards the peak: no large
    module may be imported here, and peaks below 15 MiB cannot be told.
    """
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command], stdout=subprocess.DEVNULL, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in accepted:
            said.seek(0)
            words = " ".join(map(str, command))
            sys.exit(f"{words}\n{said.read().decode()}ended with {process.returncode}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def check(binary: str, pack: pathlib.Path | str, data: pathlib.Path | str, *options) -> list:
    """The command that holds a pack against a ledger."""
    return [binary, "check", pack, "--data", data, "--as-of", AS_OF, "--reproducible", *options]


def median(runs: list[Run], of: str) -> float:
    """The median of one number of several runs."""
    return statistics.median(getattr(one, of) for one in runs)


def environment() -> str:
    """The Python of an environment in which the peers are installed."""
    python = HERE / ".venv" / "bin" / "python"
    if not python.exists():
        venv.create(HERE / ".venv", with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", *PEERS], check=True)
    return str(python)


def laid_out(folder: pathlib.Path, ledger: pathlib.Path, suppliers: pathlib.Path) -> pathlib.Path:
    """A data folder with the institution and two files, linked or, across file systems, copied."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(HERE / "institution.yaml", folder)
    for file, name in ((ledger, "ledger.csv"), (suppliers, "suppliers.csv")):
        try:
            # A symbolic link would lead out of the data folder, which is refused.
            os.link(file, folder / name)
        except OSError:
            shutil.copy(file, folder / name)
    return folder


def ledger(shared: pathlib.Path, cache: pathlib.Path, rows: int, python: str) -> pathlib.Path:
    """The data folder with so many rows of the shared generator, which is run where they lack."""
    made, suppliers = cache / f"ledger-{rows}.csv", cache / "suppliers.csv"
    if not (made.exists() and suppliers.exists()):
        unfinished = cache / "unfinished"
        print(f"generating {rows:,} rows", file=sys.stderr)
        run([python, shared / "bench" / "gen.py", "--rows", rows, "--out", unfinished])
        for name in (suppliers.name, made.name):
            os.replace(unfinished / name, cache / name)
        unfinished.rmdir()
    return laid_out(cache / f"data-{rows}", made, suppliers)


def machine() -> str:
    """What a reader has to know about where the numbers are from."""
    return f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end"
