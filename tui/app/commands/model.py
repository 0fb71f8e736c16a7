"""What a command is."""

from __future__ import annotations

from enum import StrEnum

from tui.frozen import dataclass


class Place(StrEnum):
    """A screen, as the table of commands knows it."""

    LIBRARY = "library"
    READING = "reading"
    PANEL = "panel"
    CHOOSER = "chooser"
    CONCORDANCE = "concordance"
    ENTITY = "entity"
    BOOKMARKS = "bookmarks"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the reader can do.

    ``name`` is what settings and the palette say, ``keys`` are in the notation of the manual (``j``,
    ``Ctrl-d``, ``PgDn``), ``en`` and ``fr`` its help, ``places`` where it acts, ``label`` and ``libelle``
    its word in the footer ("" keeps it out of there).
    """

    name: str
    keys: tuple[str, ...]
    en: str
    fr: str
    places: frozenset[Place]
    label: str = ""
    libelle: str = ""

    def help(self, language: str) -> str:
        """Return what the command does, in ``fr`` or ``en``."""
        return self.fr if language == "fr" else self.en

    def footer(self, language: str) -> str:
        """Return its word in the footer, in ``fr`` or ``en``; "" when it has none."""
        return self.libelle if language == "fr" else self.label

    @property
    def method(self) -> str:
        """The method of a screen that acts: ``do_`` and the name."""
        return "do_" + self.name.replace("-", "_")
