"""The command line speaks one language at a time: help, errors, findings, reasons, outcomes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import SEEDS, Call, Done
from tui.cli import main
from tui.cli.table import COMMANDS
from tui.locale import use

ENGLISH = frozenset(
    "the is are of not with and there no cannot its this that what from by or be was it has where".split()
)
FRENCH = frozenset(
    "le la les des est une un dans pas pour avec sur ou et aucun aucune ne du au ce cette qui que".split()
)
FOREIGN = {"fr": ENGLISH, "en": FRENCH}
LOCALES = {"fr": "fr_FR.UTF-8", "en": "C.UTF-8"}
OURS = re.compile(
    r"(?m)^  [a-z]+  |visavis [\w'].*|--?\w[\w-]*|\[[A-Z. ]+\]|"
    r"[\w/.:*~-]*[/:@=*~][\w/.:*~-]*|« [^»]* »|'[^']*'|[A-Z]{2,}"
)
"""What is typed as it stands in every language: calls, options, addresses, fields, quotations."""


@pytest.fixture(params=["fr", "en"])
def language(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    for name in ("LC_ALL", "LC_MESSAGES", "VISAVIS_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", LOCALES[request.param])
    yield request.param
    use("en")


def foreign(text: str, language: str) -> set[str]:
    """Return the small words of the other language in what the program says."""
    return set(re.findall(r"\w+", OURS.sub(" ", text).lower())) & FOREIGN[language]


def helped(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Return what is printed, the examples' own words left out."""
    assert main(words) == 0
    lines = capsys.readouterr().out.splitlines()
    return "\n".join(line for line in lines if not line.startswith("  visavis "))


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_in_one_language(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = helped([*([name] if name else []), "--help"], capsys)
    assert not foreign(text, language)
    assert ("Usage : " in text or "Utilisation" in text) == (language == "fr")


WRONG = [
    ["serach", "x"], ["list", "--jsno"], ["list", "--limit", "0"], ["list", "--sort", "dat"], ["show"],
    ["show", "a999"], ["show", "p999"], ["show", "zz"], ["facts", "a999"], ["show", "a1", "a2"],
    ["edit", "a1"], ["edit", "a1", "--date", "hier"], ["edit", "a1", "--title", ""], ["mark", "vu", "a1"],
    ["mark", "read", ""], ["pair", "a1", "a1"], ["unpair", "p999"], ["note", "a999", "x"],
    ["entity", "org:nulle", "--ignore"], ["entity", "org:nulle"], ["search", '"abc'], ["list", "is:lux"],
    ["list", "date:lundi32"], ["feeds", "add", "ftp://exemple.test"], ["feeds", "add", "http://127.0.0.1:9/x"],
    ["feeds", "remove", "https://exemple.test/x"], ["feeds", "import", "absent.opml"], ["feeds", "add"],
    ["add", "absent.txt"], ["add", "vide.txt"], ["add", "photo.png"], ["add", "bidon.pdf"],
    ["add", "bidon.zip"],
    ["add", "bidon.epub"], ["add", "allemand.txt"], ["add", "bidon.jsonl"], ["add", "http://127.0.0.1:9/x"],
    ["inspect", "absent.txt"], ["align", "absent.txt", "vide.txt"], ["export", "a999"],
    ["export", "a1", "-o", "dossier"], ["backup", "dossier"], ["restore", "absent.db"],
    ["restore", "vide.txt"],
    ["--config", "absent.toml", "list"], ["--config", "faux.toml", "list"], ["--config", "nul.toml", "list"],
    ["--config", "theme.toml", "list"], ["help", "lst"], ["completion", "csh"], ["remove", "a999"],
]  # fmt: skip


@pytest.fixture
def wrong_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dossier").mkdir()
    files = {
        "vide.txt": b"", "photo.png": b"\x89PNG\r\n\x1a\n" + bytes(99), "bidon.pdf": b"%PDF-1.4 rien",
        "bidon.zip": b"PK\x03\x04rien", "bidon.epub": b"PK\x03\x04rien", "bidon.jsonl": b'{"titre": 1}\n{',
        "allemand.txt": "Der Bürgermeister hat am Samstag die neue Bibliothek eröffnet.\n".encode(),
        "faux.toml": b"them = 'x'\n", "nul.toml": b"theme = \n", "theme.toml": b"jobs = 'deux'\n",
    }  # fmt: skip
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)


@pytest.mark.usefixtures("wrong_files")
def test_what_goes_wrong_is_told_in_one_language(call: Call, language: str) -> None:
    for words in WRONG:
        done = call(*words)
        assert done.err, words
        assert not foreign(_without_causes(done.err), language), done.err


def _without_causes(text: str) -> str:
    """Leave out what the readers of formats say of a damaged file in words of their own."""
    return re.sub(r"((?:TOML|abîmée?|tronquée?|damaged|truncated|JSON)[^:\n]*) ?: .*", r"\1", text)


def test_what_is_done_is_told_in_one_language(call: Call, language: str) -> None:
    steps = [
        ["reindex"], ["pairs"], ["stories"], ["doctor"], ["where"], ["mark", "star", "a1"], ["undo"],
        ["undo"], ["mark", "tag:x", "a1"], ["undo"], ["edit", "a1", "--date", "2025-01-02"], ["undo"],
        ["note", "a1", "xyz"], ["undo"], ["remove", "a1"], ["undo"], ["reindex"], ["facts", "p1"],
    ]  # fmt: skip
    for words in steps:
        done = call(*words)
        assert done.status == 0, done.err
        assert not foreign(_labels(done, words[0]), language), words


def _labels(done: Done, command: str) -> str:
    """Return what the program says of itself: no titles, no texts."""
    lines = [line for line in done.lines if not re.match(r"[sp]?\d+ |  ?a\d+ |s\d+", line)]
    said = [line.partition(": ")[0] if command == "pairs" else line for line in lines]
    return done.err + ("" if command in {"facts", "stories"} else "\n".join(said))


def test_facts_and_reasons_use_words_of_the_language(call: Call, language: str) -> None:
    facts, pairs = call("facts", "p1").out, call("pairs").out
    assert ("date" in facts, "d'accord" in facts, "agree" in facts) == (
        True,
        language == "fr",
        language == "en",
    )
    assert ("noms : " in pairs, "names:" in pairs) == (language == "fr", language == "en")


def test_settings_are_explained_in_the_language(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "new" / "config.toml"
    assert main(["--config", str(file), "config", "init"]) == 0
    assert str(file) in capsys.readouterr().out
    comments = [
        line for line in file.read_text("utf-8").splitlines() if line.startswith("# ") and " = " not in line
    ]
    assert not foreign("\n".join(comments), language)
    assert main(["--config", str(file), "where"]) == 0
    assert str(file) in capsys.readouterr().out


def test_inspecting_names_what_it_shows_in_the_language(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["inspect", str(next(SEEDS.glob("red-stamp/*.md")))]) == 0
    known = re.findall(r"^  (\w+) ", capsys.readouterr().out, re.MULTILINE)
    assert ("langue" in known, "language" in known) == (language == "fr", language == "en")
