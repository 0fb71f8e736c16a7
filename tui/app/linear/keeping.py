"""What the linear mode keeps: notes, bookmarks, corrections of texts, rows, pairs and names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.app.linear import speech
from tui.errors import UsageError
from tui.locale import later, tr
from tui.model.article import Lang
from tui.model.pair import Mode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.message import Message

    from tui.app.ports import LibraryPort, Opened
    from tui.helper.client import Helper
    from tui.model.article import Entity
    from tui.model.pair import Bead

AWAY = "-"
"""What is typed in place of a note to take it away."""
FIELDS = {
    later("title"): "title", later("date"): "published", later("source"): "source",
    later("byline"): "byline", later("language"): "lang",
}  # fmt: skip


class Keeps:
    """The commands that write; what they change is read again from the library."""

    library: LibraryPort
    mender: Helper
    say: Callable[[str], None]
    units: tuple[Bead, ...]
    unit: int

    if TYPE_CHECKING:

        @property
        def opened(self) -> Opened:
            """The text that is open."""
            ...

        def say_all(self, lines: Iterable[str]) -> None:
            """Say lines."""
            ...

        def take(self, text: Opened) -> None:
            """Take over a text that was read again."""
            ...

        def open_text(self, public: str, segment: int | None = None) -> None:
            """Open a text."""
            ...

        def say_passage(self) -> None:
            """Say the passage where the reader is."""
            ...

        def go_to_passage(self, number: int) -> None:
            """Go to a passage by its number."""
            ...

        def named(self, words: str) -> Entity:
            """Return the thing of the open text that words or a number name."""
            ...

    @property
    def here(self) -> tuple[str, int]:
        """The article and segment of the passage: the lead's side where it has one."""
        bead, text = self.units[self.unit], self.opened
        article = next(one for one in text.sides if bead.side(one.lang))
        return article.id or "", bead.side(article.lang)[0]

    def told(self, answer: Message) -> None:
        """Say what was done, and take over the text if it was read again."""
        from tui.app.messages import Noticed, StateChanged, TextChanged  # noqa: PLC0415 (for writing alone)

        if isinstance(answer, TextChanged):
            self.take(answer.opened)
        if isinstance(answer, TextChanged | StateChanged):
            self.say(answer.done)
        elif isinstance(answer, Noticed):
            self.say(answer.text)

    def do_note(self, words: str) -> None:
        """Write a note on the passage, say the one that is there, or take it away with -."""
        self._note(*self.here, words)

    def do_note_article(self, words: str) -> None:
        """Write a note on the article, say it, or take it away with -."""
        self._note(self.here[0], None, words)

    def _note(self, article: str, segment: int | None, words: str) -> None:
        from tui.app.asking.kept import kept_of, noted  # noqa: PLC0415 (for writing alone)

        if not words:
            held = (one for one in self.library.notes_of(article) if one.segment == segment)
            self.say_all(speech.note(one.text) for one in held)
            return
        text = replace(self.opened, kept=kept_of(self.library, self.opened.sides))
        self.told(noted(self.library, text, article, segment, "" if words == AWAY else words))

    def do_bookmark(self, _words: str) -> None:
        """Set or take away a bookmark on the passage."""
        from tui.app.asking.kept import bookmarked  # noqa: PLC0415 (for writing alone)

        self.told(bookmarked(self.library, self.opened, *self.here))

    def do_next_bookmark(self, _words: str) -> None:
        """Go to the next passage with a bookmark or a note."""
        self._to_kept(range(self.unit + 1, len(self.units)))

    def do_previous_bookmark(self, _words: str) -> None:
        """Go to the passage before with a bookmark or a note."""
        self._to_kept(range(self.unit - 1, -1, -1))

    def _to_kept(self, order: Iterable[int]) -> None:
        text = self.opened
        at = next((at for at in order if any(speech.kept(text, self.units[at]))), None)
        if at is None:
            self.say(tr("No other bookmark or note that way."))
        else:
            self.go_to_passage(at + 1)

    def do_bookmarks(self, number: str) -> None:
        """Say every bookmark and note of the library, or open one by its number."""
        held = self.library.notes.kept()
        if number.isdigit() and 1 <= int(number) <= len(held):
            one = held[int(number) - 1]
            self.open_text(one.article, one.segment)
        else:
            self.say_all(speech.place(at, one) for at, one in enumerate(held, 1))

    def do_edit(self, words: str) -> None:
        """Correct a field of the article: edit title The right title."""
        from tui.app.asking.kept import edited  # noqa: PLC0415 (for writing alone)

        field, _, value = words.partition(" ")
        known = FIELDS | {tr(name): kept for name, kept in FIELDS.items()}
        if field not in known:
            raise UsageError(tr("Correct what? {fields}.", fields=", ".join(map(tr, FIELDS))))
        article = self.here[0]
        if known[field] != "lang":
            self.told(edited(self.library, self.opened, article, known[field], value.strip() or None))
            return
        self.mender.call("edit", article=article, lang=value.strip())
        self.open_text(article)

    # Rows and pairs

    def do_split(self, _words: str) -> None:
        """Split the row into one a sentence."""
        self._set_right("split")

    def do_merge(self, _words: str) -> None:
        """Join the row with the next one."""
        self._set_right("merge")

    def do_anchor_up(self, _words: str) -> None:
        """Shift the other side up by a sentence from here on."""
        self._set_right("up")

    def do_anchor_down(self, _words: str) -> None:
        """Shift the other side down by a sentence from here on."""
        self._set_right("down")

    def _set_right(self, change: str) -> None:
        from tui.app.asking.facing import changed  # noqa: PLC0415 (for writing alone)

        pair = self.opened.pair
        if pair is None or pair.mode is not Mode.ALIGNED:
            raise UsageError(tr("These are no rows that face each other."))
        self.told(changed(self.library, self.opened, change, self.unit, Lang.EN))
        self.say_passage()

    def do_reanchor(self, words: str) -> None:
        """Face the French of one passage and the English of another, and align what follows: reanchor 4 6."""
        numbers = [int(word) - 1 for word in words.split() if word.isdigit()]
        pair = self.opened.pair
        if pair is None or len(numbers) != 2 or not all(0 <= at < len(self.units) for at in numbers):
            raise UsageError(tr("Say two passages: reanchor 4 6 faces the French of 4 and the English of 6."))
        fr, en = self.units[numbers[0]].fr, self.units[numbers[1]].en
        if not fr or not en:
            raise UsageError(tr("One of these passages has nothing on that side."))
        self.mender.call("reanchor", pair=pair.id, fr=fr[0], en=en[0])
        self.open_text(pair.fr, fr[0])

    def do_pair(self, other: str) -> None:
        """Pair the article with another one, by its id."""
        if not other:
            raise UsageError(tr("Pair with which article? pair and its id, such as a12."))
        article = self.here[0]
        self.mender.call("pair", one=article, other=other)
        self.open_text(article)

    def do_unpair(self, _words: str) -> None:
        """Take the pair apart, for good."""
        from tui.app.asking.facing import unpaired  # noqa: PLC0415 (for writing alone)

        if self.opened.pair is None:
            raise UsageError(tr("This article has no other side."))
        self.told(unpaired(self.library, self.opened))

    def do_correct_entity(self, words: str) -> None:
        """Set a name right: its number or name, then a kind, same and an id, or ignore."""
        from tui.app.asking.kept import corrected  # noqa: PLC0415 (for writing alone)

        name, _, said = words.rpartition(" ")
        same = name.endswith(" same")
        thing = self.named(name.removesuffix(" same") if same else name)
        action = "same" if same else "ignore" if said.lower() == "ignore" else "kind"
        value = said if same else said.upper() if action == "kind" else None
        self.told(corrected(self.library, self.opened, thing.id, action, value))
