"""A word and its translations, as lines of a panel."""

from __future__ import annotations

from tui.app.ports import LookedUp
from tui.app.render.line import Line, Run
from tui.app.render.panels import PanelLine
from tui.locale import tr
from tui.model.article import Lang
from tui.text.printable import clean_line

PACKAGES = {Lang.FR: "dict-freedict-fra-eng", Lang.EN: "dict-freedict-eng-fra"}
"""Debian's packages of the dictionaries out of each language."""


def lines(found: LookedUp) -> tuple[PanelLine, ...]:
    """Say the word, its dictionary form, and what it is in the other language."""
    head: Line = (Run(str(found.lang).upper() + " ", "dim"), Run(clean_line(found.word), "title"))
    if found.lemma.lower() != found.word.lower():
        head = (*head, Run("  = ", "dim"), Run(clean_line(found.lemma), "accent"))
    rest = [(Run(f"   {clean_line(one)}"),) for one in found.translations] or [
        (Run("   " + _none(found), "dim"),)
    ]
    hint = (Run(tr("h and l go through the words, v closes"), "dim"),)
    return tuple(PanelLine(line) for line in (head, *rest, hint))


def _none(found: LookedUp) -> str:
    if found.has_book:
        return tr("not in the dictionary")
    return tr(
        "no dictionary is installed: on Debian, apt install {package} (in dictd's format, {folder})"
    ).format(package=PACKAGES.get(found.lang, ""), folder="/usr/share/dictd")
