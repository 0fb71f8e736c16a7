"""What a caller may ask of reading, and what it gets for an input that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

from tui.model.article import Lang, Published


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read: what the reader knows better than the input, and how much to leave alone.

    ``raw`` keeps the text exactly as decoded (no cleaning, no newline, Unicode or mojibake repair);
    ``lines`` implies it. ``lang``, ``published`` and ``source`` replace what the input says.
    ``off_rules`` names cleaning rules to leave out. ``base`` is the address a saved page came from.
    ``private`` allows fetching from private addresses. ``linked`` gives a feed's entries without text too.
    """

    raw: bool = False
    lines: bool = False
    lang: Lang | None = None
    published: Published | None = None
    source: str | None = None
    off_rules: frozenset[str] = frozenset()
    base: str | None = None
    private: bool = False
    linked: bool = False

    @property
    def exact(self) -> bool:
        """Tell whether offsets must be those of the decoded input."""
        return self.raw or self.lines


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that gave no document: ``why`` in one line; not ``failed`` means passed over on purpose."""

    key: str
    why: str
    failed: bool = True
