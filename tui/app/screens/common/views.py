"""How the text is shown: sides, passages, colours."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from tui.app.render.page.facing import facing_place
from tui.app.render.page.marks import Lit
from tui.app.render.page.spread import geometry
from tui.app.widgets.text_view import TextView
from tui.locale import tr
from tui.model.article import Lang

if TYPE_CHECKING:
    from tui.app.screens.reading import ReadingScreen

WIDTH_STEP = 4
"""Cells by which a key changes the width: less is hardly seen, more is too much."""
NARROWEST = 28
"""Under this every other word would be broken off."""


class Views:
    """The commands that go through passages and change what is shown of them."""

    @property
    def _page(self) -> ReadingScreen:
        return cast("ReadingScreen", self)

    @property
    def _text(self) -> TextView:
        return self._page.view

    def do_open(self) -> None:
        """Choose in the panel, reveal the other side in one pane, or go to it in two."""
        if self._page.panel.has_focus:
            self._page.panel.choose()
        elif len(self._text.panes) > 1:
            self._cross()
        elif not self._text.reveal():
            self._page.notice(tr("Nothing faces this passage."), warning=True)

    def _cross(self) -> None:
        """Go to what faces the passage, on the other side."""
        text, line = self._text, self._text.here_line
        place = facing_place(text.opened, line.lang, line.start) if text.opened and line else None
        if place is None:
            self._page.notice(tr("Nothing faces this passage."), warning=True)
        else:
            text.reach(*place)

    def do_next_bead(self) -> None:
        """Go to the next passage."""
        self._text.next_unit(1)

    def do_previous_bead(self) -> None:
        """Go to the previous passage."""
        self._text.next_unit(-1)

    def do_next_difference(self) -> None:
        """Go to the next difference."""
        self._difference(1)

    def do_previous_difference(self) -> None:
        """Go to the previous difference."""
        self._difference(-1)

    def _difference(self, step: int) -> None:
        if not self._text.next_difference(step):
            self._page.notice(tr("No other difference that way."), warning=True)

    def do_next_mention(self) -> None:
        """Go to the next mention of the chosen name."""
        self._mention(1)

    def do_previous_mention(self) -> None:
        """Go to the previous mention of the chosen name."""
        self._mention(-1)

    def _mention(self, step: int) -> None:
        if not self._text.chosen:
            self._page.notice(tr("Choose a name first, with e and Enter."), warning=True)
        elif not self._text.next_mention(step):
            self._page.notice(tr("No other mention that way."), warning=True)

    def do_flip(self) -> None:
        """To the other side; with a panel open, to the panel and back."""
        panel = self._page.panel
        if panel.display:
            (self._text if panel.has_focus else panel).focus()
        elif self._text.opened is not None and self._text.opened.pair is None:
            self._page.notice(tr("This article stands alone: there is no other side."), warning=True)
        else:
            self._text.flip()

    def do_pane_left(self) -> None:
        """To the left pane; in the word panel, to the word before."""
        self._pane(0)

    def do_pane_right(self) -> None:
        """To the right pane; in the word panel, to the next word."""
        self._pane(1)

    def _pane(self, number: int) -> None:
        text = self._text
        if self._page.is_looking:
            self._page.step_word(1 if number else -1)
            return
        if len(text.panes) > 1:
            if text.active != number:
                text.flip()
        elif text.opened and number < len(text.opened.sides):
            text.show_side(text.opened.sides[number].lang)

    def do_show_fr(self) -> None:
        """French alone."""
        self._side(Lang.FR)

    def do_show_en(self) -> None:
        """English alone."""
        self._side(Lang.EN)

    def do_show_both(self) -> None:
        """Both sides."""
        self._text.show_side(None)

    def _side(self, lang: Lang) -> None:
        if self._text.opened and self._text.opened.side(lang) is None:
            self._page.notice(tr("This text has no such side."), warning=True)
        else:
            self._text.show_side(lang)

    def do_link(self) -> None:
        """Link or unlink the panes."""
        text = self._text
        if len(text.panes) < 2:
            self._page.notice(tr("There is one pane."), warning=True)
            return
        text.linked = not text.linked
        text.redraw()
        self._page.notice(tr("Panes linked.") if text.linked else tr("Panes unlinked."))

    def do_colours(self) -> None:
        """Light no names, key names, all names."""
        text = self._text
        text.lit = text.lit.following
        text.relight()
        words = {
            Lit.NONE: tr("No names lit."),
            Lit.KEY: tr("Key names lit."),
            Lit.ALL: tr("All names lit."),
        }
        self._page.notice(words[text.lit])

    def do_zen(self) -> None:
        """Show the text alone."""
        self._page.toggle_class("zen")

    def do_justify(self) -> None:
        """Make both edges straight, or leave the right one ragged."""
        look, text = self._page.look, self._text
        text.justified = not text.justified
        look.arrange(replace(look.arranged, justify=text.justified))
        text.relight()
        said = tr("Both edges straight.") if text.justified else tr("Right edge ragged.")
        self._page.notice(said)

    def do_narrower(self) -> None:
        """Make the columns narrower."""
        self._widen(-WIDTH_STEP)

    def do_wider(self) -> None:
        """Make the columns wider."""
        self._widen(WIDTH_STEP)

    def _widen(self, by: int) -> None:
        look, text = self._page.look, self._text
        shown = geometry(text.cells, max(1, len(text.panes)), text.widest).column
        width = shown + by
        if width < NARROWEST or (by > 0 and shown < text.widest):
            why = tr("The window has no room for wider columns.")
            self._page.notice(why if by > 0 else tr("Narrower columns are hard to read."), warning=True)
            return
        text.widest = width
        look.arrange(replace(look.arranged, width=width))
        text.re_lay()
        self._page.notice(tr("Columns of at most {cells} cells.", cells=width))
