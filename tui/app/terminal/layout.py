"""What the reader arranged, kept between sessions; settings that were changed since then win over it.

Read before the last screen is painted: imports nothing of weight.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.frozen import dataclass

if TYPE_CHECKING:
    from tui.config import Settings

FILE = "layout"
"""Where it is kept, in the directory of the app's state."""
_SETTINGS = "settings"
"""The line that says under which settings it was arranged."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How lists and texts stand.

    ``columns`` are those of a row, ``group`` is "" for none, ``panel`` the one beside the list (``searches``,
    ``facets`` or ""), ``width`` the widest a side gets in cells;
    ``theme`` and ``language`` are those of the settings.
    """

    columns: tuple[str, ...] = ()
    sort: str = "date"
    group: str = ""
    panel: str = ""
    preview: bool = False
    width: int = 80
    justify: bool = False
    theme: str = "terminal"
    language: str = "auto"

    def over(self, settings: Settings) -> Settings:
        """Return the settings with the look that was chosen in the app."""
        return replace(settings, theme=self.theme, language=self.language)

    def text(self, settings: Settings) -> str:
        """Return the file's content."""
        held = (f"{name} = {_written(getattr(self, name))}" for name in self.__dataclass_fields__)
        return "\n".join((f"{_SETTINGS} = {_mark(settings)}", *held, ""))


def of_settings(settings: Settings) -> Layout:
    """Return the layout that settings ask for."""
    lists, reading = settings.lists, settings.reading
    group = "" if lists.group == "none" else lists.group
    first = Layout(lists.columns, lists.sort, group, width=reading.width, justify=reading.justify)
    return replace(first, theme=settings.theme, language=settings.language)


def _mark(settings: Settings) -> str:
    """Return what the settings that a layout begins from say."""
    return of_settings(settings).__repr__()


def _written(value: object) -> str:
    return " ".join(value) if isinstance(value, tuple) else str(value)


def read(directory: Path, settings: Settings) -> Layout:
    """Return what was arranged last, else what the settings ask for; a damaged file counts for nothing."""
    first = of_settings(settings)
    try:
        lines = (directory / FILE).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return first
    said = dict(line.split(" = ", 1) for line in lines if " = " in line)
    kept = {"panel", "preview"} if said.get(_SETTINGS) != _mark(settings) else first.__dataclass_fields__
    values: dict[str, Any] = {name: said[name] for name in kept if name in said}
    try:
        return replace(first, **{name: _value(getattr(first, name), text) for name, text in values.items()})
    except ValueError:
        return first


def _value(like: object, text: str) -> Any:
    """Return a value of the type of another; raises ValueError when it cannot be one."""
    if isinstance(like, bool):
        return text == "True"
    if isinstance(like, tuple):
        return tuple(text.split())
    return int(text) if isinstance(like, int) else text


def write(directory: Path, layout: Layout, settings: Settings) -> None:
    """Keep a layout, in one step."""
    directory.mkdir(parents=True, exist_ok=True)
    new = directory / f"{FILE}.{os.getpid()}"
    new.write_text(layout.text(settings), "utf-8")
    new.replace(directory / FILE)
