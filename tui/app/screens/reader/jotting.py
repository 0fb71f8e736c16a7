"""Notes, bookmarks, and corrections of metadata."""

from __future__ import annotations

from tui.app.adder import EDIT
from tui.app.asking import kept
from tui.app.render.page.facing import ahead, segment_at
from tui.app.screens.reader.host import Hosted
from tui.app.widgets.choice_list import Choice
from tui.locale import tr
from tui.model.article import Article, Lang


class Jottings(Hosted):
    """What the reader writes beside a text and sets right above it."""

    @property
    def _here(self) -> tuple[Article, int] | None:
        """The article and the segment being read."""
        view = self.reader.view
        line = view.here_line
        return (view.article, segment_at(view.article, line.start)) if line else None

    def do_note(self) -> None:
        """Write on the passage being read."""
        if self._here is not None:
            article, segment = self._here
            self._ask_note(tr("Note on this passage (empty takes it away)"), article, segment)

    def do_note_article(self) -> None:
        """Write on the article being read."""
        if self._here is not None:
            self._ask_note(tr("Note on this article (empty takes it away)"), self._here[0], None)

    def _ask_note(self, question: str, article: Article, segment: int | None) -> None:
        text, one = self.reader.opened, article.id or ""
        held = kept.note_at(text.kept, one, segment) if text else None
        value = " ".join(held.text.split()) if held else ""

        def answered(words: str) -> None:
            if words != value:
                self.change(lambda library, now: kept.noted(library, now, one, segment, words))

        self.ask_line(question, value, answered)

    def do_bookmark(self) -> None:
        """Set or take away a bookmark."""
        if self._here is not None:
            article, segment = self._here[0].id or "", self._here[1]
            self.change(lambda library, text: kept.bookmarked(library, text, article, segment))

    def do_next_bookmark(self) -> None:
        """Go to the next bookmark or note."""
        self._mark(1)

    def do_previous_bookmark(self) -> None:
        """Go to the previous bookmark or note."""
        self._mark(-1)

    def _mark(self, step: int) -> None:
        view = self.reader.view
        columns = list(zip(view.articles, view.panes, strict=True))
        found = ahead(columns, view.pane.cursor if view.panes else 0, self._marks(), step)
        if found is None:
            self.warn(tr("No other bookmark or note that way."))
        else:
            view.reach(*found)

    def _marks(self) -> list[tuple[Lang, int]]:
        """Return where bookmarks and notes stand, as characters of a side."""
        text = self.reader.opened
        if text is None:
            return []
        sides = {article.id: article for article in text.sides}
        held: list[tuple[str, int | None]] = [(one.article, one.segment) for one in text.kept.bookmarks]
        held += [(note.article, note.segment) for note in text.kept.notes]
        return [
            (sides[one].lang, sides[one].segments[segment].start)
            for one, segment in held
            if one in sides and segment is not None and segment < len(sides[one].segments)
        ]

    def do_edit(self) -> None:
        """Choose what to correct of the article being read."""
        if self._here is None:
            return
        article = self._here[0]
        published = article.published.isoformat() if article.published else ""
        fields = {
            "title": (tr("title"), article.title),
            "published": (tr("date (2025-02-28)"), published),
            "source": (tr("source"), article.source or ""),
            "byline": (tr("byline"), article.byline or ""),
            "lang": (tr("language"), str(article.lang)),
        }
        choices = tuple(Choice(name, f"{word}: {value}") for name, (word, value) in fields.items())
        self.choose(tr("Correct"), choices, lambda name: self._edit(article, name, *fields[name]))

    def _edit(self, article: Article, field: str, word: str, value: str) -> None:
        if field == "lang":
            self._ask_language(article)
            return

        def answered(words: str) -> None:
            if words != value:
                self.change(
                    lambda library, text: kept.edited(library, text, article.id or "", field, words or None)
                )

        self.ask_line(word[:1].upper() + word[1:], value, answered)

    def _ask_language(self, article: Article) -> None:
        choices = (Choice("fr", tr("French")), Choice("en", tr("English")))
        self.choose(tr("This article is in"), choices, lambda lang: self._speak_in(article, lang))

    def _speak_in(self, article: Article, lang: str) -> None:
        if lang != article.lang:
            self.say_working()
            said = tr("Worked out anew in the other language; U undoes.")
            self.reader.look.adder.call(self.reader, EDIT, said, article=article.id or "", lang=lang)
