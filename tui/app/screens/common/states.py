"""Marking, tagging, deleting, undoing: the same commands in the list and in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui.app import requests
from tui.frozen import dataclass
from tui.locale import tr

if TYPE_CHECKING:
    from tui.app.screens.common.base import CommandScreen


@dataclass(frozen=True, slots=True)
class Subject:
    """What a command acts on: articles by id, and the state they are in."""

    ids: tuple[str, ...]
    read: bool = False
    starred: bool = False


class States:
    """The commands that change the reader's state."""

    @property
    def subject(self) -> Subject:
        """What the commands act on."""
        raise NotImplementedError

    @property
    def _screen(self) -> CommandScreen:
        return cast("CommandScreen", self)

    @property
    def subject_ids(self) -> tuple[str, ...]:
        """The articles that a command acts on."""
        return self.subject.ids

    @property
    def targets(self) -> tuple[str, ...] | str:
        """The articles to change: by id, or a query."""
        return self.subject.ids

    def mark(self, what: str) -> None:
        """Change the state of the subject's articles."""
        ids, screen = self.targets, self._screen
        screen.desk.ask(screen, f"mark {what}", lambda library: requests.marked(library, ids, what))

    def do_read(self) -> None:
        """Mark read or unread."""
        self.mark("unread" if self.subject.read else "read")

    def do_star(self) -> None:
        """Star, or take the star away."""
        self.mark("unstar" if self.subject.starred else "star")

    def do_tag(self) -> None:
        """Ask for a tag and set it, or take it away when it begins with a dash."""
        from tui.app.screens.common.prompt import PromptScreen  # noqa: PLC0415 (after the start)

        prompt = PromptScreen(self._screen.keys, tr("Tag (-name takes it away)"))
        self._screen.app.push_screen(prompt, self._tagged)

    def _tagged(self, words: str | None) -> None:
        tag = (words or "").strip()
        if tag:
            self.mark(f"untag:{tag[1:]}" if tag.startswith("-") else f"tag:{tag}")

    def do_delete(self) -> None:
        """Delete; undo brings it back."""
        ids, screen = self.targets, self._screen
        screen.desk.ask(screen, "delete", lambda library: requests.removed(library, ids))

    def do_undo(self) -> None:
        """Undo the last change."""
        self._screen.desk.ask(self._screen, "undo", requests.undone)

    def do_export_texts(self) -> None:
        """Ask for a file and write the articles to it, in the format of its name."""
        from tui.app.screens.common.prompt import PromptScreen  # noqa: PLC0415 (after the start)

        prompt = PromptScreen(self._screen.keys, tr("Export to (md, html, tmx, csv, jsonl file)"))
        self._screen.app.push_screen(prompt, self._export)

    def _export(self, file: str | None) -> None:
        path, targets, screen = (file or "").strip(), self.targets, self._screen
        if path:
            screen.desk.ask(screen, "export", lambda library: requests.exported(library, targets, path))
