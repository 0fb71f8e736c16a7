"""Which language a text is in: French, English, or neither.

Scores come from py3langid (all its languages, so that a third one can win); a short text is given to
French or English when a third language leads by little, because names and numbers look like anything.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tui.model.article import Block, BlockKind, Lang

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_LEAD = 0.8
"""How far (in log-odds over the root of the length) a third language must lead to win: below, texts of
one or two words go astray; sentences are told apart by 3 and more."""

_STAY = 1.2
"""How far another language must lead for a block to leave its article's language."""

_ENOUGH = 800
"""Characters of one block that are looked at: more never changed an answer."""

_FEW_LETTERS = 60
"""A text with fewer letters takes the language that its input declares when it is unclear."""

_GOOD_PART = 1 / 3
"""Half translated pages and lists of file names say their language; wrong labels stand over less of it."""


@dataclass(frozen=True, slots=True)
class Detection:
    """``lang`` with ``confidence`` from 0 to 1; ``code`` is the likeliest of all languages (ISO 639)."""

    lang: Lang
    confidence: float
    code: str


NOTHING = Detection(Lang.UND, 0.0, "und")


def detect(text: str) -> Detection:
    """Return the language of ``text``: French, English, or ``und`` for another one or none."""
    scores = _scores(text)
    return _judge(scores) if scores else NOTHING


def _judge(scores: dict[str, float]) -> Detection:
    code = max(scores, key=scores.__getitem__)
    lang = max((Lang.FR, Lang.EN), key=scores.__getitem__)
    if scores[code] - scores[lang] > _LEAD:
        return Detection(Lang.UND, _odds(scores[code] - scores[lang]), code)
    return Detection(lang, _odds(scores[lang] - scores[lang.other]), lang.value)


def _odds(lead: float) -> float:
    return 1 / (1 + math.exp(-lead))


def _scores(text: str) -> dict[str, float]:
    return _sample_scores(text[:_ENOUGH])


@lru_cache(maxsize=256)  # an article's blocks are scored to find its language, then for their own
def _sample_scores(sample: str) -> dict[str, float]:
    if not any(map(str.isalpha, sample)):
        return {}
    scale = math.sqrt(len(sample.encode("utf-8", "replace")))
    return {code: score / scale for code, score in _identifier().rank(sample)}


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  loads numpy and a model

    return LanguageIdentifier.from_model_file(MODEL_FILE)


def with_languages(text: str, blocks: Sequence[Block], lang: Lang | None = None) -> tuple[Block, ...]:
    """Return ``blocks`` with their languages; what is unclear takes ``lang``, else that of the majority."""
    scores = [_block_scores(text, block) for block in blocks]
    main = lang or _majority(blocks, scores)
    return tuple(
        replace(block, lang=_block_lang(one, main)) for block, one in zip(blocks, scores, strict=True)
    )


def _block_scores(text: str, block: Block) -> dict[str, float]:
    return {} if block.kind is BlockKind.CODE else _scores(block.span.of(text))


def _block_lang(scores: dict[str, float], main: Lang) -> Lang:
    if not scores or main is Lang.UND:
        return _judge(scores).lang if scores else main
    code = max(scores, key=scores.__getitem__)
    if scores[code] - scores[main] <= _STAY:
        return main
    return _judge(scores).lang


def _majority(blocks: Sequence[Block], scores: Sequence[dict[str, float]]) -> Lang:
    votes = Counter[Lang]()
    for block, one in zip(blocks, scores, strict=True):
        if one:
            votes[_judge(one).lang] += block.end - block.start
    return max(votes, key=votes.__getitem__, default=Lang.UND)


def main_language(text: str, blocks: Sequence[Block], declared: Lang | None) -> Detection:
    """Return the language of most of ``text``, each block weighing its length.

    ``declared`` decides when there are too few letters to tell, or when a good part of the text is in it.
    """
    found = tuple(_weighed(text, blocks))
    weights = Counter[Lang]()
    for weight, detection in found:
        weights[detection.lang] += weight
    total = sum(weights.values())
    if declared in (Lang.FR, Lang.EN) and (total < _FEW_LETTERS or weights[declared] >= total * _GOOD_PART):
        return Detection(declared, 0.5, declared.value)
    lang = max(weights, key=weights.__getitem__, default=Lang.UND)
    best = max((each for each in found if each[1].lang is lang), default=None, key=lambda each: each[0])
    return best[1] if best else NOTHING


def _weighed(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, Detection]]:
    for block in blocks:
        scores = _block_scores(text, block)
        if scores:
            yield block.end - block.start, _judge(scores)
