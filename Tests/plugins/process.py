"""A plugin's process: lines out, lines in, and an end to waiting."""

from __future__ import annotations

import os
import selectors
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from failure import Failure

LONGEST_REPLY = 1 << 20
KEPT_OF_ERRORS = 64 << 10


@dataclass(frozen=True)
class Limits:
    """Seconds that a plugin may take."""

    hello: float = 10
    reply: float = 60
    whole: float = 600
    close: float = 2


class Process:
    """A child that answers on standard output what it is asked on standard input."""

    def __init__(self, command: list[str], folder: Path, limits: Limits) -> None:
        self.limits = limits
        self.errors = b""
        self.folder = folder
        self._temporary = tempfile.TemporaryDirectory()
        environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOLDFAST_PLUGIN": "1",
                       "HOLDFAST_TMP": self._temporary.name, "TMPDIR": self._temporary.name,
                       "PYTHONDONTWRITEBYTECODE": "1"}
        pipe = subprocess.PIPE
        try:
            self._child = subprocess.Popen(command, cwd=folder, env=environment, stdin=pipe,
                                           stdout=pipe, stderr=pipe, start_new_session=True)
        except OSError as problem:
            self._temporary.cleanup()
            raise Failure("start", f"the plugin cannot be started: {problem}") from None
        self._end = time.monotonic() + limits.whole
        self._input, self._output, self._log = (
            cast("IO[bytes]", stream)
            for stream in (self._child.stdin, self._child.stdout, self._child.stderr))
        for stream in (self._input, self._output, self._log):
            os.set_blocking(stream.fileno(), False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._log, selectors.EVENT_READ)
        self._selector.register(self._output, selectors.EVENT_READ)
        self._read = b""

    def send(self, data: bytes, seconds: float) -> None:
        """Writes all bytes; what the plugin says meanwhile is out of turn."""
        left, end = memoryview(data), self._by(seconds)
        self._selector.register(self._input, selectors.EVENT_WRITE)
        try:
            while left:
                if self._read:
                    raise Failure("chatter", "the plugin wrote without being asked")
                if self._input in self._step(end):
                    left = left[os.write(self._input.fileno(), left):]
        except BrokenPipeError:
            raise self._gone() from None
        finally:
            self._selector.unregister(self._input)

    def line(self, seconds: float) -> bytes:
        """The next line and nothing behind it."""
        end = self._by(seconds)
        while b"\n" not in self._read:
            if len(self._read) >= LONGEST_REPLY:
                raise Failure("long", "a reply is longer than 1 MiB")
            self._step(end)
        line, self._read = self._read.split(b"\n", 1)
        if len(line) >= LONGEST_REPLY:
            raise Failure("long", "a reply is longer than 1 MiB")
        if self._read:
            raise Failure("chatter", "the plugin wrote more than one line for a reply")
        return line

    def close(self) -> None:
        """Waits for the end after `close`; fails unless it is exit 0 without another word."""
        self._input.close()
        try:
            code = self._child.wait(self.limits.close)
        except subprocess.TimeoutExpired:
            raise Failure("time", "the plugin did not end after close") from None
        if self._read or self._output.read():
            raise Failure("chatter", "the plugin wrote after its last reply")
        if code != 0:
            raise self._gone()

    def kill(self) -> None:
        """Ends the plugin and all that is left of its session; may be called at any time."""
        for sign in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self._child.pid, sign)
                self._child.wait(self.limits.close)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                pass
        for stream in (self._input, self._output, self._log):
            stream.close()
        self._selector.close()
        self._temporary.cleanup()

    def _by(self, seconds: float) -> float:
        return min(self._end, time.monotonic() + seconds)

    def _step(self, end: float) -> list[object]:
        """Waits for something to happen, reads what is there, and says what can go on."""
        ready = [key.fileobj for key, _ in self._selector.select(max(0, end - time.monotonic()))]
        if not ready:
            raise Failure("time", "the plugin took too long")
        if self._log in ready:
            self.errors = (self.errors + self._take(self._log))[-KEPT_OF_ERRORS:]
        if self._output in ready:
            data = self._take(self._output)
            self._read += data
            if not data:
                raise self._gone()
        return list(ready)

    def _take(self, stream: IO[bytes]) -> bytes:
        data = os.read(stream.fileno(), 1 << 16)
        if not data:
            self._selector.unregister(stream)
        return data

    def _gone(self) -> Failure:
        """Why the conversation broke off."""
        try:
            code = self._child.wait(self.limits.close)
        except subprocess.TimeoutExpired:
            return Failure("output", "the plugin closed its output and lives")
        if code < 0:
            return Failure("signal", f"the plugin was ended by {signal.Signals(-code).name}")
        return Failure("exit", f"the plugin ended with exit code {code}")
