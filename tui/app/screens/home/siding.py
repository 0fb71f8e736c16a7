"""The panel beside the list: saved searches, or what the list has in common."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from tui.locale import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.app.messages import PanelChosen
    from tui.app.render.study.side import Tallied
    from tui.app.screens.home.asks import FacetsLoaded, TalliesLoaded
    from tui.app.screens.library import LibraryScreen
    from tui.app.widgets.side_panel import SidePanel
    from tui.model.keeping import Facet

SIDE_FROM = 100
"""Cells from which the panel stays beside the list; under that it comes while it has the keys."""
BOTH_FROM = 72
"""Cells from which rows beside the panel can still be read; under that it covers the list."""
SEARCHES, FACETS = "searches", "facets"


class Sides:
    """Opens, fills and closes the panel; ``awaits_side`` tells that its first lines are still to come."""

    side: SidePanel | None = None
    awaits_side = False
    _is_over = False
    _tallies: Sequence[Tallied] = ()
    _facets: dict[str, tuple[Facet, ...]] | None = None
    _unfolded: frozenset[str] = frozenset()

    @property
    def _beside(self) -> LibraryScreen:
        return cast("LibraryScreen", self)

    @property
    def side_kind(self) -> str:
        """What the panel shows when it is open: ``searches``, ``facets`` or ""."""
        return self._beside.look.arranged.panel

    @property
    def side_has_keys(self) -> bool:
        """Tell whether the panel has the keys."""
        return self.side is not None and self.side.has_focus

    @property
    def has_side_over(self) -> bool:
        """Tell whether the panel lies over the list."""
        return self.side is not None and self.side.display and self._is_over

    def start_side(self) -> None:
        """Put up the panel that was open when the reader left last."""
        self.awaits_side = self.side_kind in {SEARCHES, FACETS} and self._has_room
        if self.awaits_side:
            self._place_side()

    @property
    def _has_room(self) -> bool:
        return self._beside.look.size.width >= SIDE_FROM

    def do_facets(self) -> None:
        """Show or hide what the list has in common."""
        self._toggle_side(FACETS)

    def do_searches(self) -> None:
        """Show or hide the saved searches."""
        self._toggle_side(SEARCHES)

    def _toggle_side(self, kind: str) -> None:
        if self.side is not None and self.side.display and self.side_kind == kind:
            self.close_side()
        else:
            self.open_side(kind)

    def open_side(self, kind: str) -> None:
        """Open the panel and give it the keys."""
        screen = self._beside
        screen.look.arrange(replace(screen.look.arranged, panel=kind))
        self._place_side()
        if self.side is not None:
            self.side.focus()

    def close_side(self) -> None:
        """Give the panel's room back to the list."""
        screen = self._beside
        screen.look.arrange(replace(screen.look.arranged, panel=""))
        if self.side is not None:
            self.side.display = False
        self._cover_list()
        screen.rows.focus()

    def leave_side(self) -> None:
        """Give the keys back to the list; a panel over it goes."""
        if self.side is not None and self._is_over:
            self.side.display = False
        self._cover_list()
        self._beside.rows.focus()

    def _cover_list(self) -> None:
        screen, side = self._beside, self.side
        is_small = screen.look.size.width < BOTH_FROM
        shown = side is not None and side.display
        screen.set_class(shown and is_small, "covered")
        screen.rows.leaps = shown

    def _place_side(self) -> None:
        screen = self._beside
        if self.side is None:
            from tui.app.widgets.side_panel import SidePanel  # noqa: PLC0415 (only readers with a panel)

            self.side = SidePanel(widget_id="side")
            screen.query_one("#body").mount(self.side, before=0)
        self._is_over = not self._has_room
        self.side.display = True
        self._cover_list()
        self._show_side()
        self.refresh_side()

    def on_resize(self) -> None:
        """Stand beside the list where there is room; leave it alone where there is not."""
        if self.side is None or not self.side_kind:
            return
        self._is_over = not self._has_room
        self.side.display = not self._is_over or self.side_has_keys
        self._cover_list()

    # What it shows

    def refresh_side(self) -> None:
        """Count again what the panel shows, if it is seen."""
        if self.side is None or not self.side.display:
            return
        from tui.app.screens.home import asks  # noqa: PLC0415 (after the start)

        screen, query = self._beside, self._beside.sought
        if self.side_kind == FACETS:
            screen.desk.ask(screen, "facets", lambda library: asks.facets(library, query))
        else:
            screen.desk.ask(screen, "facets", asks.tallies)

    def on_tallies_loaded(self, message: TalliesLoaded) -> None:
        """Show how much each search chooses."""
        self._tallies = message.tallies
        self._show_side()

    def show_facets(self, message: FacetsLoaded) -> None:
        """Show what the list has in common."""
        self._facets = message.facets
        self._show_side()

    def _show_side(self) -> None:
        screen, side = self._beside, self.side
        if side is None:
            return
        from tui.app.render.study.side import Sheet, facet_lines, search_lines  # noqa: PLC0415 (with a panel)

        sheet = Sheet(side.shown_cells, side.glyphs, screen.look.language, screen.sought, self._unfolded)
        if self.side_kind == SEARCHES:
            side.show(SEARCHES, tr("Searches"), search_lines(self._tallies, sheet) if self._tallies else ())
        elif self.side_kind == FACETS:
            side.show(FACETS, tr("Facets"), facet_lines(self._facets or {}, sheet))
        if self.awaits_side and (self._tallies or self._facets is not None):
            self.awaits_side = False
            screen.look.release_frames()

    # What is chosen in it

    def on_panel_chosen(self, message: PanelChosen) -> None:
        """Show what a search chooses, narrow the list by a facet, or unfold one."""
        from tui.app.render.study.side import toggled  # noqa: PLC0415 (only with a panel)

        screen = self._beside
        what, _, rest = message.target.partition(" ")
        if what == "more":
            self._unfolded |= {rest}
            self._show_side()
            return
        is_search = what == "search"
        screen.show_chosen(rest.partition("\t")[2] if is_search else toggled(rest, screen.sought))
        if is_search or self._is_over:
            self.leave_side()
        elif self.side is not None:
            self.side.focus()
        self._show_side()

    @property
    def named_search(self) -> str:
        """The saved search that the panel's current line stands for, ""."""
        what, _, rest = (self.side.target if self.side_has_keys and self.side else "").partition(" ")
        name = rest.partition("\t")[0]
        return name if what == "search" and not name.startswith(":") else ""
