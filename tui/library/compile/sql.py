"""A query as a condition on the store's articles, with the values to bind."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from json import dumps

from tui.model.article import Kind
from tui.model.query import And, Attribute, Dates, Filter, Node, Not, Or, Phrase, State, Word
from tui.text.fold import fold

Numbers = Callable[[Node], Collection[int]]
"""Finds the articles that satisfy a part of the query made of words: the index does."""

_EVERYTHING = "1"
_KINDS = tuple(Kind)

_STATES = {
    State.PAIRED: "EXISTS (SELECT 1 FROM pairs p WHERE p.fr = a.id OR p.en = a.id)",
    State.SINGLE: "NOT EXISTS (SELECT 1 FROM pairs p WHERE p.fr = a.id OR p.en = a.id)",
    State.READ: "EXISTS (SELECT 1 FROM state s WHERE s.article = a.id AND s.read = 1)",
    State.UNREAD: "NOT EXISTS (SELECT 1 FROM state s WHERE s.article = a.id AND s.read = 1)",
    State.STARRED: "EXISTS (SELECT 1 FROM state s WHERE s.article = a.id AND s.starred = 1)",
    State.NOTED: "EXISTS (SELECT 1 FROM notes n WHERE n.article = a.id)",
    State.UNDATED: "a.day IS NULL",
}


@dataclass(slots=True)
class _Condition:
    numbers: Numbers | None
    values: list[str | int] = field(default_factory=list)

    def of(self, node: Node) -> str:
        """Return SQL for ``node``; its values are appended in the order of their places."""
        if isinstance(node, Filter):
            return _FILTERS[node.attribute](self, node.value)
        if isinstance(node, Dates):
            return self._days(node)
        if isinstance(node, Word | Phrase):
            return self._words(node)
        if isinstance(node, Not):
            return f"NOT ({self.of(node.part)})"
        if isinstance(node, Or):
            return "(" + " OR ".join(map(self.of, node.parts)) + ")"
        return self._all(node)

    def _all(self, node: And) -> str:
        """Ask the index once for all the words together: it knows which are too small to be asked for."""
        words = tuple(part for part in node.parts if _is_words(part))
        rest = tuple(part for part in node.parts if not _is_words(part))
        if self.numbers is None or len(words) < 2:
            return "(" + " AND ".join(map(self.of, node.parts)) + ")"
        return "(" + " AND ".join((self._words(And(words)), *map(self.of, rest))) + ")"

    def _words(self, node: Word | Phrase | And) -> str:
        if self.numbers is None:
            return self.holds("a.title_fold", "" if isinstance(node, And) else node.text.strip())
        self.values.append(dumps(sorted(self.numbers(node))))
        return "a.id IN (SELECT value FROM json_each(?))"

    def _days(self, node: Dates) -> str:
        parts = ["a.day IS NOT NULL"]
        for sign, day in ((">=", node.first), ("<=", node.last)):
            if day is not None:
                parts.append(f"a.day {sign} ?")
                self.values.append(day.isoformat())
        return "(" + " AND ".join(parts) + ")"

    def holds(self, column: str, value: str) -> str:
        """Return SQL for a folded column that holds ``value`` anywhere."""
        self.values.append(f"%{_escaped(fold(value))}%")
        return f"{column} LIKE ? ESCAPE '\\'"

    def source(self, value: str) -> str:
        """Return SQL for ``source:``."""
        return self.holds("a.source_fold", value)

    def byline(self, value: str) -> str:
        """Return SQL for ``byline:``."""
        return self.holds("fold(a.byline)", value)

    def entity(self, value: str) -> str:
        """Return SQL for ``entity:``: its id, one of its names in either language, or a person's last one."""
        name = _escaped(fold(value))
        self.values += [value, f"%\n{name}\n%", f"% {name}\n%"]
        return (
            "a.id IN (SELECT t.article FROM article_entities t JOIN entities e ON e.id = t.entity"
            " WHERE t.count > 0 AND (e.entity = ? OR e.folds LIKE ? ESCAPE '\\'"
            f" OR (e.kind = '{Kind.PERSON}' AND e.folds LIKE ? ESCAPE '\\')))"
        )

    def kind(self, value: str) -> str:
        """Return SQL for ``kind:``: a bit of the article's kinds."""
        self.values.append(1 << _KINDS.index(Kind(value)))
        return "a.kinds & ?"

    def lang(self, value: str) -> str:
        """Return SQL for ``lang:``."""
        self.values.append(value)
        return "a.lang = ?"

    def tag(self, value: str) -> str:
        """Return SQL for ``tag:``."""
        self.values.append(value)
        return "EXISTS (SELECT 1 FROM tags g WHERE g.article = a.id AND g.tag = ? COLLATE NOCASE)"

    def state(self, value: str) -> str:
        """Return SQL for ``is:``."""
        return _STATES[State(value)]


_FILTERS: dict[Attribute, Callable[[_Condition, str], str]] = {
    Attribute.SOURCE: _Condition.source,
    Attribute.BYLINE: _Condition.byline,
    Attribute.ENTITY: _Condition.entity,
    Attribute.KIND: _Condition.kind,
    Attribute.LANG: _Condition.lang,
    Attribute.TAG: _Condition.tag,
    Attribute.IS: _Condition.state,
}


def condition(tree: Node | None, numbers: Numbers) -> tuple[str, tuple[str | int, ...]]:
    """Return SQL on ``articles a`` and its values; parts made of words are asked of ``numbers``."""
    made = _Condition(numbers)
    sql = _EVERYTHING if tree is None else made.of(tree)
    return sql, tuple(made.values)


def title_condition(tree: Node | None) -> tuple[str, tuple[str | int, ...]]:
    """Return the same condition with words looked for in titles, for when there is no index."""
    made = _Condition(None)
    sql = _EVERYTHING if tree is None else made.of(tree)
    return sql, tuple(made.values)


def _is_words(node: Node) -> bool:
    """Tell whether the whole of ``node`` is the index's to answer."""
    if isinstance(node, And | Or):
        return all(map(_is_words, node.parts))
    return isinstance(node, Word | Phrase)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
