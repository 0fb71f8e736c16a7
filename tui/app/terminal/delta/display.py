"""The display: an App mixin that sends only what changed on the terminal.

Uses private parts of Textual (``_display``, the compositor's updates): the version is pinned, a fuzz test
compares the screen with the one Textual draws, and ``VISAVIS_PLAIN_DISPLAY=1`` turns all of this off.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App
from textual.widgets import Input

from tui.app.terminal.delta.pacing import LOST_AFTER, QUESTION, Pacing
from tui.app.terminal.delta.pens import Pens
from tui.app.terminal.delta.surface import Surface
from tui.app.terminal.memory import rows_of

if TYPE_CHECKING:
    from rich.color import ColorSystem
    from rich.console import RenderableType
    from textual import messages
    from textual.screen import Screen
    from textual.timer import Timer

    from tui.app.terminal.prepaint import Saved

SYNC_FROM = 1200
"""Bytes of a frame that may arrive in pieces; a shorter one fits a TCP segment."""
PLAIN = "VISAVIS_PLAIN_DISPLAY"
_PLAIN_TERMINALS = frozenset({"dumb", "unknown", "vt52", "ansi"})
"""Terminals without scroll regions or erasing."""


def wants_plain(env: Mapping[str, str]) -> bool:
    """Tell whether Textual's own output is to be used: asked for, or the terminal lacks what we need."""
    return bool(env.get(PLAIN)) or env.get("TERM", "dumb") in _PLAIN_TERMINALS


class DeltaDisplay(App[int]):
    """An app whose frames are differences."""

    is_plain_display = False
    erases_in_colour = True
    painted: Saved | None = None
    """What was painted before the first frame, if anything was."""

    _surface: Surface | None = None
    _pacing: Pacing | None = None
    _late: Timer | None = None
    _held = False

    def hold_frames(self) -> None:
        """Draw, but send nothing yet."""
        self._held = True

    def release_frames(self) -> None:
        """Send what was drawn meanwhile."""
        self._held = False
        self._send_frame()

    def frame_sent(self) -> None:
        """Be told that the screen changed."""

    @property
    def surface(self) -> Surface | None:
        """What the terminal shows, None before the first frame and where Textual draws by itself."""
        return self._surface

    def resend(self) -> None:
        """Send the whole screen with the next frame: somebody else wrote to the terminal."""
        if self._surface is not None:
            self._surface.forget()
            self._send_frame()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if not isinstance(renderable, (LayoutUpdate, ChopsUpdate)) or not self._sends_deltas():
            if renderable is not None:
                self._surface = None
            super()._display(screen, renderable)
            return
        try:
            surface = self._current_surface()
            if isinstance(renderable, LayoutUpdate):
                surface.draw_layout(renderable)
            else:
                surface.draw_chops(renderable)
            self._send_frame()
        finally:
            self.post_display_hook()

    def _sends_deltas(self) -> bool:
        driver = self._driver
        is_quiet = self._batch_count or not self._running or self._closed
        return not (
            self.is_plain_display or is_quiet or driver is None or driver.is_headless or driver.is_inline
        )

    def _current_surface(self) -> Surface:
        width, height = self.size
        surface = self._surface
        if surface is None or (surface.width, surface.height) != (width, height):
            pens = surface.pens if surface else Pens(self._colours(), erases_in_colour=self.erases_in_colour)
            surface = self._surface = Surface(width, height, pens)
            self._pacing = self._pacing or Pacing()
            if self.painted is not None:
                surface.believe(rows_of(self.painted, width, pens))
            self.painted = None
        return surface

    def _colours(self) -> ColorSystem | None:
        return self.console._color_system  # noqa: SLF001 (what the terminal can show; there is no public name)

    def _send_frame(self) -> None:
        """Send the difference, or go on merging while the line is behind."""
        surface, pacing, driver = self._surface, self._pacing, self._driver
        if surface is None or pacing is None or driver is None or self._held:
            return
        if pacing.is_behind:
            self._wait_for_answer()
            return
        frame = surface.frame()
        out = frame + self._cursor_move(after_frame=bool(frame))
        if not out:
            return
        if self._sync_available:
            out = f"\x1b[?2026h{out}\x1b[?2026l" if len(out) > SYNC_FROM else out
            out += QUESTION if pacing.asks(len(out)) else ""
        driver.write(out)
        driver.flush()
        self.frame_sent()

    def _cursor_move(self, *, after_frame: bool) -> str:
        """Put the hidden cursor where one types: input methods and screen readers look there."""
        if not isinstance(self.focused, Input):
            return ""
        place = self.screen.outer_size.clamp_offset(self.cursor_position)
        if place == self._previous_cursor_position and not after_frame:
            return ""
        self._previous_cursor_position = place
        return f"\x1b[{place.y + 1};{place.x + 1}H"

    def _wait_for_answer(self) -> None:
        if self._late is None:
            self._late = self.set_timer(LOST_AFTER, self._answer_is_late)

    def _answer_is_late(self) -> None:
        self._late = None
        self._send_frame()

    def _on_terminal_supports_synchronized_output(
        self, message: messages.TerminalSupportsSynchronizedOutput
    ) -> None:
        super()._on_terminal_supports_synchronized_output(message)
        if self._pacing is not None:
            self._pacing.answered()
            self._send_frame()

    async def _shutdown(self) -> None:
        if self._driver is not None and self._surface is not None:
            self._driver.write("\x1b[m")
        await super()._shutdown()
