from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tui.analysis.entities import default_annotator
from tui.analysis.entities.finding.tagging import weights
from tui.analysis.entities.finding.tagging.tagger import model

NOTHING = ["(((", '"', '""', "()", ":", "~", "?", "-"]


@pytest.mark.parametrize("query", NOTHING)
def test_a_query_that_asks_for_nothing_changes_nothing(call: Call, query: str) -> None:
    before = call("list").lines
    for words in (("remove", "--", query), ("mark", "star", "--", query)):
        done = call(*words)
        assert done.status == 2
        assert "asks for nothing" in done.err
    assert call("list").lines == before
    assert call("list", "--", query).lines == []


def test_a_star_is_everything(call: Call) -> None:
    assert call("list", "*").lines == call("list").lines
    assert len(call("search", "--json", "*").objects) == 3
    assert "5" in call("remove", "*").err
    assert call("undo").status == 0


@pytest.mark.parametrize("words", [("list",), ("export", "--format", "csv"), ("mark", "star"), ("search",)])
def test_a_fault_is_pointed_at_wherever_a_query_is_taken(call: Call, words: tuple[str, ...]) -> None:
    done = call(*words, "lang:de")
    assert "lang:de" in done.err
    assert "^" in done.err


def test_results_of_several_queries_stand_below_their_query(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = tmp_path / "queries"
    asked.write_text("timbre\nlang:en\n", "utf-8")
    with asked.open(encoding="utf-8") as lines:
        monkeypatch.setattr("sys.stdin", lines)
        out = call("search", "-").lines
    assert [line for line in out if line in {"timbre", "lang:en"}] == ["timbre", "lang:en"]


def test_doctor_and_restore_mend_a_store_that_cannot_be_read(
    call: Call, library: Path, tmp_path: Path
) -> None:
    before = call("list").lines
    assert call("backup", str(tmp_path / "copy")).status == 0
    for file in library.glob("library.db*"):
        file.write_bytes(b"not a database, but long enough to be taken for one" * 200)
    examined = call("doctor")
    assert examined.status == 1
    assert "visavis restore" in examined.out
    assert call("restore", str(tmp_path / "copy")).status == 0
    assert call("list").lines == before
    assert (library / "library.db.damaged").exists()


TEXTS = {
    "fr": "Le conseil de la ville a voté hier soir le budget du nouveau port, selon le maire de Lisbonne.",
    "en": "The council of the city voted for the budget of the new harbour last night, said the mayor.",
}


def test_damaged_weights_are_told_of_once_and_articles_still_come_in(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weights, "DATA", tmp_path)
    for lang in ("fr", "en"):
        (tmp_path / f"names-{lang}.weights").write_bytes(b"visavis-names 1 0\nno weights")
        (tmp_path / f"{lang}.txt").write_text(TEXTS[lang], "utf-8")
    model.cache_clear()
    default_annotator.cache_clear()
    added = call("add", str(tmp_path / "fr.txt"), str(tmp_path / "en.txt"))
    model.cache_clear()
    default_annotator.cache_clear()
    assert added.status == 0
    assert len(added.lines) == 2
    assert [added.err.count(f"names-{lang}.weights") for lang in ("fr", "en")] == [1, 1]
    assert "names-fr.weights" in call("doctor").out
