"""Starting: the last screen at once, the library and Textual at the same time, then the app.

The last screen was painted before by ``curtain``, unless options had a say in how things look.
"""

from __future__ import annotations

import gc
import os
import termios
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tui.errors import UsageError
from tui.locale import resolve, tr, use

if TYPE_CHECKING:
    from concurrent.futures import Future

    from tui.app.application import VisavisApp
    from tui.app.desk import Desk
    from tui.app.ports import LibraryPort, Listing
    from tui.app.terminal.curtain import Curtain
    from tui.app.terminal.layout import Layout
    from tui.app.terminal.prepaint import Saved
    from tui.config import Settings


HUNG_UP = 129
"""Exit status after SIGHUP."""


def start(
    library_path: Path, settings: Settings, query: str, env: Mapping[str, str], curtain: Curtain
) -> int:
    """Run the app until it is left; returns the exit status. Raises UsageError on a dumb terminal."""
    if env.get("TERM", "dumb") == "dumb":
        raise UsageError(
            tr("this terminal can show no screens (TERM=dumb); list, search and show print to it")
        )
    gc.disable()  # nothing made before the first screen is garbage
    if not query:
        curtain.raise_over(library_path)
    try:
        return _run(library_path, settings, query, env, curtain)
    finally:
        curtain.drop()
        gc.enable()


def _is_gone() -> bool:
    """Tell whether the terminal hung up: reading or writing may notice before the signal does."""
    try:
        termios.tcgetattr(1)
    except termios.error:
        return True
    return False


def _hush() -> None:
    """Let what is still to be written go nowhere: the terminal is gone, and the status shall stand."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _run(library_path: Path, settings: Settings, query: str, env: Mapping[str, str], curtain: Curtain) -> int:
    from tui.app.adder import Adder  # noqa: PLC0415 (after the last screen)
    from tui.app.desk import Desk  # noqa: PLC0415
    from tui.app.shelf import Shelf  # noqa: PLC0415
    from tui.app.terminal import layout  # noqa: PLC0415
    from tui.app.terminal.leaving import state_dir  # noqa: PLC0415
    from tui.app.terminal.prepaint import write  # noqa: PLC0415
    from tui.paths import config_dir, samples_dir  # noqa: PLC0415

    shelf = Shelf(library_path, samples_dir(env), state_dir(env))
    desk, adder = Desk(shelf.open), Adder(library_path, shelf.shown)
    arranged = layout.read(state_dir(env), settings)
    chosen = arranged.over(settings)
    early = _early(desk, curtain.saved, arranged, resolve(chosen.language, env))
    from tui.app.application import VisavisApp  # noqa: PLC0415 (Textual, while the first rows are read)
    from tui.app.terminal.driver import TerminalDriver  # noqa: PLC0415

    app = VisavisApp(desk, adder, chosen, env)
    app.use_own_themes(config_dir(env) / "themes")
    app.query_words, app.early, app.shelf = query, early, shelf
    shelf.lost = lambda: adder.reindex(app.library)
    app.early_above = _above(curtain.saved)
    app.arranged = arranged
    app.keep_layout = lambda held: layout.write(state_dir(env), held, settings)
    app.painted, app.look_key = curtain.saved, curtain.look
    app.remember = lambda screen: write(library_path, screen)
    TerminalDriver.is_painted, TerminalDriver.attributes = curtain.is_up, curtain.attributes
    try:
        app.run(mouse=False)
    finally:
        adder.close()
        desk.close()
    curtain.is_up = False
    if app.return_code == HUNG_UP or _is_gone():
        _hush()
        return HUNG_UP
    return _status(app, env)


def _early(desk: Desk, saved: Saved | None, arranged: Layout, language: str) -> Future[Listing]:
    """Read the first rows: those of the last screen, as long as the list has not grown since."""
    from tui.app.screens.home.headed import read_arranged  # noqa: PLC0415 (after the last screen)

    keep, _, total = saved.place.split(" ") if saved and saved.place else ("", "", "")

    def listing(library: LibraryPort) -> Listing:
        found = read_arranged(library, arranged, language, keep=keep or None)
        same = not keep or str(found.total) == total
        return found if same else read_arranged(library, arranged, language)

    if arranged.group:
        use(language)  # headings are words
    return desk.early(listing)


def _above(saved: Saved | None) -> int:
    """Return how far from the top the current row stood."""
    return int(saved.place.split(" ")[1]) if saved and saved.place else 0


def _status(app: VisavisApp, env: Mapping[str, str]) -> int:
    if app.fault is None:
        return app.return_code or 0
    from tui.app.terminal.leaving import CRASHED, report_crash, say_crash, state_dir  # noqa: PLC0415 (rare)

    say_crash(app.fault, report_crash(app.fault, state_dir(env)))
    return CRASHED
