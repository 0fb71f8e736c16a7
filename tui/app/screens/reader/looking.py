"""Looking words up in the dictionaries of the reader's system."""

from __future__ import annotations

from tui.app.asking import words
from tui.app.messages import WordLookedUp
from tui.app.ports import LookedUp
from tui.app.render.page.facing import segment_at
from tui.app.render.study.words import lines
from tui.app.screens.reader.host import Hosted
from tui.locale import tr
from tui.model.span import Span

WORD = "word"
"""The panel's kind while it shows a word."""


class Lookings(Hosted):
    """The word panel; ``h`` and ``l`` go through the words while it is open."""

    _word: Span | None = None

    @property
    def is_looking(self) -> bool:
        """Tell whether the panel shows a word and has the keys."""
        panel = self.reader.panel
        return panel.display and panel.kind == WORD and panel.has_focus

    def do_look_up(self) -> None:
        """Look up the first word of the passage being read; again: close the panel."""
        reader, row = self.reader, self._row_of_words()
        if reader.panel.display and reader.panel.kind == WORD:
            self.end_looking()
        elif row:
            self._look_up(row[0])
        else:
            self.warn(tr("There is no word here."))

    def step_word(self, step: int) -> None:
        """Look up the next or previous word, into the next line's passages at the ends."""
        article = self.reader.view.article
        row = words.words_of(article, Span(0, len(article.text)))
        if self._word in row:
            self._look_up(row[(row.index(self._word) + step) % len(row)])

    def end_looking(self) -> None:
        """Close the panel and put the word out."""
        self.reader.view.word = ()
        self.reader.view.relight()
        self.reader.close_panel()

    def _row_of_words(self) -> tuple[Span, ...]:
        view = self.reader.view
        line = view.here_line
        if line is None or not view.article.segments:
            return ()
        segment = view.article.segments[segment_at(view.article, line.start)].span
        return words.words_of(view.article, segment)

    def _look_up(self, span: Span) -> None:
        reader, article = self.reader, self.reader.view.article
        self._word = span
        word = span.of(article.text)
        self._show_word(LookedUp(article.lang, span, word, word, (tr("looking it up…"),), has_book=True))
        reader.desk.ask(reader, "word", lambda _: words.looked_up(article, span))

    def on_word_looked_up(self, message: WordLookedUp) -> None:
        """Show the word in the panel and in the text."""
        if self.reader.panel.display and self._word == message.word.span:
            self._show_word(message.word)

    def _show_word(self, found: LookedUp) -> None:
        reader = self.reader
        reader.view.word = ((found.lang, found.span),)
        reader.view.relight()
        reader.view.reach(found.lang, found.span.start)
        reader.panel.display = True
        reader.panel.show(WORD, tr("Dictionary"), lines(found))
        reader.panel.focus()
