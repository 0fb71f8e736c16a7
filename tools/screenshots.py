"""Makes the screenshots of the README: ``python tools/screenshots.py LIBRARY FOLDER``.

The library is a copy of the sample corpus, made with ``visavis --library LIBRARY add seeds``.
"""

from __future__ import annotations

import argparse
import asyncio
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from textual.pilot import Pilot

from tui.app.adder import Adder
from tui.app.application import VisavisApp
from tui.app.desk import Desk
from tui.app.ports import LibraryPort
from tui.config import Settings
from tui.library.library import Library


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: what to press before it is taken, at which size, in which language and theme."""

    name: str
    keys: str
    size: tuple[int, int] = (120, 40)
    language: str = "en"
    theme: str = "dark"


SHOTS = (
    Shot("library", "j"),
    Shot("search", "slash O p e n A I"),
    Shot("side", "F j j l j"),
    Shot("reading", "enter w w w w"),
    Shot("names", "enter w w e j enter"),
    Shot("facts", "enter w d"),
    Shot("details", "enter i"),
    Shot("lecture", "enter w w", language="fr", theme="light"),
    Shot("one-pane", "enter w w enter", size=(80, 24)),
    Shot("small", "enter w", size=(60, 20)),
    Shot("help", "question_mark"),
)


async def take(shot: Shot, library: Path, folder: Path) -> None:
    """Run the app and write one picture."""
    desk = Desk(lambda: cast("LibraryPort", Library.open(library)))
    settings = Settings(language=shot.language, theme=shot.theme)
    app = VisavisApp(desk, Adder(library), settings, {"LANG": "C.UTF-8"})
    async with app.run_test(size=shot.size) as pilot:
        await _rest(pilot, desk)
        for key in shot.keys.split():
            await pilot.press(key)
            await _rest(pilot, desk)
        (folder / f"{shot.name}.svg").write_text(app.export_screenshot(title="visavis"), "utf-8")
    desk.close()


async def _rest(pilot: Pilot[int], desk: Desk) -> None:
    for _ in range(3):
        await pilot.pause()
        desk.settle()
    await pilot.pause()


def main() -> None:
    """Take every picture, or those named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", default=[])
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for shot in SHOTS:
        if not options.only or shot.name in options.only:
            asyncio.run(take(shot, options.library, options.folder))


if __name__ == "__main__":
    main()
