"""Our driver: takes over a painted screen, asks the terminal for little, and always gives it back."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.drivers.linux_driver import LinuxDriver

_ALTERNATE_SCREEN = "\x1b[?1049h"
_POINTER_SHAPE = "\x1b]22;"


class TerminalDriver(LinuxDriver):
    """Textual's driver with a screen that may be there already.

    ``is_painted`` and ``attributes`` are set before the app runs: whether the alternate screen was entered,
    and the terminal's settings from before.
    """

    is_painted: ClassVar[bool] = False
    attributes: ClassVar[list[Any] | None] = None

    def write(self, data: str) -> None:
        """Write; the alternate screen is entered once (some terminals clear it each time)."""
        if data.startswith(_POINTER_SHAPE):
            return  # the mouse is off, and not every terminal knows to ignore it
        if data == _ALTERNATE_SCREEN and type(self).is_painted:
            type(self).is_painted = False
            return
        super().write(data)

    def start_application_mode(self) -> None:
        """Start; what is put back at the end is what was there before the curtain."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if type(self).attributes is not None:
            self.attrs_before = type(self).attributes
