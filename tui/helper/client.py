"""The app's side of the helper."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from tui.errors import VisavisError
from tui.helper.protocol import Event, Payload, decode, encode, error_of, event_of
from tui.locale import language, tr

LEAVE_SECONDS = 5
"""How long a helper may take to finish its transaction and leave before it is killed."""


class HelperStoppedError(VisavisError):
    """The helper ended before it had answered."""


class Helper:
    """A process that does, one at a time, what needs a model; started on the first request.

    Called from worker threads only: every method waits.
    """

    def __init__(self, library: Path, command: tuple[str, ...] | None = None) -> None:
        """``command`` replaces the program started, for tests."""
        self._command = command or (sys.executable, "-m", "tui.helper", str(library))
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()
        self._starting = threading.Lock()
        self._has_left = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def call(self, task: str, **arguments: Any) -> Any:
        """Return the result of a task that reports nothing on its way; raises VisavisError."""
        run = self.run(task, **arguments)
        while True:
            try:
                next(run)
            except StopIteration as end:
                return end.value

    def run(self, task: str, **arguments: Any) -> Generator[Event, None, Any]:
        """Yield the events of a task; its result is the generator's value. Raises VisavisError."""
        with self._turn:
            try:
                payload = yield from _conversation(
                    self._started(), {"task": task, "language": language(), **arguments}
                )
            except HelperStoppedError:
                self.close()
                raise
        if payload["event"] == "error":
            raise error_of(payload)
        return payload["value"]

    def interrupt(self) -> None:
        """Ask the task under way to stop after the article in hand; what is done stays."""
        if self._is_running():
            self._process.send_signal(signal.SIGINT)  # type: ignore[union-attr]

    def leave(self) -> None:
        """Close for good: no request starts a process any more."""
        with self._starting:
            self._has_left = True
        self.close()

    def close(self) -> None:
        """Let the process leave; kill it when it does not."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError):  # what it did not read any more is of no use to anybody
            _stream(process.stdin).close()
        process.send_signal(signal.SIGINT)
        try:
            process.wait(LEAVE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        _stream(process.stdout).close()

    def _is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def _started(self) -> subprocess.Popen[bytes]:
        with self._starting:
            return self._running()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._has_left:
            raise HelperStoppedError(tr("the helper process ended; ask again"))
        if not self._is_running():
            self.close()
            # A session of its own: Ctrl-C and hang-up reach the app, which then tells the helper.
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        assert self._process is not None  # noqa: S101 -- for the type checker
        return self._process


def _conversation(process: subprocess.Popen[bytes], request: Payload) -> Generator[Event, None, Payload]:
    """Ask, yield the events of the answer, return its end."""
    _send(process, request)
    payload = _receive(process)
    while (event := event_of(payload)) is not None:
        yield event
        payload = _receive(process)
    return payload


def _send(process: subprocess.Popen[bytes], payload: Payload) -> None:
    try:
        _stream(process.stdin).write(encode(payload))
        _stream(process.stdin).flush()
    except OSError as error:
        raise HelperStoppedError(tr("the helper process ended; ask again")) from error


def _receive(process: subprocess.Popen[bytes]) -> Payload:
    line = _stream(process.stdout).readline()
    if not line:
        raise HelperStoppedError(tr("the helper process ended before it had answered; ask again"))
    return decode(line)


def _stream(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None  # noqa: S101 -- both were asked for as pipes
    return stream
