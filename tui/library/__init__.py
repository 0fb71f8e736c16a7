"""The library: SQLite store, Whoosh index, and the facade that the app and the command line talk to."""

from __future__ import annotations

from tui.library.library import Library

__all__ = ["Library"]
