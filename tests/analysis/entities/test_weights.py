"""The tagger's weights: read back as written, refused when damaged, and done without."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.analysis.entities.builders import a_block
from tui.analysis.entities import default_annotator, weights_faults
from tui.analysis.entities.finding.tagging import weights
from tui.analysis.entities.finding.tagging.tagger import model
from tui.errors import ConfigError
from tui.model.article import Kind, Lang

STATE = {("w=paris", "B-LOC"): 2.5, ("w=paris", "O"): -1.25, ("s=Xx", "B-LOC"): 0.5, ("w=le", "O"): 1e-9}
MOVES = {("O", "B-LOC"): -0.5, ("B-LOC", "O"): 0.25}


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "names.weights"
    weights.save(path, STATE, MOVES)
    return path


def test_weights_are_read_back(written: Path) -> None:
    held = weights.load(written)
    assert held.labels == ["B-LOC", "O"]
    assert held.table[held.rows["w=paris"]].tolist() == [2.5, -1.25]
    assert held.table[held.rows["s=Xx"]].tolist() == [0.5, 0.0]
    assert held.table[0].tolist() == [0.0, 0.0]
    assert held.moves.tolist() == [[0.0, 0.25], [-0.5, 0.0]]


def test_weights_too_small_to_matter_are_left_out(written: Path) -> None:
    assert "w=le" not in weights.load(written).rows


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-3])


def _altered(path: Path) -> None:
    held = bytearray(path.read_bytes())
    held[-5] ^= 0xFF
    path.write_bytes(held)


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


DAMAGES: tuple[Callable[[Path], None], ...] = (_cut, _altered, _emptied, Path.unlink)


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_weights_are_named(written: Path, damage: Callable[[Path], None]) -> None:
    assert weights.fault(written) is None
    damage(written)
    with pytest.raises(ConfigError, match=r"names\.weights.*Install visavis anew"):
        weights.load(written)
    assert "names.weights" in (weights.fault(written) or "")


@pytest.fixture
def no_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(weights, "DATA", tmp_path)
    model.cache_clear()
    default_annotator.cache_clear()
    yield
    model.cache_clear()
    default_annotator.cache_clear()


@pytest.mark.usefixtures("no_weights")
def test_rules_step_in_where_there_are_no_weights() -> None:
    stand_in = default_annotator(Lang.EN)
    text = "The envoy met Lina Ortega in Lisbon."
    found = {(one.span.of(text), one.kind) for one in stand_in.annotate(text, Lang.EN, a_block(text))}
    assert stand_in.name == "rules"
    assert ("Lina Ortega", Kind.PERSON) in found


@pytest.mark.usefixtures("no_weights")
def test_every_missing_file_is_told_of() -> None:
    assert [fault.count("names-") for fault in weights_faults()] == [1, 1]


def test_the_shipped_weights_are_whole() -> None:
    assert weights_faults() == ()
