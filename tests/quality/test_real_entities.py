"""Names in five real articles, whose texts are not part of the project."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest

from tui.analysis.analyse import analyse
from tui.ingest.options import ReadOptions
from tui.ingest.reading import read
from tui.model.article import Document, Mention
from tui.model.span import Span

GOLD: dict[str, Any] = json.loads(Path(__file__).with_name("real_entities.json").read_text("utf-8"))
FOLDER = os.environ.get("VISAVIS_REAL_ARTICLES")

DETECTION_FLOOR = 0.93
TYPED_FLOOR = 0.88
SURE = (
    "ChatGPT",
    "DeepSeek",
    "The Verge",
    "T. Rowe Price",
    "MGX",
    "Abu Dhabi",
    "Chinese Communist Party",
    "Midjourney",
    "X",
)

pytestmark = pytest.mark.skipif(FOLDER is None, reason="VISAVIS_REAL_ARTICLES names no folder")


def names_in(path: Path) -> tuple[str, tuple[Mention, ...]]:
    """Return the text as it is in the file, and the names found in it."""
    (document,) = read(str(path), ReadOptions(raw=True))
    assert isinstance(document, Document)
    article = analyse(document)
    return article.text, tuple(m for m in article.mentions if not m.kind.is_value)


def f1(hits: int, found: int, wanted: int) -> float:
    return 2 * hits / (found + wanted)


def counted(gold: dict[str, Any], mentions: tuple[Mention, ...]) -> list[Mention]:
    """Return the mentions inside what was read that do not overlap an optional span."""
    regions = [Span(*region) for region in gold["regions"]]
    wanted = [Span(*m[:2]) for m in gold["mentions"]]
    optional = [Span(*o) for o in gold["optional"]]
    return [
        m
        for m in mentions
        if any(region.contains(m.span) for region in regions)
        and (m.span in wanted or not any(o.overlaps(m.span) for o in optional))
    ]


def test_names_in_real_articles() -> None:
    assert FOLDER is not None
    detected = typed = found = wanted = 0
    wrong: list[tuple[str, str, Any]] = []
    for name, gold in GOLD.items():
        path = Path(FOLDER) / name
        assert hashlib.sha256(path.read_bytes()).hexdigest() == gold["sha256"]
        text, mentions = names_in(path)
        have = {m.span: m.kind for m in counted(gold, mentions)}
        found, wanted = found + len(have), wanted + len(gold["mentions"])
        for start, end, kinds in gold["mentions"]:
            kind = have.pop(Span(start, end), None)
            detected += kind is not None
            typed += kind in kinds
            if kind not in kinds:
                wrong.append((name, text[start:end], kind))
        wrong.extend((name, span.of(text), f"extra {kind}") for span, kind in have.items())
    scores = f1(detected, found, wanted), f1(typed, found, wanted)
    assert scores >= (DETECTION_FLOOR, 0.0), (scores, wrong)
    assert scores[1] >= TYPED_FLOOR, (scores, wrong)
    assert [item for item in wrong if item[1] in SURE and not str(item[2]).startswith("extra")] == [], scores
