"""Queries answered: filters by the store, ranking by the index, snippets from the store's texts."""

from tui.library.searching.search import Searching

__all__ = ["Searching"]
