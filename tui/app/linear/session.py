"""A session of the linear mode: a line is a command of the table, by name or by key, and its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tui.app.commands.keys import Keymap, keymap
from tui.app.commands.model import Place
from tui.app.commands.table import BY_NAME, of_place
from tui.app.linear.absent import REASONS
from tui.app.linear.keeping import Keeps
from tui.app.linear.listing import ROWS, Lists
from tui.app.linear.reading import Reads
from tui.app.linear.studying import Studies
from tui.errors import VisavisError, nearest
from tui.locale import language, later, tr, use
from tui.model.article import Lang
from tui.model.wording import change
from tui.text.printable import clean_line

if TYPE_CHECKING:
    from tui.app.ports import LibraryPort
    from tui.config import Settings
    from tui.helper.client import Helper

Say = Callable[[str], None]


class Session(Reads, Keeps, Studies, Lists):
    """Answers each line with numbered lines; ``text`` is what is open, None in the list."""

    def __init__(
        self,
        library: LibraryPort,
        settings: Settings,
        say: Say,
        again: Callable[[], LibraryPort] | None = None,
        helper: Helper | None = None,
        mender: Helper | None = None,
    ) -> None:
        """``again`` opens the library anew; ``helper`` adds to the own one, ``mender`` corrects this one."""
        self.library, self.say, self._again = library, say, again
        if helper is not None:
            self.helper, self.mender = helper, mender or helper
        self.prefer = Lang(settings.prefer if settings.prefer in {"fr", "en"} else language())
        self.keys: Keymap = keymap(settings.preset, settings.keys)
        self.text = None
        self.is_over = False

    def begin(self, query: str) -> None:
        """Say what there is, and list or search it."""
        self.say_counts()
        self.say(tr("Type help for the commands; Enter alone goes on."))
        self.guarded(lambda: self.do_search(query) if query else self.do_list(""))

    def end(self) -> None:
        """Keep the place in the text that is open."""
        if self.text is not None:
            self.guarded(self.save_place)

    def obey(self, line: str) -> None:
        """Do what a line asks; what cannot be done is said, and the session goes on."""
        words = clean_line(line.strip())
        self.guarded(lambda: self._do(words))

    def guarded(self, act: Callable[[], object]) -> None:
        """Do something and say why when it fails."""
        try:
            act()
        except VisavisError as error:
            self.say(clean_line(str(error)))

    def reopen(self) -> None:
        """Open the library again: the samples give way to the reader's own articles."""
        if self._again is not None:
            self.library.close()
            self.library = self._again()
            self._take_own_helper()

    def _take_own_helper(self) -> None:
        """Correct, from now on, what was added to: it is what is read."""
        if self.mender is not self.helper:
            self.mender.close()
        self.mender = self.helper

    def close(self) -> None:
        """Let go of the library and of the helper."""
        self._take_own_helper()
        self.helper.close()
        self.library.close()

    @property
    def place(self) -> Place:
        """Where the reader is."""
        return Place.LIBRARY if self.text is None else Place.READING

    def _do(self, words: str) -> None:
        if not words:
            self.go_on()
        elif words.isdigit():
            self.go_to(int(words))
        elif words.startswith("/"):
            self.do_search(words[1:].strip())
        else:
            name, _, rest = words.removeprefix(":").strip().partition(" ")
            self._run(self._named(name), name, rest.strip())

    def _named(self, word: str) -> str:
        """Return the command's name, for a name or a key of this place."""
        if word in _OWN or word in BY_NAME:
            return word
        here = (command.name for command in of_place(self.place))
        return next((name for name in here if word in self.keys.get(name, ())), word)

    def _run(self, name: str, typed: str, rest: str) -> None:
        method: Callable[[str], None] | None = getattr(self, "do_" + name.replace("-", "_"), None)
        if method is None:
            known = self.names_here()
            if name in REASONS:
                self.say(tr("{name} does nothing here: {why}.", name=name, why=tr(REASONS[name])))
            else:
                self.say(tr("No command is called {name}", name=typed) + nearest(name, known) + ".")
        elif self._is_elsewhere(name):
            self.say(tr("{name} acts on another screen.", name=name))
        else:
            method(rest)

    def _is_elsewhere(self, name: str) -> bool:
        places = BY_NAME[name].places if name in BY_NAME else frozenset()
        return bool(places & {Place.LIBRARY, Place.READING}) and self.place not in places

    def go_on(self) -> None:
        """Enter alone: the next passage, or more rows."""
        if self.text is None:
            self.more()
        else:
            self.do_next_bead("")

    def go_to(self, number: int) -> None:
        """Go to a numbered passage of the text, or open a numbered row."""
        if self.text is None:
            self.do_open(str(number))
        else:
            self.go_to_passage(number)

    def do_go(self, words: str) -> None:
        """Go to a number."""
        if words.isdigit():
            self.go_to(int(words))
        else:
            self.say(tr("Go to which number?"))

    def names_here(self) -> tuple[str, ...]:
        """Return the commands that act here."""
        table = (command.name for command in of_place(self.place))
        spoken = (name for name in table if hasattr(self, "do_" + name.replace("-", "_")))
        return tuple(dict.fromkeys((*_OWN, *spoken)))

    # Commands that act anywhere

    def do_palette(self, words: str) -> None:
        """Say the commands of this place."""
        self.do_help(words)

    def do_language(self, _words: str) -> None:
        """Speak the other language."""
        use("en" if language() == "fr" else "fr")
        self.say(tr("English from now on."))

    def do_interrupt(self, _words: str) -> None:
        """End the session."""
        self.is_over = True

    def do_down(self, words: str) -> None:
        """Say the next passage, or open the next row's line."""
        self.do_next_bead(words) if self.text is not None else self.step(1)

    def do_up(self, words: str) -> None:
        """Say the passage before, or the row before."""
        self.do_previous_bead(words) if self.text is not None else self.step(-1)

    def do_help(self, words: str) -> None:
        """Say the commands of this place, those that hold the words."""
        self.say_all(
            line for line in map(self._help, self.names_here()) if words.casefold() in line.casefold()
        )

    def _help(self, name: str) -> str:
        if name in _OWN:
            return f"{name}: {tr(_OWN[name])}"
        keys = " ".join(self.keys.get(name, ()))
        return (
            f"{name} ({keys}): {BY_NAME[name].help(language())}"
            if keys
            else f"{name}: {BY_NAME[name].help(language())}"
        )

    def do_quit(self, _words: str) -> None:
        """End the session."""
        self.is_over = True

    def do_leave(self, _words: str) -> None:
        """Close the text, or end the session."""
        if self.text is None:
            self.is_over = True
        else:
            self.close_text()

    def do_back(self, _words: str) -> None:
        """Close the text, or end the search."""
        if self.text is None:
            self.do_list("")
        else:
            self.close_text()

    def do_top(self, words: str) -> None:
        """Say the first passage, or the first rows."""
        if self.text is None:
            self.shown = 0
            self.more()
        else:
            super().do_top(words)

    def do_bottom(self, words: str) -> None:
        """Say the last passage, or the last rows."""
        if self.text is None:
            self.shown = max(0, self.total - ROWS)
            self.more()
        else:
            super().do_bottom(words)

    def do_undo(self, _words: str) -> None:
        """Undo the last change."""
        done = self.library.undo()
        self.say(tr("Undone: {what}", what=change(done)) if done else tr("Nothing to undo."))

    def say_all(self, lines: Iterable[str]) -> None:
        """Say lines, or that there are none."""
        said = False
        for line in lines:
            self.say(line)
            said = True
        if not said:
            self.say(tr("Nothing."))


_OWN = {
    "list": later("the library, or the rows that a query chooses: list tag:later"),
    "go": later("to a passage by its number: go 4, or 4 alone; in the list it opens the row"),
}
"""Commands that screens have no need of."""
