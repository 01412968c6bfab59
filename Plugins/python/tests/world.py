"""What the tests of the SDK share: the reference host, and plugins written for one test."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
sys.path[:0] = [str(HERE.parent), str(ROOT / "Tests/plugins")]

from host import Host  # noqa: E402
from process import Limits  # noqa: E402

SDK = HERE.parent / "holdfast_plugin.py"
COMMAND = ["python3", "-BES", "plugin.py"]
HEAD = """
from holdfast_plugin import *
class Rows(RowsChecker):
    name, summary, unit, mergeable = "rows", "counts rows", "number", True
    where = "optional"
    columns = [Column("a", "text", nullable=True, means="a"),
               Column("b", "decimal", nullable=True, means="b")]
    params_schema = {"n": {"type": "integer"}}
    def start(self): self.rows = 0
    def update(self, batch): self.rows += batch.rows
    def state(self): return self.rows
    def merge(self, states): self.rows = sum(states)
    def finish(self): return Measurement(self.rows, self.rows, rows=self.rows, unknown_rows=0)
"""


class Made:
    """A plugin made for one test, from the methods that differ; a context manager for its host."""

    def __init__(self, methods: str = "", after: str = "", limits: Limits = Limits()) -> None:
        self._folder = tempfile.TemporaryDirectory()
        folder = Path(self._folder.name)
        (folder / SDK.name).write_bytes(SDK.read_bytes())
        body = "".join("    %s\n" % line for line in methods.splitlines())
        (folder / "plugin.py").write_text(HEAD + body + after + '\nmain("made", [Rows])\n')
        self.host = Host("made", COMMAND, folder, limits)

    def __enter__(self) -> Host:
        return self.host

    def __exit__(self, *_: object) -> None:
        self.host.process.kill()
        self._folder.cleanup()
