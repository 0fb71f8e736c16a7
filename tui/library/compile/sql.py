"""A query as a condition on the store's articles, with the values to bind."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from json import dumps

from tui.library.compile.plan import all_leaves
from tui.model.article import Kind
from tui.model.query import And, Attribute, Dates, Filter, Node, Not, Or, State
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
    numbers: Numbers
    values: list[str | int] = field(default_factory=list)

    def of(self, node: Node) -> str:
        """Return SQL for ``node``; its values are appended in the order of their places."""
        if isinstance(node, Filter):
            return _FILTERS[node.attribute](self, node.value)
        if isinstance(node, Dates):
            return self._days(node)
        if not _is_mixed(node):
            return self._among(self.numbers(node))
        if isinstance(node, Not):
            return f"NOT ({self.of(node.part)})"
        if isinstance(node, And):
            return self._all(node)
        if isinstance(node, Or):
            return "(" + " OR ".join(map(self.of, node.parts)) + ")"
        return self._among(self.numbers(node))

    def _all(self, node: And) -> str:
        """Ask the index once for all the words together: it knows which are too small to be asked for."""
        words = tuple(part for part in node.parts if not _is_mixed(part))
        rest = [part for part in node.parts if _is_mixed(part)]
        asked = [And(words)] if len(words) > 1 else list(words)
        return "(" + " AND ".join(map(self.of, (*asked, *rest))) + ")"

    def _among(self, numbers: Collection[int]) -> str:
        self.values.append(dumps(sorted(numbers)))
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
        """Return SQL for ``entity:``: its id, or one of its names in either language."""
        self.values += [value, f"%\n{_escaped(fold(value))}\n%"]
        return (
            "a.id IN (SELECT t.article FROM article_entities t JOIN entities e ON e.id = t.entity"
            " WHERE e.entity = ? OR e.folds LIKE ? ESCAPE '\\')"
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


def _is_mixed(node: Node) -> bool:
    """Tell whether some part of ``node`` is the store's to answer."""
    if isinstance(node, Filter | Dates):
        return True
    if isinstance(node, Not):
        return True
    return isinstance(node, And | Or) and any(map(_is_mixed, node.parts))


def title_condition(tree: Node | None) -> tuple[str, tuple[str | int, ...]]:
    """Return SQL that finds the query's words in titles: what search falls back to without an index."""
    words = [fold(leaf.text) for leaf in all_leaves(tree)]
    sql = " AND ".join(["a.title_fold LIKE ? ESCAPE '\\'"] * len(words))
    return sql or _EVERYTHING, tuple(f"%{_escaped(word)}%" for word in words)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
