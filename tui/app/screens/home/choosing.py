"""Marking rows, and acting on all of them at once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from tui.app.screens.common.states import States, Subject
from tui.locale import tr, trn

if TYPE_CHECKING:
    from tui.app.render.fields import Item
    from tui.app.screens.home.asks import AllChosen
    from tui.app.screens.library import LibraryScreen

EVERYTHING = "*"
"""The query that means the whole library."""


@dataclass
class Marked:
    """The rows that the reader marked, by their first article; or everything that a query chooses."""

    rows: dict[str, Item] = field(default_factory=dict)
    whole: AllChosen | None = None
    is_read: bool = False
    is_starred: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything is marked."""
        return bool(self.rows) or self.whole is not None

    def __len__(self) -> int:
        """Return how many rows are marked."""
        return self.whole.rows if self.whole else len(self.rows)

    def toggle(self, item: Item) -> None:
        """Mark a row, or take its mark away."""
        self.whole = None
        if self.rows.pop(item.articles[0], None) is None:
            self.rows[item.articles[0]] = item

    def changed(self, what: str) -> None:
        """Note what became of the marked rows, so that the same key takes it back."""
        if what in {"read", "unread"}:
            self.is_read = what == "read"
            self.rows = {name: replace(item, read=self.is_read) for name, item in self.rows.items()}
        elif what in {"star", "unstar"}:
            self.is_starred = what == "star"
            self.rows = {name: replace(item, starred=self.is_starred) for name, item in self.rows.items()}

    @property
    def subject(self) -> Subject:
        """The marked articles as one subject: read when all are."""
        if self.whole is not None:
            return Subject(self.whole.ids or (), self.is_read, self.is_starred)
        rows = self.rows.values()
        ids = tuple(article for item in rows for article in item.articles)
        return Subject(ids, all(item.read for item in rows), all(item.starred for item in rows))


class Chooses(States):
    """The commands that mark rows; the others act on the marked ones, else on the current row."""

    marked: Marked

    @property
    def _list(self) -> LibraryScreen:
        return cast("LibraryScreen", self)

    @property
    def subject(self) -> Subject:
        """The marked rows, else the current one."""
        if self.marked:
            return self.marked.subject
        item = self._list.item
        return Subject(item.articles, item.read, item.starred) if item else Subject(())

    @property
    def targets(self) -> tuple[str, ...] | str:
        """The articles to act on: by id, or all."""
        whole = self.marked.whole
        return EVERYTHING if whole is not None and whole.ids is None else self.subject.ids

    def mark(self, what: str) -> None:
        """Change the state of the articles, and remember it of the marked rows."""
        super().mark(what)
        self.marked.changed(what)

    def do_select(self) -> None:
        """Mark the current row, or take its mark away, and go on."""
        item = self._list.item
        if item is not None:
            self.marked.toggle(item)
            self._show_marks()
        self._list.rows.move(1)

    def do_select_all(self) -> None:
        """Mark everything that the list or the search shows; once more takes all marks away."""
        if self.marked.whole is not None:
            self.unmark()
            return
        from tui.app.screens.home import asks  # noqa: PLC0415 (after the start)

        query = self._list.sought
        self._list.desk.ask(self._list, "all", lambda library: asks.all_chosen(library, query))

    def on_all_chosen(self, message: AllChosen) -> None:
        """Mark everything."""
        self.marked = Marked(whole=message)
        self._show_marks()
        self._list.notice(trn("{count} row marked.", "{count} rows marked.", message.rows))

    def unmark(self) -> None:
        """Take all marks away."""
        self.marked = Marked()
        self._show_marks()

    def do_delete(self) -> None:
        """Delete, many at once only after a yes; in the panel, forget the saved search."""
        if self._list.named_search:
            self._list.do_forget_search()
            return
        if len(self.marked) <= 1:
            super().do_delete()
            return
        from tui.app.screens.common.prompt import PromptScreen  # noqa: PLC0415 (after the start)

        question = trn("Delete {count} row? (y)", "Delete {count} rows? (y)", len(self.marked))
        self._list.app.push_screen(PromptScreen(self._list.keys, question), self._delete_if)

    def _delete_if(self, answer: str | None) -> None:
        if (answer or "").strip().casefold() in {"y", "yes", tr("y"), tr("yes")}:
            super().do_delete()
            self.unmark()

    def _show_marks(self) -> None:
        rows = self._list.rows
        rows.selected, rows.selects_all = frozenset(self.marked.rows), self.marked.whole is not None
        rows.redraw()
        self._list.show_head()
