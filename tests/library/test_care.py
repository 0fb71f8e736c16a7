from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.builders import an_article
from tui.errors import LibraryError
from tui.library import Library
from tui.library.index.disk import guard
from tui.library.searching import search
from tui.model.keeping import Level
from tui.model.listing import Progress


def faults(library: Library) -> list[str]:
    return [finding.what for finding in library.doctor() if finding.level is Level.FAULT]


def test_a_sound_library_has_no_faults(library: Library) -> None:
    library.searching.sync()
    assert faults(library) == []


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("DELETE FROM bodies WHERE article = 3", "lost their text"),
        ("DELETE FROM identities WHERE id = 3", ""),
        (
            "INSERT INTO pairs (fr, en, mode, score, data) VALUES (77, 78, 'aligned', 1, x'')",
            "lost an article",
        ),
        ("INSERT INTO copies VALUES (90, 91)", "copies belong to no article"),
        ("DELETE FROM entries WHERE id = 3", "missing from the list"),
        ("UPDATE tallies SET value = 99 WHERE name = 'read'", "counts of read"),
    ],
)
def test_what_is_wrong_is_said_and_mended(library: Library, damage: str, said: str) -> None:
    database = library.writing._database
    with database.writing():
        database.run(damage)
    if said:
        assert any(said in fault for fault in faults(library))
    library.repair()
    assert faults(library) == []
    assert library.counts().articles == len(library.rows())


def test_an_open_directory_is_said_and_closed(library: Library) -> None:
    library.path.chmod(0o755)
    assert any("Others can read" in fault for fault in faults(library))
    library.repair()
    assert library.path.stat().st_mode & 0o777 == 0o700


def test_a_missing_index_stops_nothing_and_is_made_again(library: Library) -> None:
    assert [hit.id for hit in library.search("digues")] == ["a3"]
    shutil.rmtree(library.path / "index")
    with Library.open(library.path) as other:
        assert len(other.rows()) == 5
        assert any("index" in fault for fault in faults(other))
        assert [hit.id for hit in other.search("digues")] == ["a3"]
        assert faults(other) == []


@pytest.mark.filterwarnings("ignore:.*unclosed file")  # Whoosh leaves a broken table of contents open
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_damaged_index_is_made_again(library: Library) -> None:
    library.search("digues")
    for path in (library.path / "index").iterdir():
        if path.is_file() and path.name != "seal":
            path.write_bytes(b"\0" * path.stat().st_size)
    with Library.open(library.path) as other:
        assert [hit.id for hit in other.search("digues")] == ["a3"]


def test_an_index_of_someone_elses_is_never_opened(library: Library) -> None:
    library.search("digues")
    index = library.path / "index"
    shutil.copytree(index, library.path / "copy")
    shutil.rmtree(index)
    (library.path / "copy").rename(index)
    with Library.open(library.path) as other:
        assert other.searching.index.opened() is None
        assert other.searching.trouble
        assert [hit.id for hit in other.search("digues")] == ["a3"]
        assert other.searching.trouble is None


def test_who_does_not_mend_the_index_searches_titles_until_somebody_has(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "AT_ONCE", 0)
    library.search("digues")
    title = library.rows("lang:fr", limit=1)[0].title.split()[0]
    monkeypatch.setattr(guard, "FORMAT", guard.FORMAT + 1)
    with Library.open(library.path) as patient:
        patient.searching.mends = False
        assert title in {hit.title.split()[0] for hit in patient.search(title)}
        assert patient.suggest(title)
        assert patient.did_you_mean("digeus") is None
        assert "older" in (patient.searching.trouble or "")
        list(library.reindex())
        assert [hit.id for hit in patient.search("digues")] == ["a3"]
        assert patient.searching.trouble is None
        patient.searching.index.load()
        assert [hit.id for hit in patient.suggest("digu")] == ["a3"]


def test_a_search_tells_how_far_the_index_it_needs_is(library: Library) -> None:
    told = list[Progress]()
    library.searching.told = told.append
    assert [hit.id for hit in library.search("digues")] == ["a3"]
    assert (told[-1].stage, told[-1].done) == ("indexing", 5)


def test_a_backup_restores_everything(library: Library, tmp_path: Path) -> None:
    library.mark(["a1"], "star")
    library.note("a3", "gardé")
    rows, entries = library.rows(), library.entries().window(0, 9)
    library.backup(tmp_path / "copy")
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o600
    library.remove("lang:fr")
    library.writing.put(an_article("en", "Later."), b"later")
    library.restore(tmp_path / "copy")
    assert library.rows() == rows
    assert library.entries().window(0, 9) == entries
    assert library.notes_of("a3")[0].text == "gardé"
    assert [hit.id for hit in library.search("digues")] == ["a3"]
    with Library.open(tmp_path / "elsewhere") as other:
        other.restore(tmp_path / "copy")
        assert other.rows() == rows


def test_a_backup_replaces_no_file(library: Library, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("mine")
    with pytest.raises(LibraryError, match="there already"):
        library.backup(tmp_path / "there")
    with pytest.raises(LibraryError, match="cannot be written"):
        library.backup(tmp_path / "no" / "such" / "folder")
    assert (tmp_path / "there").read_text() == "mine"


def test_only_a_backup_is_restored(library: Library, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("not a library")
    for source in (tmp_path / "text", tmp_path / "none"):
        with pytest.raises(LibraryError):
            library.restore(source)
    assert library.counts().articles == 5
