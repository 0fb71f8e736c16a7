from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import an_article
from tui.errors import DiskFullError, LibraryError
from tui.library import Library
from tui.library.store.database import Database, examine


def half_done(database: Database) -> None:
    with database.writing():
        database.run("INSERT INTO tags VALUES ('x', 1)")
        database.run("INSERT INTO nowhere VALUES (1)")


def test_a_transaction_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        database = Database(tmp_path / "library" / "library.db")
        with pytest.raises(LibraryError, match="nowhere"):
            half_done(database)
        assert database.value("SELECT COUNT(*) FROM tags") == 0
        assert library.counts().articles == 0
        database.close()


def test_a_full_disk_is_said_and_costs_nothing(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        first = library.writing.put(an_article("fr", "Tient encore."), b"h")
        database = library.writing._database
        pages = database.value("PRAGMA page_count")
        database.run(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DiskFullError, match="no room left"):
            library.writing.put(an_article("fr", "Ne tient plus. " * 50_000), b"h")
        assert [row.id for row in library.rows()] == [first]
        database.run("PRAGMA max_page_count = 1000000000")
        library.writing.put(an_article("fr", "Tient de nouveau."), b"h")
        assert library.counts().articles == 2


def test_a_damaged_store_is_named(tmp_path: Path) -> None:
    path = tmp_path / "library"
    path.mkdir()
    (path / "library.db").write_bytes(b"no database at all" * 1000)
    with pytest.raises(LibraryError, match=r"library\.db is damaged"):
        Library.open(path)


def test_ids_are_looked_up_in_portions(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        library.writing.put(an_article("fr", "Un."), b"h")
        assert [
            row[0]
            for row in library.writing._database.among(
                "SELECT id FROM articles WHERE id IN ({})", range(5000)
            )
        ] == [1]


def test_a_file_is_examined_without_being_touched(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"something else")
    assert examine(path) == (False, 0)
    assert path.read_bytes() == b"something else"
    assert [found.name for found in tmp_path.iterdir()] == ["file"]
