"""The app: screens, theme, language and keys put together."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.filter import Monochrome, NoColor
from textual.timer import Timer
from textual.widgets import Input

from tui.app.adder import Adder
from tui.app.commands.keys import Keymap, keymap
from tui.app.desk import Desk
from tui.app.ports import Listing, Opened
from tui.app.render.styles import Palette
from tui.app.render.themes import DEFAULT, THEMES, following, own_themes
from tui.app.requests import expected, opened
from tui.app.screens.common.base import CommandScreen
from tui.app.screens.library import LibraryScreen
from tui.app.screens.over import Opens
from tui.app.shelf import Shelf
from tui.app.terminal.delta.display import DeltaDisplay, wants_plain
from tui.app.terminal.driver import TerminalDriver
from tui.app.terminal.layout import Layout, of_settings
from tui.app.terminal.leaving import watch_signals
from tui.app.terminal.memory import saved_from
from tui.app.terminal.prepaint import Saved, screen_key, wants_ascii
from tui.config import Settings
from tui.errors import nearest
from tui.locale import resolve, tr, use

if TYPE_CHECKING:
    from textual.theme import Theme

    from tui.app.desk import Receiver
    from tui.app.screens.reading import ReadingScreen
    from tui.model.article import Lang

Early = Future[Listing]
"""The first rows, read while Textual was loading."""
Remember = Callable[[Saved], None]
"""Keeps a screen for the next start."""
HELD_SECONDS = 0.25
"""Longest the first frame waits for rows: by then a reader wants to see that something happens."""
READY_SECONDS = 0.3
"""When the reading screen is made: after the first keys, before the first article."""
REST_SECONDS = 0.4
"""How long after a change the screen is kept for the next start."""
EARLY_SECONDS = 0.5
"""How long the first rows may keep the first frame waiting; later they come by message."""

INTERRUPTED = 130


class VisavisApp(Opens, DeltaDisplay):
    """The reader."""

    CSS_PATH = "app.tcss"
    TITLE = "visavis"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", priority=True, show=False),
        Binding("ctrl+q", "leave_now", priority=True, show=False),
    ]

    def __init__(self, desk: Desk, adder: Adder, settings: Settings, env: Mapping[str, str]) -> None:
        super().__init__(driver_class=TerminalDriver)
        use(resolve(settings.language, env))
        self.desk, self.adder, self.settings, self.env = desk, adder, settings, env
        self.arranged = of_settings(settings)
        self.keep_layout: Callable[[Layout], None] | None = None
        self.query_words = ""
        self.early: Early | None = None
        self.early_above = 0
        self.shelf: Shelf | None = None
        self.remember: Remember | None = None
        self.look_key = ""
        self.keys: Keymap = keymap(settings.preset, settings.keys)
        self.is_ascii = wants_ascii(env)
        self.is_plain_display = wants_plain(env)
        self.erases_in_colour = not env.get("TERM", "").startswith("screen")
        self.palette = Palette({})
        self.has_mouse = False
        self._saving: Timer | None = None
        self._typed_ahead: list[events.Key] | None = []
        self._reading: ReadingScreen | None = None
        self._began_with = ("", "")
        self._keep_cues_without_colour(settings)
        self.theme_faults: tuple[str, ...] = ()
        self.theme_names: tuple[str, ...] = ()
        self._take_themes(THEMES)
        self.theme = self._first_theme(settings)

    def use_own_themes(self, folder: Path) -> None:
        """Take the reader's themes from a folder; what is wrong with them is told on the first screen."""
        own, self.theme_faults = own_themes(folder)
        self._take_themes(own)
        self.theme = self._first_theme(self.settings)
        if self.settings.theme not in self.theme_names and not self.theme_faults:
            why = tr("no file {file}", file=folder / f"{self.settings.theme}.toml")
            why += nearest(self.settings.theme, self.theme_names)
            said = tr("The theme {name} cannot be used: {why}")
            self.theme_faults = (said.format(name=self.settings.theme, why=why),)

    def _take_themes(self, themes: tuple[Theme, ...]) -> None:
        for theme in themes:
            self.register_theme(theme)
        self.theme_names += tuple(theme.name for theme in themes if theme.name not in self.theme_names)

    def _keep_cues_without_colour(self, settings: Settings) -> None:
        """Leave colours out ourselves: Textual's filters paint black on black, or in grey."""
        self.has_colours = not self.no_color and settings.color != "never"
        self._filters[:] = [kept for kept in self._filters if not isinstance(kept, (NoColor, Monochrome))]
        self.no_color = False

    def _first_theme(self, settings: Settings) -> str:
        if not self.has_colours:
            return "mono"
        return settings.theme if settings.theme in self.theme_names else DEFAULT

    @property
    def prefer(self) -> str:
        """The language of titles in lists."""
        return self.settings.prefer if self.settings.prefer in {"fr", "en"} else self.language

    def on_mount(self) -> None:
        """Show the library; send nothing before its rows are there."""
        if not self.is_headless:
            watch_signals(self.leave)
            self.hold_frames()
            self.set_timer(HELD_SECONDS, self.release_frames)
        self._restyle()
        self._began_with = (self.language, self.theme)
        self.app_resume_signal.subscribe(self, lambda _app: self.redraw())
        self.theme_changed_signal.subscribe(self, lambda _theme: self._restyle())
        self.library = LibraryScreen(self.keys)
        self.install_screen(self.library, "library")
        self.push_screen(self.library)

    def _restyle(self) -> None:
        self.palette = Palette(self.current_theme.variables, colours=self.has_colours)

    def arrange(self, layout: Layout) -> None:
        """Take another layout, and keep it for the next session."""
        self.arranged, keep = layout, self.keep_layout
        if keep is not None:
            self.desk.tell(lambda _: keep(layout))

    def take_early(self) -> Listing | None:
        """Return the first rows if they could be read while Textual was loading."""
        early, self.early = self.early, None
        if early is None:
            return None
        try:
            return early.result(timeout=EARLY_SECONDS)
        except Exception:  # noqa: BLE001 (asked again by message, where its failure is told)
            return None

    def first_screen_ready(self) -> None:
        """Be told that the list stands: what follows may take its time."""
        self.call_after_refresh(self.text_arrived)
        if self._held and not self.library.awaits_side:
            self.call_after_refresh(self.release_frames)
        if not gc.get_freeze_count():
            gc.freeze()
            gc.enable()
            self.set_timer(READY_SECONDS, self._prepare_reading)
            for fault in self.theme_faults:
                self.library.notice(fault, warning=True)
            self._welcome()

    def _welcome(self) -> None:
        shelf = self.shelf
        if shelf is not None and shelf.wants_welcome:
            from tui.app.screens.welcome import WelcomeScreen  # noqa: PLC0415 (first runs only)

            seen = WelcomeScreen(lambda: self.desk.tell(lambda _: shelf.welcomed()))
            self.push_screen(seen, self._after_welcome)

    def _after_welcome(self, key: str | None) -> None:
        if key:
            self.call_after_refresh(self._check_bindings, key)

    def _prepare_reading(self) -> None:
        if self.is_running and not self.reading.is_running:
            self._get_screen(self.reading)
        if self.library.children and (item := self.library.item):  # the app may be left by now
            self.desk.tell(lambda library: expected(library, item.id))

    @property
    def reading(self) -> ReadingScreen:
        """The reading screen, made when it is first asked for."""
        if self._reading is None:
            from tui.app.screens.reading import ReadingScreen  # noqa: PLC0415 (after the start)

            self._reading = ReadingScreen(self.keys)
            self.install_screen(self._reading, "reading")
        return self._reading

    # The last screen

    def frame_sent(self) -> None:
        """Keep the screen for the next start once it is at rest."""
        if self._saving is None and self.remember is not None:
            self._saving = self.set_timer(REST_SECONDS, self._save_screen)

    def _save_screen(self) -> None:
        self._saving = None
        surface, remember = self.surface, self.remember
        if (
            surface is None
            or remember is None
            or self.screen is not self.library
            or not self.library.is_plain_list
            or (self.language, self.theme) != self._began_with  # the next start will not look so
        ):
            return
        key = screen_key(surface.width, surface.height, self.look_key)
        saved = saved_from(surface, key, self.library.place_kept())
        self.desk.tell(lambda _: remember(saved))

    def open(self, to: Receiver, text_id: str, goal: tuple[Lang, int] | None = None) -> None:
        """Read a text for a screen, at a segment if one is said; what is typed meanwhile is meant for it."""
        self._typed_ahead = self._typed_ahead if self._typed_ahead is not None else []
        self.desk.ask(to, "open", lambda library: opened(library, text_id, goal=goal))

    def text_arrived(self) -> None:
        """Let what was typed ahead act, on the text or, after the start, on the list."""
        typed, self._typed_ahead = self._typed_ahead or [], None
        for key in typed:
            self.call_later(self._act_on, key)

    async def _act_on(self, key: events.Key) -> None:
        """Run what a key is bound to; a fresh event would be lost on widgets that have just been made."""
        if isinstance(self.focused, Input):
            self.focused.post_message(events.Key(key.key, key.character))
        else:
            await self._check_bindings(key.key)

    async def on_event(self, event: events.Event) -> None:
        """Keep keys for the text that is being opened."""
        if isinstance(event, events.Key) and self._typed_ahead is not None and event.key != "ctrl+c":
            self._typed_ahead.append(event)
            return
        await super().on_event(event)

    def read(self, text: Opened, neighbour: Callable[[int], str | None]) -> None:
        """Show a text on the reading screen; over a text that is open, on one of its own."""
        screen = self.reading if self.reading not in self.screen_stack else type(self.reading)(self.keys)
        screen.show(text, neighbour)
        self.push_screen(screen)
        self.call_after_refresh(self.text_arrived)

    def back_to_library(self) -> None:
        """Leave the reading screen."""
        self.pop_screen()
        self.library_changed()

    def library_changed(self) -> None:
        """Have the list read again: states may have changed."""
        if self.library.children:  # taken down first when the app is left while articles are added
            self.library.reload_here()

    def is_outgrown(self) -> bool:
        """Tell whether the samples are shown and the reader's own library was written meanwhile."""
        return self.shelf is not None and self.shelf.is_outgrown()

    def articles_added(self) -> None:
        """Have the list read again, from the reader's own library from now on."""
        self.desk.renew()
        self.library_changed()

    # Leaving

    def leave(self, status: int) -> None:
        """Save the place and leave with ``status``."""
        if self._reading is not None and isinstance(self.screen, type(self._reading)):
            self.screen.save_place()
        self._save_screen()
        self.exit(status, return_code=status)

    def action_interrupt(self) -> None:
        """Ctrl-C."""
        self.leave(INTERRUPTED)

    def action_leave_now(self) -> None:
        """Ctrl-Q, from anywhere."""
        self.leave(0)

    # Commands that act anywhere

    def do_interrupt(self) -> None:
        """Leave at once."""
        self.leave(INTERRUPTED)

    def do_language(self) -> None:
        """Speak the other language."""
        use("en" if self.language == "fr" else "fr")
        self.arrange(replace(self.arranged, language=self.language))
        for screen in self.screen_stack:
            if isinstance(screen, CommandScreen):
                screen.speak()

    def do_theme(self) -> None:
        """Take the next theme."""
        self.theme = following(self.theme, self.theme_names)
        self.arrange(replace(self.arranged, theme=self.theme))
        self.here.notice(tr("Theme: {name}", name=self.theme))

    def do_mouse(self) -> None:
        """Turn the mouse on or off."""
        self.send("\x1b[?1000l\x1b[?1006l" if self.has_mouse else "\x1b[?1000h\x1b[?1006h")
        self.has_mouse = not self.has_mouse

    def do_suspend(self) -> None:
        """Leave for the shell until ``fg``."""
        self.action_suspend_process()

    def redraw(self) -> None:
        """Send the whole screen again."""
        self.resend()
        self.refresh(layout=True)

    def _fatal_error(self) -> None:
        """Leave; what went wrong is told by whoever started us, without the texts that were open."""
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()

    @property
    def fault(self) -> Exception | None:
        """What stopped the app, if it did not leave by itself."""
        return self._exception

    def send(self, sequence: str) -> None:
        """Write a sequence to the terminal, past the screen."""
        if self._driver is not None:
            self._driver.write(sequence)
            self._driver.flush()
