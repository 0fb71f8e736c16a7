from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import an_article
from tui.errors import LibraryError
from tui.library import Library
from tui.library.store import migrations, schema
from tui.library.store.database import Database

LATER = "CREATE TABLE later (id INTEGER PRIMARY KEY);\nINSERT INTO later VALUES (7);\n"


def test_an_older_library_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library.open(tmp_path / "library") as library:
        library.writing.put(an_article("fr", "D'avant."), b"h")
    monkeypatch.setattr(migrations, "VERSIONS", (*schema.VERSIONS, LATER))
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", len(schema.VERSIONS) + 1)
    with Library.open(tmp_path / "library") as library:
        assert library.article("a1").text == "D'avant."
        assert library.writing._database.value("SELECT id FROM later") == 7


def test_a_failed_migration_leaves_the_library_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Library.open(tmp_path / "library").close()
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "VERSIONS", (*schema.VERSIONS, LATER + "INSERT INTO nowhere VALUES (1);\n"))
        patch.setattr(migrations, "SCHEMA_VERSION", len(schema.VERSIONS) + 1)
        with pytest.raises(LibraryError, match="nowhere"):
            Library.open(tmp_path / "library")
    with Library.open(tmp_path / "library") as library:
        assert migrations.version(library.writing._database) == schema.SCHEMA_VERSION
        assert library.writing._database.rows("SELECT name FROM sqlite_master WHERE name = 'later'") == []


def test_a_newer_library_is_refused(tmp_path: Path) -> None:
    Library.open(tmp_path / "library").close()
    database = Database(tmp_path / "library" / "library.db")
    database.run("PRAGMA user_version = 999")
    database.close()
    with pytest.raises(LibraryError, match="newer visavis"):
        Library.open(tmp_path / "library")
