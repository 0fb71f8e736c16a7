"""The reader without screens: numbered plain lines, for screen readers, braille displays and pipes."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from tui.config import Settings

PROMPT = "> "


def run(library_path: Path, settings: Settings, query: str, env: Mapping[str, str]) -> int:
    """Read commands from standard input and answer on standard output until ``quit`` or the end."""
    from tui.app.linear.session import Session  # noqa: PLC0415 (importing this package must cost nothing)
    from tui.app.shelf import Shelf  # noqa: PLC0415
    from tui.app.terminal.leaving import state_dir  # noqa: PLC0415
    from tui.helper.client import Helper  # noqa: PLC0415
    from tui.locale import resolve, use  # noqa: PLC0415
    from tui.paths import samples_dir  # noqa: PLC0415

    use(resolve(settings.language, env))
    shelf = Shelf(library_path, samples_dir(env), state_dir(env))
    library = shelf.open()
    helper, mender = (Helper(path) for path in (library_path, shelf.shown()))
    session = Session(library, settings, _say, shelf.open, helper, mender)
    try:
        session.begin(query)
        for line in _lines(sys.stdin):
            session.obey(line)
            if session.is_over:
                break
        session.end()
    finally:
        session.close()
    return 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _lines(source: TextIO) -> Iterator[str]:
    """Yield what is typed; on a terminal with a prompt, line editing and a history."""
    if not (source.isatty() and sys.stdout.isatty()):
        yield from source
        return
    import readline  # noqa: F401, PLC0415 (gives ``input`` its line editing)

    while True:
        try:
            yield input(PROMPT)
        except EOFError:
            return
