"""A program in a pseudo-terminal: what it sends, what a reader sees, how it is left."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence

from tests.app.emulator import Terminal

PATIENCE = 40.0
"""Seconds that a busy machine may take for anything."""
TURN = 0.5
"""Seconds after which it is looked whether the program still runs."""
BASE = {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}

_ON_TERMINAL = 'exec "$@" 0<>"$0" 1>&0 2>&0'
"""What a session's leader opens first is its controlling terminal."""


class PtySession:
    """Runs ``words`` after ``python`` on a terminal that answers nothing by itself."""

    def __init__(
        self, words: Sequence[str], home: str, env: Mapping[str, str], size: tuple[int, int] = (100, 30)
    ) -> None:
        self.screen = Terminal(*size)
        self.sent = ""
        self.master, slave = os.openpty()
        self.before = termios.tcgetattr(slave)
        self.resize(*size, tell=False)
        known = {"PATH": os.environ["PATH"], "HOME": home}
        self.process = subprocess.Popen(
            ["sh", "-c", _ON_TERMINAL, os.ttyname(slave), sys.executable, *words],
            env=known | BASE | dict(env), start_new_session=True,
        )  # fmt: skip
        self._slave = slave
        self._pending = b""

    def resize(self, columns: int, lines: int, *, tell: bool = True) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        if tell:
            self.screen = Terminal(columns, lines)
            self.process.send_signal(signal.SIGWINCH)

    def keys(self, text: str) -> None:
        os.write(self.master, text.encode())

    def until(self, words: str) -> str:
        """Read until the screen shows ``words``; returns the screen."""
        return self.until_so(lambda: words in self.text, words)

    def until_so(self, is_so: Callable[[], bool], what: str) -> str:
        end = time.monotonic() + PATIENCE
        while not is_so():
            has_ended = self.process.poll() is not None
            if time.monotonic() > end or (not self._read(TURN) and has_ended):
                raise AssertionError(f"no {what!r} on the screen:\n{self.text}")
        return self.text

    def status(self) -> int:
        """Read until the program has ended; returns its exit status."""
        end = time.monotonic() + PATIENCE
        while self._read(TURN) or (self.process.poll() is None and time.monotonic() < end):
            pass
        return self.process.wait(0)

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.lines)

    def hang_up(self) -> int:
        """Take the terminal away; returns the exit status."""
        os.close(self.master)
        os.close(self._slave)
        self.master = self._slave = -1
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for handle in (self.master, self._slave):
            if handle >= 0:
                os.close(handle)

    def _read(self, seconds: float) -> bool:
        """Take in what was sent; tell whether there was anything."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        try:
            data = os.read(self.master, 65536) if ready else b""
        except OSError:  # the last one who held the terminal let go of it
            data = b""
        self._pending += data
        text = self._pending.decode("utf-8", "ignore")
        self._pending = self._pending[len(text.encode()) :]
        self.sent += text
        self.screen.feed(text)
        return bool(data)
