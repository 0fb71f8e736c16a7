"""The commands that the linear mode does not have, each with its reason."""

from __future__ import annotations

from tui.locale import later

_PANES = later("there are no panes: both sides are said with each passage, flip reads along the other one")
_DRAWN = later("nothing is drawn here")
_NAMED = later("rows are named by their numbers: star 3; all stands for the whole list")
_TERMINAL = later("what was said is in the terminal, where it can be copied")
_LINES = later("lines have no columns")
REASONS = {
    "half-down": later("ten rows are said at a time: Enter goes on"),
    "half-up": later("ten rows are said at a time: page-up goes back"),
    "pane-left": _PANES, "pane-right": _PANES, "link": _PANES,
    "preview": later("a row's number opens it"), "zen": _DRAWN, "colours": _DRAWN, "theme": _DRAWN,
    "redraw": _DRAWN, "justify": _LINES, "narrower": _LINES, "wider": _LINES, "columns": _LINES,
    "select": _NAMED, "select-all": _NAMED, "copy": _TERMINAL, "copy-pair": _TERMINAL,
    "mouse": later("there is nothing to click on"),
    "suspend": later("the terminal's own Ctrl-Z does that"),
}  # fmt: skip
