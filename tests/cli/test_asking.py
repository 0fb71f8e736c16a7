from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Call

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
