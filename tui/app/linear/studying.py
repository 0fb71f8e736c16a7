"""What the linear mode looks into: words, names, concordances, neighbours; and what it lets out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.app.linear import speech
from tui.errors import NotFoundError, UsageError
from tui.locale import language, tr, trn
from tui.text.fold import fold
from tui.text.printable import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.message import Message

    from tui.app.ports import Entries, Facing, LibraryPort, Opened
    from tui.helper.client import Helper
    from tui.model.article import Article, Entity
    from tui.model.listing import Hit
    from tui.model.pair import Bead
    from tui.model.span import Span

SAID = 20
"""Lines of a concordance said at once."""


class Studies:
    """Commands that say more than a text does; ``lines`` is the last concordance."""

    library: LibraryPort
    helper: Helper
    say: Callable[[str], None]
    text: Opened | None
    units: tuple[Bead, ...]
    unit: int
    entries: Entries | None
    hits: tuple[Hit, ...]
    lines: tuple[Facing, ...] = ()
    lines_said = 0

    if TYPE_CHECKING:

        @property
        def opened(self) -> Opened:
            """The text that is open."""
            ...

        def say_all(self, lines: Iterable[str]) -> None:
            """Say lines."""
            ...

        def go_to_passage(self, number: int) -> None:
            """Go to a passage by its number."""
            ...

        def show_hits(self, words: str, hits: tuple[Hit, ...]) -> None:
            """Say results."""
            ...

        def show_entries(self, entries: Entries) -> None:
            """Say rows."""
            ...

        def do_list(self, query: str) -> None:
            """Say what a query chooses."""
            ...

        def targets(self, number: str) -> Sequence[str] | str | None:
            """Return the articles to act on."""
            ...

        def told(self, answer: Message) -> None:
            """Say what was done."""
            ...

        def reopen(self) -> None:
            """Open the library again: another one may be the right one now."""
            ...

    def named(self, words: str) -> Entity:
        """Return the thing of the open text that a number of ``entities`` or its name says."""
        things = speech.things(self.opened)
        if words.isdigit() and 1 <= int(words) <= len(things):
            return things[int(words) - 1]
        found = next((one for one in things if words and fold(words) in fold(one.name)), None)
        if found is None:
            raise NotFoundError(tr("No name here is {name}: entities says them.", name=words or "?"))
        return found

    def do_entity(self, words: str) -> None:
        """Say what the library knows of a name."""
        from tui.app.asking.entity import profiled  # noqa: PLC0415 (for names alone)

        self.say_all(speech.profile(profiled(self.library, self.named(words)).profile, language()))

    def do_filter(self, words: str) -> None:
        """List the library's articles that name a thing."""
        from tui.app.asking.entity import query_of  # noqa: PLC0415 (for names alone)

        self.do_list(query_of(self.named(words).id))

    def do_next_mention(self, words: str) -> None:
        """Go to the next passage that mentions a name."""
        self._mention(words, range(self.unit + 1, len(self.units)))

    def do_previous_mention(self, words: str) -> None:
        """Go to the passage before that mentions a name."""
        self._mention(words, range(self.unit - 1, -1, -1))

    def _mention(self, words: str, order: Iterable[int]) -> None:
        thing = self.named(words)
        at = next((at for at in order if speech.mentions(self.opened, self.units[at], thing.id)), None)
        if at is None:
            self.say(tr("No other mention that way."))
        else:
            self.go_to_passage(at + 1)

    def do_look_up(self, word: str) -> None:
        """Look up a word of the passage."""
        from tui.app.asking.words import looked_up  # noqa: PLC0415 (dictionaries, for look-ups alone)

        if not word:
            raise UsageError(tr("Look up which word of the passage? look-up and the word."))
        for article in self.opened.sides:
            at = self._found(article, word)
            if at is not None:
                self.say(speech.looked_up(looked_up(article, at).word))
                return
        self.say(tr("Not found: {words}", words=word))

    def _found(self, article: Article, word: str) -> Span | None:
        from tui.app.asking.words import words_of  # noqa: PLC0415 (the same)

        spans = (article.segments[at].span for at in self.units[self.unit].side(article.lang))
        found = (one for span in spans for one in words_of(article, span))
        return next((one for one in found if fold(one.of(article.text)) == fold(word)), None)

    def do_concordance(self, words: str) -> None:
        """Say the sentences that hold a word or phrase, with what they face; without words, more of them."""
        from tui.app.asking.concord import concorded  # noqa: PLC0415 (for concordances alone)

        if words:
            self.lines, self.lines_said = concorded(self.library, words).lines, 0
            self.say(trn("{count} line", "{count} lines", len(self.lines)) + ".")
        start, self.lines_said = self.lines_said, min(self.lines_said + SAID, len(self.lines))
        some = self.lines[start : self.lines_said]
        for number, one in enumerate(some, start + 1):
            self.say_all(speech.line(number, one.line))
        left = len(self.lines) - self.lines_said
        self.say(tr("{count} more: concordance alone.", count=left) if left else tr("That is all."))

    def do_export(self, file: str) -> None:
        """Write the last concordance to a .csv or .tmx file."""
        from tui.app.asking.concord import written  # noqa: PLC0415 (for concordances alone)

        if not self.lines:
            raise UsageError(tr("Make a concordance first: concordance and the words."))
        self.told(written(self.lines, file))

    def do_export_texts(self, words: str) -> None:
        """Write the text, or a row by its number, to a file: export-texts 3 pair.html."""
        from tui.app.requests import exported  # noqa: PLC0415 (for writing alone)

        number, _, file = words.rpartition(" ")
        if not file:
            raise UsageError(tr("Write to which file? Its name ends in .md, .html, .tmx, .csv or .jsonl."))
        ids = self.targets(number)
        if ids is not None:
            self.told(exported(self.library, ids, file))

    def do_like(self, number: str) -> None:
        """Say the articles most like a row."""
        ids = self.targets(number)
        if ids is not None and not isinstance(ids, str):
            self.text = None
            self.show_hits("", self.library.more_like(ids[0]))

    def do_story(self, number: str) -> None:
        """Say all articles about the same event."""
        from tui.app.requests import of_story  # noqa: PLC0415 (for stories alone)

        ids = self.targets(number)
        if ids is not None and not isinstance(ids, str):
            found = of_story(self.library, ids).listing.entries
            self.text = None
            self.show_entries(found)

    def do_open_link(self, _words: str) -> None:
        """Say the addresses of the article and of its links."""
        from tui.app.screens.common.outside import addresses  # noqa: PLC0415 (for links alone)

        found = addresses(self.opened.sides)
        self.say_all(f"{number}. {words}: {address}" for number, (words, address, _) in enumerate(found, 1))

    def do_pipe(self, command: str) -> None:
        """Send the text to a command."""
        from tui.app.screens.common.outside import piped  # noqa: PLC0415 (for pipes alone)

        if not command:
            raise UsageError(tr("Send the text to which command? pipe and the command."))
        sides = self.opened.sides
        self.told(piped(command, "\n\n".join(f"{one.title}\n\n{one.text}" for one in sides)))

    def do_add(self, sources: str) -> None:
        """Add files, folders or addresses."""
        import shlex  # noqa: PLC0415 (for adding alone)

        from tui.model.listing import Outcome  # noqa: PLC0415

        try:
            wanted = shlex.split(sources)
        except ValueError as error:
            raise UsageError(clean_line(str(error))) from error
        if not wanted:
            raise UsageError(tr("Add what? add and files, folders or addresses."))
        done = [one for one in self.helper.run("add", sources=wanted) if isinstance(one, Outcome)]
        self.say_all(speech.outcome(number, one) for number, one in enumerate(done, 1))
        self.reopen()
        self.do_list("")
