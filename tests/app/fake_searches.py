"""Searches kept in memory, and lists under headings."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.model.keeping import SavedSearch
from tui.model.listing import Entry, Heading


@dataclass
class FakeSearches:
    """Saved searches and their history."""

    kept: dict[str, str] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)

    def saved(self) -> tuple[SavedSearch, ...]:
        return tuple(SavedSearch(name, query) for name, query in sorted(self.kept.items()))

    def save(self, name: str, query: str) -> None:
        self.kept[name] = query

    def rename(self, name: str, other: str) -> bool:
        self.kept[other] = self.kept.pop(name)
        return True

    def forget(self, name: str) -> bool:
        return self.kept.pop(name, None) is not None

    def remember(self, query: str) -> None:
        self.made.insert(0, query)

    def history(self, limit: int = 200) -> tuple[str, ...]:
        return tuple(self.made[:limit])


@dataclass
class FakeGrouped:
    """A list in the order of its groups."""

    held: tuple[Entry, ...]
    headings: tuple[Heading, ...]

    def __len__(self) -> int:
        return len(self.held)

    def window(self, start: int, stop: int) -> tuple[Entry, ...]:
        return self.held[max(0, start) : max(0, stop)]

    def position(self, entry_id: str) -> int | None:
        return next((at for at, entry in enumerate(self.held) if entry.id == entry_id), None)


def by_month(held: tuple[Entry, ...]) -> FakeGrouped:
    """Group entries that stand in the order of their days."""
    days = [str(entry.published)[:7] if entry.published else "" for entry in held]
    firsts = [at for at, day in enumerate(days) if at == 0 or days[at - 1] != day]
    ends = [*firsts[1:], len(held)]
    return FakeGrouped(
        held, tuple(Heading(at, days[at], end - at) for at, end in zip(firsts, ends, strict=True))
    )
