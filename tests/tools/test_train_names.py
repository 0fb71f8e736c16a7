"""The training script makes weights that the tagger can use, from any folder of data."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from tools import train_names
from tui.analysis.entities.finding.tagging.tagger import Model
from tui.analysis.entities.finding.tagging.weights import load
from tui.model.article import Lang

PEOPLE = ("Lina Ortega", "Paul Verne", "Anne Morel", "Hugo Blanc")
PLACES = ("Lisbonne", "Namur", "Oslo", "Brest")


def sentence(person: str, place: str) -> str:
    """Return a tagged sentence as CoNLL."""
    first, last = person.split()
    rows = [(first, "B-PER"), (last, "I-PER"), ("habite", "O"), ("à", "O"), (place, "B-LOC"), (".", "O")]
    return "".join(f"{word}\t{tag}\n" for word, tag in rows)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a folder with a file for each source that the script reads."""
    text = "\n".join(sentence(person, place) for person in PEOPLE for place in PLACES)
    (tmp_path / "fr").mkdir()
    for source in train_names.SOURCES[Lang.FR]:
        (tmp_path / "fr" / f"{source.name}.conll.xz").write_bytes(lzma.compress(text.encode()))
    return tmp_path


def test_a_tiny_set_trains_a_tagger(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = data / "names-fr.weights"
    monkeypatch.setattr("sys.argv", ["train_names.py", "fr", str(data), str(out)])
    train_names.main()
    tagger = Model(Lang.FR, load(out))
    assert tagger.tags([["Anne", "Verne", "habite", "à", "Oslo", "."]]) == [
        ["B-PER", "I-PER", "O", "O", "B-LOC", "O"]
    ]
    assert "80 sentences" in capsys.readouterr().err


def test_an_earlier_model_fills_in_what_data_leave_out(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = data / "first.weights"
    monkeypatch.setattr("sys.argv", ["train_names.py", "fr", str(data), str(out)])
    train_names.main()
    guess = train_names.guesses(out, Lang.FR)
    words = ["Hugo", "Morel", "habite", "à", "Brest", "."]
    assert train_names.filled(["O"] * 6, guess(words), "LOC") == ["O", "O", "O", "O", "B-LOC", "O"]
