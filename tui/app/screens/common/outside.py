"""What leaves the app: copies, links, pipes."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, cast

from tui.app.messages import Noticed
from tui.app.screens.common.prompt import PromptScreen
from tui.app.terminal.clipboard import copy
from tui.locale import tr
from tui.model.article import Article
from tui.text.printable import clean_line

if TYPE_CHECKING:
    from tui.app.screens.reading import ReadingScreen

PIPE_SECONDS = 30
"""A command that reads a text and has not ended by then waits for something else."""


class Outside:
    """Copying, opening the page, sending the text to a command."""

    @property
    def _source(self) -> ReadingScreen:
        return cast("ReadingScreen", self)

    def do_copy(self) -> None:
        """Copy the passage, both sides."""
        view = self._source.view
        line = view.here_line
        bead = view.bead
        if bead is not None:
            self._copy("\n".join(self._said(article, bead.side(article.lang)) for article in view.articles))
        elif line is not None:
            self._copy(self._said(view.article, (line.unit,)))

    @staticmethod
    def _said(article: Article, indexes: tuple[int, ...]) -> str:
        return " ".join(article.segment_text(index) for index in indexes)

    def do_copy_pair(self) -> None:
        """Copy both texts."""
        sides = self._source.opened.sides if self._source.opened else ()
        self._copy("\n\n".join(f"{article.title}\n\n{article.text}" for article in sides))

    def _copy(self, text: str) -> None:
        self._source.notice(copy(text, os.environ, self._source.look.send))

    def do_open_link(self) -> None:
        """Open the page of the text, or one of its links; copy the address where no browser can be shown."""
        held = addresses(self._source.opened.sides) if self._source.opened else ()
        if not held:
            self._source.notice(tr("This article has no address and no link."), warning=True)
        elif len(held) == 1:
            self._open_or_copy(held[0][1])
        else:
            from tui.app.widgets.choice_list import Choice  # noqa: PLC0415 (texts with links)

            choices = tuple(Choice(address, f"{words}  {address}", lang) for words, address, lang in held)
            self._source.choose(tr("Pages and links"), choices, self._open_or_copy)

    def _open_or_copy(self, address: str) -> None:
        if is_remote(os.environ):
            self._copy(address)
        else:
            self._open(address)

    def _open(self, address: str) -> None:
        import webbrowser  # noqa: PLC0415 (only readers who open links pay for it)

        opened = webbrowser.open(address)
        said = tr("Opened: {address}") if opened else tr("No browser could open {address}")
        self._source.notice(said.format(address=address), warning=not opened)

    def do_pipe(self) -> None:
        """Ask for a command and give it the text."""
        prompt = PromptScreen(self._source.keys, tr("Pipe to the command"))
        self._source.app.push_screen(prompt, self._piped)

    def _piped(self, command: str | None) -> None:
        if not command or not command.strip() or self._source.opened is None:
            return
        texts = "\n\n".join(f"{article.title}\n\n{article.text}" for article in self._source.opened.sides)
        self._source.desk.ask(self._source, "pipe", lambda _: piped(command, texts))


def addresses(sides: Iterable[Article]) -> tuple[tuple[str, str, str], ...]:
    """Return the pages of articles and the links in them: their words, address and language, each once."""
    found: dict[str, tuple[str, str, str]] = {}
    for article in sides:
        lang = str(article.lang).upper()
        links = ((span.of(article.text), address) for span, address in article.links)
        for words, address in ((article.title, article.url or ""), *links):
            if address.startswith(("https://", "http://")):
                found.setdefault(address, (clean_line(words), clean_line(address), lang))
    return tuple(found.values())


def is_remote(env: Mapping[str, str]) -> bool:
    """Tell whether the reader sits at another machine."""
    return bool(env.get("SSH_CONNECTION") or env.get("SSH_TTY"))


def piped(command: str, text: str) -> Noticed:
    """Give a text to a command and say how it went; the command's words stay off the screen."""
    try:
        done = subprocess.run(
            shlex.split(command),
            input=text,
            text=True,
            capture_output=True,
            timeout=PIPE_SECONDS,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        return Noticed(tr("{command} failed: {reason}").format(command=command, reason=error), warning=True)
    if done.returncode:
        reason = (done.stderr or "").strip().splitlines()[-1:] or [str(done.returncode)]
        return Noticed(
            tr("{command} failed: {reason}").format(command=command, reason=reason[0]), warning=True
        )
    first = done.stdout.strip().splitlines()[:1]
    return Noticed(f"{command}: {first[0]}" if first else tr("{command}: done.").format(command=command))
