"""What the command line says of sources, and keeps of what they say."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Call


def test_what_is_no_source_is_said_once(call: Call, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for source in ("ftp://host/file", "file:///etc/passwd"):
        done = call("add", source)
        assert (done.status, "only http and https" in done.err) == (2, True)
    passed = call("add", str(empty))
    assert (passed.status, passed.lines[0].split("\t")[-1]) == (0, "holds no files")
    german = tmp_path / "de.txt"
    german.write_text("Der Zug hält heute nicht in der kleinen Stadt, weil die Brücke gesperrt ist.", "utf-8")
    assert call("inspect", str(german)).err.count("de.txt") == 1


def test_lines_of_json_keep_what_they_say(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(
        '{"id": "x", "text": "La pluie tombe.\\nLe vent souffle.", "title": "Pluie", "lang": "de",'
        ' "published": "bientôt", "source": "Le Quai"}',
        "utf-8",
    )
    (lines,) = call("inspect", "--lines", "--json", str(file)).objects
    assert (lines["key"], lines["title"], lines["source"]) == ("x", "Pluie", "Le Quai")
    assert len(lines["segments"]) == 2
    (whole,) = call("inspect", "--json", str(file)).objects
    assert [one["text"] for one in whole["removed"]] == ["lang: de", "published: bientôt"]


def test_inspect_keeps_offsets_with_raw(call: Call, tmp_path: Path) -> None:
    page = tmp_path / "raw.txt"
    text = "Le maire a inaugure\u0301 la bibliothèque.\r\nUn samedi.\r\n"
    page.write_bytes(text.encode())
    shown = call("inspect", "--raw", "--json", str(page)).objects[0]
    assert shown["text"] == text
    lines = call("inspect", "--lines", "--lang", "fr", "--json", str(page)).objects[0]
    assert [text[one["start"] : one["end"]] for one in lines["segments"]] == text.split("\n")[:-1]
