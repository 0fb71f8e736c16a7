"""Every command on a small library: what it prints, where, and its exit status."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import SEEDS, Call
from tui.cli.table import COMMANDS
from tui.locale import use

ESCAPES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b-\u200f]")


@pytest.fixture
def pair(call: Call) -> dict[str, object]:
    found: dict[str, object] = call("pairs", "--json").objects[0]
    return found


def test_adding_prints_one_outcome_an_article(call: Call, tmp_path: Path) -> None:
    page = tmp_path / "note.txt"
    page.write_text("Le maire a inauguré la nouvelle bibliothèque du quartier ce samedi matin.\n", "utf-8")
    assert re.match(r"added\ta\d+\tfr\t", call("add", str(page)).out)
    assert re.match(r"unchanged\ta\d+\t", call("add", str(page)).out)
    page.write_text("Le maire a fermé la vieille bibliothèque du quartier ce dimanche matin.\n", "utf-8")
    assert re.match(r"changed\ta\d+\tfr\t", call("add", str(page)).out)


def test_a_bad_input_does_not_stop_the_good_one(call: Call, tmp_path: Path) -> None:
    page = tmp_path / "note.txt"
    page.write_text("The council opened the new library of the district on Saturday morning.\n", "utf-8")
    done = call("add", "absent.txt", str(page))
    assert done.status == 1
    assert "visavis: absent.txt: " in done.err
    assert [line.split("\t")[0] for line in done.lines] == ["failed", "added"]
    assert call("add", "absent.txt").status == 2


def test_a_text_in_neither_language_is_skipped_with_its_reason(call: Call, tmp_path: Path) -> None:
    page = tmp_path / "note.txt"
    page.write_text("Der Bürgermeister hat am Samstag die neue Bibliothek des Viertels eröffnet.\n", "utf-8")
    done = call("add", str(page))
    assert done.status == 0
    assert done.out.startswith("skipped\t")
    assert "neither" in done.out


def test_list_as_text_and_as_json(call: Call) -> None:
    done = call("list", "--json", "--sort", "title")
    assert [row["lang"] for row in done.objects].count("fr") == 3
    assert all(row["schema"] == 1 for row in done.objects)
    assert len(call("list").lines) == len(done.objects) == 5
    assert len(call("list", "--limit", "2").lines) == 2
    assert {row["lang"] for row in call("list", "lang:en", "--json").objects} == {"en"}


def test_search_prints_the_query_as_it_was_given(call: Call) -> None:
    hits = call("search", "Notre-Dame", "-jupiter", "--json").objects
    assert hits[0]["query"] == "Notre-Dame -jupiter"
    assert hits[0]["rank"] == 1
    assert hits[0]["pair"]
    assert call("search", "zzzzzz").status == 0
    assert call("search", "zzzzzz").out == ""


def test_search_reads_one_query_a_line(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("cathédrale\n\nJupiter\n"))
    queries = [hit["query"] for hit in call("search", "-", "--json").objects]
    assert list(dict.fromkeys(queries)) == ["cathédrale", "Jupiter"]


def test_what_a_query_has_wrong_is_pointed_at(call: Call) -> None:
    done = call("search", 'titel:Jupiter "sonde')
    assert done.status == 0
    assert done.out
    assert [line.strip(" ^") for line in done.err.splitlines()][1].startswith(
        "there is no field of this name"
    )
    assert done.err.splitlines()[3].index("^") == 'titel:Jupiter "sonde'.index('"')
    assert call("search", "-q", "--", "titel:Jupiter").err == ""
    assert "understood as: Jupiter -Venus" in call("search", "-v", "Jupiter -Venus").err


def test_a_misspelt_word_is_set_right(call: Call) -> None:
    assert "did you mean: Jupiter" in call("search", "Jupitre").err.replace("jupiter", "Jupiter")


def test_snippets_are_lit_only_where_colours_are_wanted(call: Call) -> None:
    assert "\x1b[1;33m" in call("search", "cathédrale", "--color", "always").out
    for command in ("list", "stories", "entities", "pairs"):
        shown = call(command, "--color", "always").out
        assert "\x1b[1m" in shown
        assert re.sub("\x1b\\[[0-9;]*m", "", shown).replace(" ", "") == call(command).out.replace(" ", "")
    assert "\x1b" not in call("search", "cathédrale").out


def test_show_an_article(call: Call, pair: dict[str, dict[str, str]]) -> None:
    name = pair["fr"]["id"]
    shown = call("show", name, "--json").objects[0]
    assert shown["id"] == name
    assert shown["pair"]["id"] == pair["id"]
    assert shown["facts"]
    assert shown["title"] in call("show", name).out
    alone = next(row["id"] for row in call("list", "--json").objects if row["pair"] is None)
    shown = call("show", alone, "--json").objects[0]
    assert (shown["pair"], shown["facts"]) == (None, [])
    assert call("show", alone, "--side", "both").status == 2


def test_show_a_pair_on_both_sides(call: Call, pair: dict[str, str]) -> None:
    both = call("show", pair["id"], "--side", "both", "--json").objects[0]
    assert list(both) == ["schema", "fr", "en", "pair", "facts"]
    english = call("show", pair["id"], "--side", "en", "--json").objects[0]
    assert english["lang"] == "en"
    text = call("show", pair["id"], "--width", "72")
    assert " │ " in text.out
    assert all(len(line) <= 72 for line in text.lines if "│" in line)
    plain = call("show", pair["id"], "--plain")
    assert "│" not in plain.out
    assert re.search(r"^1 fr.*\n1 en", plain.out, re.MULTILINE)


def test_facts(call: Call, pair: dict[str, str]) -> None:
    facts = call("facts", pair["id"], "--json").objects
    assert {fact["status"] for fact in facts} & {"agree", "differ"}
    assert len(call("facts", pair["id"]).lines) == len(facts)


def test_pairs_taken_apart_and_joined_again(call: Call, pair: dict[str, dict[str, str]]) -> None:
    fr, en = pair["fr"]["id"], pair["en"]["id"]
    assert call("unpair", str(pair["id"])).status == 0
    assert len(call("pairs", "--json").lines) == 1
    assert call("pair", fr, en, "--json").objects[0]["beads"]
    assert call("pair", fr, en).status == 0
    assert len(call("pairs", "--json").lines) == 2
    assert call("pair", fr, fr).status == 2


def test_stories_and_entities(call: Call) -> None:
    assert {len(story["fr"]) for story in call("stories", "--json").objects} == {1}
    entities = call("entities", "--json").objects
    assert list(entities[0]) == ["schema", "id", "kind", "names", "articles", "mentions"]
    assert len(call("entities", "--limit", "3").lines) == 3


def test_concordance(call: Call, pair: dict[str, str]) -> None:
    lines = call("concord", "cathédrale", "--json").objects
    assert list(lines[0]) == ["schema", "id", "lang", "segment", "text", "facing", "score"]
    assert all("cath" in line["text"].lower() for line in lines)
    assert call("concord", "cathédrale", "--format", "tmx").out.startswith("<?xml")
    assert call("concord", "cathédrale", "--format", "csv").lines[0].startswith("id,")


def test_corrections_and_undo(call: Call, pair: dict[str, dict[str, str]]) -> None:
    name = pair["fr"]["id"]
    assert call("edit", name, "--title", "Un titre à moi", "--date", "2024-12-07").status == 0
    row = next(row for row in call("list", "--json").objects if row["id"] == name)
    assert (row["title"], row["published"]) == ("Un titre à moi", "2024-12-07")
    assert call("undo").status == 0
    assert call("note", name, "à", "relire").status == 0
    assert "à relire" in call("export", "--format", "md", name).out
    assert call("edit", name).status == 2


def test_entities_are_corrected(call: Call) -> None:
    def held() -> dict[str, str]:
        return {row["id"]: row["kind"] for row in call("entities", "--json").objects}

    assert held()["place:seine"] == "PLACE"
    assert call("entity", "place:seine", "--kind", "EVENT").status == 0
    assert held()["event:seine"] == "EVENT"
    assert call("entity", "event:seine", "--same", "place:paris").status == 0
    assert call("entity", "place:paris", "--ignore").status == 0
    assert {"place:seine", "event:seine", "place:paris"}.isdisjoint(held())
    assert [call("undo").lines for _ in range(3)][-1] == [
        "Undone: correction of the name place:seine kind EVENT"
    ]
    assert held()["place:seine"] == "PLACE"
    assert call("entity", "place:seine").status == 2
    assert call("entity", "place:seine", "--ignore", "--kind", "ORG").status == 2
    assert call("entity", "place:nowhere", "--ignore").status == 2


def test_marks_by_query_and_by_id(call: Call, pair: dict[str, dict[str, str]]) -> None:
    assert call("mark", "tag:later", "lang:en").status == 0
    assert len(call("list", "tag:later", "--json").lines) == 2
    assert call("mark", "star", pair["fr"]["id"]).status == 0
    assert len(call("list", "is:starred").lines) == 1
    assert "did you mean 'star'" in call("mark", "stra", "x").err
    assert call("mark", "star", "").status == 2


def test_removing_and_taking_it_back(call: Call) -> None:
    assert call("remove", "lang:en").status == 0
    assert len(call("list").lines) == 3
    assert call("undo").status == 0
    assert len(call("list").lines) == 5
    assert call("remove", " ").status == 2


@pytest.mark.parametrize("form", ["md", "html", "tmx", "jsonl", "csv"])
def test_exports(call: Call, pair: dict[str, str], tmp_path: Path, form: str) -> None:
    file = tmp_path / f"out.{form}"
    assert call("export", "--format", form, "-o", str(file), "is:paired").status == 0
    assert file.read_bytes().decode() == call("export", "is:paired", "--format", form).out
    assert not list(tmp_path.glob(".*.part"))
    assert call("export", "-o", str(tmp_path / "no" / "where"), str(pair["id"])).status == 2


def test_jsonl_is_read_back(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "all.jsonl"
    assert call("export", "--format", "jsonl", "-o", str(file), "*").status == 0
    monkeypatch.setenv("VISAVIS_LIBRARY", str(tmp_path / "again"))
    assert call("add", str(file)).status == 0
    assert len(call("list").lines) == 5


def test_care(call: Call, library: Path, tmp_path: Path) -> None:
    assert call("reindex").status == 0
    assert call("doctor").status == 0
    copy = tmp_path / "copy.visavis"
    assert call("backup", str(copy)).status == 0
    assert call("remove", "lang:fr").status == 0
    assert call("restore", str(copy)).status == 0
    assert len(call("list").lines) == 5
    assert call("restore", str(tmp_path / "absent")).status == 2
    assert str(library) in call("where").out


def test_show_lists_what_the_reader_set_right(call: Call, pair: dict[str, dict[str, str]]) -> None:
    name = pair["fr"]["id"]
    call("edit", name, "--title", "Mon titre")
    call("note", name, "à relire")
    for words in ([name], [str(pair["id"])]):
        shown = call("show", *words).out
        assert "title set to Mon titre" in shown
        assert "note: à relire" in shown


def test_config_init_never_replaces(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "here" / "config.toml"
    assert call("--config", str(file), "config", "init").status == 0
    file.write_text("", "utf-8")
    assert call("--config", str(file), "config", "init").status == 2
    assert file.read_text("utf-8") == ""
    assert call("config", "init").status == 0
    assert call("config", "init").status == 2


def test_read_needs_a_terminal(call: Call) -> None:
    done = call("read")
    assert done.status == 2
    assert "terminal" in done.err
    assert call().status == 2


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(call: Call, name: str) -> None:
    done = call(name, "--help")
    assert done.status == 0
    assert done.out.startswith(f"Usage: visavis {name}")
    assert all(len(line) <= 80 for line in done.lines)


def test_errors_are_one_line_and_a_hint(call: Call) -> None:
    done = call("serach", "x")
    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines()[0] == "visavis: there is no command 'serach'; did you mean 'search'?"
    assert call("show", "a999").status == 2
    assert len(call("show", "a999").err.splitlines()) == 1


def test_a_library_that_cannot_be_used_is_named(call: Call, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    done = call("--library", str(blocked), "list")
    assert done.status == 2
    assert str(blocked) in done.err


def test_nothing_from_a_text_reaches_the_terminal_raw(call: Call, tmp_path: Path) -> None:
    page = tmp_path / "evil\x1b[31m\u202e.jsonl"
    line = "Le \x1b[31mmaire\x07 a [/b] inauguré\u202e la \x9b2Jbibliothèque\x00 du quartier ce samedi matin."
    page.write_text(json.dumps({"text": f"{line}\n\n{line * 50}", "title": line, "source": line}), "utf-8")
    added = call("add", str(page))
    assert added.status == 0
    name = added.out.split("\t")[1]
    commands = [
        ["show", name], ["show", name, "--json"], ["list"], ["list", "--json"], ["search", "bibliothèque"],
        ["search", "\x1b[31m", "--json"], ["inspect", str(page)], ["inspect", str(page), "--json"],
        ["inspect", "--raw", str(page)], ["inspect", "--lines", "--json", str(page)], ["concord", "maire"],
        *(["export", name, "--format", form] for form in ("md", "html", "csv", "tmx", "jsonl")),
        ["align", str(page), str(page)], ["show", "\x1b[31m"], ["mark", "\x1b]0;x\x07", "x"],
        ["add", "\x9b1m"], ["add", "--tag", "t\x1b[31m\u202e", "--source", "s\x1b]8;;x\x07", str(page)],
        ["mark", "tag:u\x1b]52;c;x\x07\u202e", name], ["edit", name, "--title", "T\x9b31m\u2066"],
        ["list"], ["list", "--json"], ["show", name], ["show", name, "--json"], ["export", name],
        ["feeds", "add", "http://a.example/\x1b[31m"], ["feeds", "list"], ["doctor"],
    ]  # fmt: skip
    for words in commands:
        done = call(*words)
        shown = done.out.replace("\r\n", "\n") + done.err
        assert not ESCAPES.search(shown.replace("\t", " ")), words


def test_inspect_says_what_was_found(call: Call) -> None:
    done = call("inspect", str(SEEDS / "notre-dame" / "fr.md"))
    assert done.status == 0
    assert "language" in done.out
    assert json.loads(call("inspect", "--json", str(SEEDS / "notre-dame" / "fr.md")).out)["id"] is None
    assert call("inspect", "absent.txt").status == 2


FR = "Le chat dort.\n\nIl pleut sur la ville depuis ce matin.\nLa mairie compte 40 agents.\n"
EN = (
    "The cat is asleep.\n\nThe town hall employs 40 people.\nIt has been raining on the city since morning.\n"
)


@pytest.mark.parametrize("form", ["tsv", "json", "tmx", "md", "html"])
def test_align_two_files(call: Call, tmp_path: Path, form: str) -> None:
    for name, text in (("fr.txt", FR), ("en.txt", EN)):
        (tmp_path / name).write_text(text, "utf-8")
    done = call("align", str(tmp_path / "fr.txt"), str(tmp_path / "en.txt"), "--lines", "--format", form)
    assert done.status == 0
    assert "The cat is asleep." in done.out
    if form == "json":
        shape = done.objects[0]
        assert shape["fr"] == FR.split("\n")[:-1]
        assert sorted(index for bead in shape["beads"] for index in bead["en"]) == [0, 1, 2, 3]
    if form == "tsv":
        assert done.lines[0].split("\t") == ["en", "fr", "score", "en_text", "fr_text"]
        assert all(re.fullmatch(r"[\d,]*\t[\d,]*\t[01]\.\d{4}\t.*\t.*", line) for line in done.lines[1:])
    assert call("align", str(tmp_path / "fr.txt"), "absent").status == 2


@pytest.fixture
def french(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak French by the locale, and English again afterwards."""
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    yield
    use("en")


