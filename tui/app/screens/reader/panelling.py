"""The panels of the reading screen: names, facts, details."""

from __future__ import annotations

from tui.app.asking import entity, facing
from tui.app.messages import ChoicesFound, PanelChosen
from tui.app.ports import Opened
from tui.app.render import panels
from tui.app.render.cells import wrap
from tui.app.render.line import Run
from tui.app.render.study.kept import kept_lines
from tui.app.screens.reader.facing import Facings
from tui.app.screens.reader.looking import WORD, Lookings
from tui.app.screens.reader.naming import Namings
from tui.locale import tr
from tui.model.article import Lang
from tui.model.span import Span

PANEL_BESIDE_FROM = 150
"""Cells from which a panel stands beside the text instead of under it."""
PANEL_CELLS = 50
"""The panel's width beside the text, as in the style sheet."""


class Panels(Facings, Namings, Lookings):
    """Opening, filling and closing the panel; what is chosen in it."""

    def do_entities(self) -> None:
        """Names."""
        self._toggle("entities")

    def do_facts(self) -> None:
        """Facts."""
        self._toggle("facts")

    def do_details(self) -> None:
        """Details."""
        self._toggle("details")

    def _toggle(self, kind: str) -> None:
        panel = self.reader.panel
        is_open = panel.display and panel.kind == kind
        self.show_panel("" if is_open else kind)

    def close_panel(self) -> None:
        """Give the room back to the text."""
        self.show_panel("")

    def refresh_panel(self) -> None:
        """Fill the open panel again, the keys staying where they are."""
        panel = self.reader.panel
        if panel.display and panel.kind not in {"", WORD}:
            self._fill(panel.kind)

    def show_panel(self, kind: str) -> None:
        """Open a panel, or close it ("")."""
        reader = self.reader
        reader.panel.display = bool(kind) and reader.opened is not None
        reader.set_class(reader.size.width >= PANEL_BESIDE_FROM, "beside")
        if not reader.panel.display:
            reader.view.focus()
            return
        self._fill(kind)
        reader.panel.focus()

    def _fill(self, kind: str) -> None:
        reader, text = self.reader, self.reader.opened
        panel, language = reader.panel, reader.look.language
        if text is None:
            return
        if kind == "entities":
            names = panels.entities(text, reader.view.chosen, language)
            panel.show(kind, tr("Names"), names or self._sentence(tr("No name was found in this text.")))
        elif kind == "facts":
            panel.show(kind, tr("Facts"), panels.facts(text, language) or self._sentence(_no_facts(text)))
        else:
            lines = panels.details(text, reader.size.width // 2, panel.glyphs, language)
            panel.show(kind, tr("Details"), (*kept_lines(text, panel.glyphs), *lines))

    def _sentence(self, sentence: str) -> tuple[panels.PanelLine, ...]:
        """Return a sentence as lines that fit the panel."""
        beside = self.reader.has_class("beside")
        cells = (PANEL_CELLS if beside else self.reader.size.width) - 4
        lines = wrap(sentence, Span(0, len(sentence)), cells)
        return tuple(panels.PanelLine((Run(" "), Run(line.of(sentence), "dim"))) for line in lines)

    def on_panel_chosen(self, message: PanelChosen) -> None:
        """Light an entity, or go to a place in the text."""
        what, *rest = message.target.split(" ")
        view = self.reader.view
        if what == "entity":
            view.chosen = "" if view.chosen == rest[0] else rest[0]
            view.relight()
            self.show_panel("entities")
            view.next_mention(1) or view.next_mention(-1)
        else:
            view.reach(Lang(rest[0]), int(rest[1]))

    def on_choices_found(self, message: ChoicesFound) -> None:
        """Have a partner, or a name, chosen."""
        if message.purpose == facing.PARTNER:
            self.offer_partners(message)
        elif message.purpose == entity.SAME:
            self.offer_names(message)


def _no_facts(text: Opened) -> str:
    """Say why there is nothing to compare."""
    if len(text.sides) == 1:
        return tr(
            "This article stands alone: amounts, dates and numbers are compared where a French and an English"
            " article face each other. & pairs it with another one."
        )
    return tr("The two sides state no amount, date or number that could be compared.")
