from __future__ import annotations

from pathlib import Path

from tui.library import samples
from tui.library.store.database import Database


def test_the_sample_library_as_shipped_is_made_of_the_texts_as_shipped(tmp_path: Path) -> None:
    with samples.open_samples(tmp_path / "samples") as library:
        assert samples.is_complete(library), "run `python -m tui.pipeline.samples`"
        assert library.counts().articles == len(samples.texts())
        for article in library.reading.articles():
            assert article.path is None
            assert article.key.startswith("sample:")


def test_the_sample_library_names_no_path_of_the_machine_it_was_made_on() -> None:
    data = samples.READY.read_bytes()
    assert str(Path(__file__).parents[2]).encode() not in data


def test_every_story_in_two_languages_is_a_pair(tmp_path: Path) -> None:
    stories = {path.parent.name for path in samples.texts()}
    both = {
        name for name in stories if len([path for path in samples.texts() if path.parent.name == name]) == 2
    }
    with samples.open_samples(tmp_path / "samples") as library:
        paired = {library.article(pair.fr).key.split(":")[1].split("/")[0] for pair in library.pairs()}
        assert paired == both


def test_a_sample_library_of_older_texts_is_replaced(tmp_path: Path) -> None:
    with samples.open_samples(tmp_path / "samples") as library:
        library.writing.set_meta(samples.STAMP, b"older")
        library.remove(["a1"])
    with samples.open_samples(tmp_path / "samples") as library:
        assert samples.is_complete(library)
        assert library.article("a1").id == "a1"


def test_what_the_reader_marked_in_the_samples_stays(tmp_path: Path) -> None:
    with samples.open_samples(tmp_path / "samples") as library:
        library.mark(["a1"], "read")
    with samples.open_samples(tmp_path / "samples") as library:
        assert any(row.read for row in library.rows())


def test_it_is_shipped_as_one_plain_file(tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(samples.READY.read_bytes())
    database = Database(copy)
    assert database.value("PRAGMA integrity_check") == "ok"
    database.close()
