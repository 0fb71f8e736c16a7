"""Leaving: by signal, by crash; the terminal is given back and the status is right."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import traceback
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from tui.locale import tr

CRASHED = 70
"""Exit status after a fault of ours (EX_SOFTWARE)."""
_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGABRT)


def status_of(number: int) -> int:
    """Return the exit status that says which signal ended us; Ctrl-C's is 130."""
    return 128 + number


def watch_signals(leave: Callable[[int], None]) -> None:
    """Leave in good order on a signal; called within the running loop."""
    loop = asyncio.get_running_loop()
    for number in _SIGNALS:
        loop.add_signal_handler(number, leave, status_of(number))


def report_crash(error: BaseException, directory: Path) -> Path | None:
    """Write what went wrong to a file and return its path; None when it cannot be written."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    path = directory / f"crash-{stamp}-{os.getpid()}.txt"
    try:
        directory.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(traceback.format_exception(error)), "utf-8")
    except OSError:
        return None
    return path


def say_crash(error: BaseException, report: Path | None) -> None:
    """Say in a sentence what happened, on the terminal that was given back."""
    where = f" {tr('Report')}: {report}" if report else ""
    what = f"{type(error).__name__}: {error}".splitlines()[0]
    try:
        sys.stderr.write(f"visavis: {tr('it stopped on a fault of its own')} ({what}).{where}\n")
    except OSError:  # the terminal is gone: the report has it
        return


def state_dir(env: Mapping[str, str]) -> Path:
    """Return the directory of crash reports, by the XDG base directory specification."""
    home = env.get("XDG_STATE_HOME") or str(Path(env.get("HOME") or Path.home()) / ".local" / "state")
    return Path(home) / "visavis"
