"""What the reader states when adding."""

from __future__ import annotations

from dataclasses import dataclass

from tui.model.article import Lang, Published


@dataclass(frozen=True, slots=True)
class AddOptions:
    """What the reader knows better than the input, and how adding is to go.

    ``lang``, ``published``, ``source`` replace what the input says, ``tags`` are put on what is added;
    ``off_rules`` names cleaning rules to leave out; ``private`` allows private addresses; ``raw`` and
    ``lines`` read as ``inspect`` does. ``pair`` and ``index`` off leave that to a later run. ``removed``
    off passes over what the reader deleted (a feed's articles must not come back).
    """

    lang: Lang | None = None
    published: Published | None = None
    source: str | None = None
    tags: tuple[str, ...] = ()
    off_rules: frozenset[str] = frozenset()
    base: str | None = None
    private: bool = False
    raw: bool = False
    lines: bool = False
    pair: bool = True
    index: bool = True
    removed: bool = True
