"""Moving in a list or a text: the same commands everywhere."""

from __future__ import annotations

from typing import Protocol


class Mover(Protocol):
    """What can be moved in."""

    def move(self, by: int) -> None:
        """Go down or up by lines."""

    def go_end(self, *, top: bool) -> None:
        """Go to the beginning or the end."""

    def page_by(self, pages: float) -> None:
        """Go down or up by pages."""


class Moves:
    """The commands that move; ``mover`` is what has the keys."""

    @property
    def mover(self) -> Mover:
        """What the commands move in."""
        raise NotImplementedError

    def do_down(self) -> None:
        """One line down."""
        self.mover.move(1)

    def do_up(self) -> None:
        """One line up."""
        self.mover.move(-1)

    def do_page_down(self) -> None:
        """One page down."""
        self.mover.page_by(1)

    def do_page_up(self) -> None:
        """One page up."""
        self.mover.page_by(-1)

    def do_half_down(self) -> None:
        """Half a page down."""
        self.mover.page_by(0.5)

    def do_half_up(self) -> None:
        """Half a page up."""
        self.mover.page_by(-0.5)

    def do_top(self) -> None:
        """To the beginning."""
        self.mover.go_end(top=True)

    def do_bottom(self) -> None:
        """To the end."""
        self.mover.go_end(top=False)