@pytest.mark.usefixtures("french")
def test_help_and_errors_speak_french(call: Call) -> None:
    assert call("list", "--help").out.startswith(
        "Usage : visavis list [OPTION]... [QUERY]\n\nLister les articles."
    )
    assert "Options, avant ou après la commande :" in call("--help").out
    assert call("serach", "x").err.splitlines() == [
        "visavis: il n'y a pas de commande 'serach' ; vouliez-vous dire 'search' ?",
        "Essayez 'visavis --help'.",
    ]
    assert all(len(line) <= 80 for name in COMMANDS for line in call(name, "--help").lines)


def test_help_is_a_command_too(call: Call) -> None:
    assert call("help").out == call("--help").out
    assert call("help", "list").out == call("list", "--help").out
    done = call("help", "lst")
    assert (done.status, done.out) == (2, "")
    assert "did you mean 'list'?" in done.err


def test_the_version_is_printed_for_either_option(call: Call) -> None:
    assert call("-V").out == call("--version").out == call("list", "-V").out


def test_facts_of_an_article_alone_are_none(call: Call) -> None:
    alone = next(row["id"] for row in call("list", "--json").objects if not row["pair"])
    for words in (["facts", alone], ["facts", alone, "--json"]):
        done = call(*words)
        assert (done.status, done.out) == (0, "")
        assert done.err.strip() == f"{alone} stands alone: there is nothing to compare it with"


def test_what_is_emptied_is_taken_away(call: Call, pair: dict[str, dict[str, str]]) -> None:
    public = pair["fr"]["id"]
    assert call("edit", public, "--date", "").status == 0
    assert call("show", public, "--side", "fr", "--json").objects[0]["published"] is None
    assert "no note" in call("note", public, "").err
    call("note", public, "à relire")
    assert "à relire" in call("note", public, " ").err
    assert "no note" in call("note", public, "").err
    assert call("note", "a99", "").status == 2
    assert "nothing was removed" in call("remove", "zzzz").err
