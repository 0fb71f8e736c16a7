"""What a pair made or taken apart by hand does to stories, until pairing works them out again."""

from __future__ import annotations

from collections.abc import Iterable

from tui.library.store.database import Database
from tui.library.store.undo import Scope, scopes_of

_STORY = "SELECT story FROM story_articles WHERE article = ?"
_LINKED = (
    "SELECT EXISTS (SELECT 1 FROM pairs WHERE fr IN (SELECT article FROM story_articles WHERE story = ?1)"
    " AND en IN (SELECT article FROM story_articles WHERE story = ?1))"
)
_LONGER = "SELECT title FROM articles WHERE id IN (?, ?) ORDER BY words DESC LIMIT 1"
_DAYS = "SELECT MIN(day), MAX(day) FROM articles WHERE id IN (?, ?)"


def story_scopes(database: Database, fr: int, en: int) -> tuple[Scope, ...]:
    """Return the rows of stories that a change to a pair may touch, the next new story among them."""
    held = {database.value(_STORY, (one,)) for one in (fr, en)} - {None}
    following = database.value("SELECT seq FROM sqlite_sequence WHERE name = 'stories'") or 0
    members = database.among("SELECT article FROM story_articles WHERE story IN ({})", held)
    articles = {fr, en, *(row[0] for row in members)}
    return (
        *scopes_of("stories", "id", sorted({*held, following + 1})),
        *scopes_of("story_articles", "article", sorted(articles)),
    )


def told_together(database: Database, fr: int, en: int) -> None:
    """Put two articles, and what stands with either, in one story; inside the caller's ``writing``."""
    ours, theirs = (database.value(_STORY, (one,)) for one in (fr, en))
    story = ours or theirs or _new_story(database, fr, en)
    if ours and theirs and ours != theirs:
        database.run("UPDATE story_articles SET story = ? WHERE story = ?", (ours, theirs))
        database.run("DELETE FROM stories WHERE id = ?", (theirs,))
    rows = [(one, story) for one in (fr, en)]
    database.run_many("INSERT OR REPLACE INTO story_articles VALUES (?, ?)", rows)


def told_apart(database: Database, fr: int, en: int) -> None:
    """Part the languages of a story that nothing but this pair, which is gone, held together.

    The larger side keeps the story if it is one still; inside the caller's ``writing``.
    """
    story = database.value(_STORY, (fr,))
    if story is None or story != database.value(_STORY, (en,)) or database.value(_LINKED, (story,)):
        return
    sides: list[list[int]] = [_side(database, story, lang) for lang in ("fr", "en")]
    kept, left = sorted(sides, key=len, reverse=True)
    gone = left if len(kept) > 1 else kept + left
    database.run_many("DELETE FROM story_articles WHERE article = ?", [(one,) for one in gone])
    if len(kept) < 2:
        database.run("DELETE FROM stories WHERE id = ?", (story,))


def pair_anew(database: Database, articles: Iterable[int]) -> None:
    """Have pairing look at some articles again when it next runs; inside the caller's ``writing``."""
    marks = [(one,) for one in articles]
    database.run_many("UPDATE features SET matched = 0 WHERE article = ?", marks)


def _new_story(database: Database, fr: int, en: int) -> int:
    title = database.value(_LONGER, (fr, en))
    first, last = database.row(_DAYS, (fr, en)) or (None, None)
    return database.insert("INSERT INTO stories (title, first, last) VALUES (?, ?, ?)", (title, first, last))


def _side(database: Database, story: int, lang: str) -> list[int]:
    sql = (
        "SELECT s.article FROM story_articles s JOIN articles a ON a.id = s.article"
        " WHERE s.story = ? AND a.lang = ? ORDER BY s.article"
    )
    return database.column(sql, (story, lang))
