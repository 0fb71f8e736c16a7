"""Starting: the last screen at once, the library and Textual at the same time, then the app."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tui.app.adder import Adder
from tui.app.desk import Desk

if TYPE_CHECKING:
    from tui.app.ports import LibraryPort
    from tui.config import Settings


def start(library_path: Path, settings: Settings, query: str, env: Mapping[str, str]) -> int:
    """Run the app until it is left; returns the exit status."""
    desk = Desk(lambda: opened_library(library_path))
    from tui.app.application import VisavisApp  # noqa: PLC0415 (Textual, after the first rows are on their way)

    adder = Adder(library_path)
    app = VisavisApp(desk, adder, settings, env, query=query)
    try:
        app.run(mouse=False)
    finally:
        adder.close()
        desk.close()
    return app.return_code or 0


def opened_library(path: Path) -> LibraryPort:
    """Open the library for one thread."""
    from tui.library.library import Library  # noqa: PLC0415 (on the worker, while Textual is loading)

    return cast("LibraryPort", Library.open(path))
