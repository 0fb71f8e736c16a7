"""Names by rules alone: runs of capitalised words, typed by lists and by what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.analysis.entities.finding import cues
from tui.analysis.entities.finding.tokens import Token, sentences
from tui.analysis.entities.finding.wordlists import classes, gazetteer
from tui.analysis.entities.lexicon import lexicon
from tui.model.article import Block, Kind, Lang, Mention
from tui.text.fold import fold

_INNER = {
    Lang.FR: frozenset("de du des d' d’ la le von van der bin al el".split()),
    Lang.EN: frozenset("of the de la du von van der bin al el".split()),
}
"""Small words that may stand inside a name."""

_NEVER = frozenset(
    "I I'm AI IA IT API PC TV OK CEO PDG GDP PIB VPN ONG NGO Internet Web Monsieur Madame Mr. Mrs. "
    "Ms. Mme M. "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June "
    "July August "
    "September October November December".split()
)
"""Capitalised words that are no name."""

_BEFORE = 24
"""Characters before a name in which a title or a preposition is sought."""


class Rules:
    """The annotator without a model: finds most names, mistakes their kind more often."""

    name = "rules"

    def annotate(self, text: str, lang: Lang, blocks: Sequence[Block]) -> tuple[Mention, ...]:
        """Return the names in the blocks of ``text``."""
        found = [mention for words in sentences(text, lang, blocks) for mention in _names(words, text, lang)]
        return _agreed(found, text)


def _is_name(index: int, words: Sequence[Token], lang: Lang) -> bool:
    word = words[index].text
    if word in _NEVER or not (word[0].isupper() or (word[1:2].isupper() and word[0] in "ixe")):
        return False
    if len(word) == 1:
        return word == "X"
    if index and words[index - 1].text not in '«"“([–—:-':
        return True
    follows = words[index + 1].text if index + 1 < len(words) else ""
    return _rare_in_lower_case(word, lang) or (follows.istitle() and fold(word) in gazetteer())


def _rare_in_lower_case(word: str, lang: Lang) -> bool:
    """Tell whether a word that begins a sentence is capitalised for itself."""
    if not word[1:].islower():
        return True
    known = classes(lang)
    return word.lower() not in known and (word in known or fold(word) in gazetteer())


def _names(words: Sequence[Token], text: str, lang: Lang) -> Iterator[Mention]:
    index = 0
    while index < len(words):
        if not _is_name(index, words, lang):
            index += 1
            continue
        end = _end(index, words, lang)
        start, stop = words[index].start, words[end - 1].end
        yield Mention(start, stop, _kind(start, stop, text, lang), "")
        index = end


def _end(index: int, words: Sequence[Token], lang: Lang) -> int:
    """Return the index behind the last word of the name that begins at ``index``."""
    end = reach = index + 1
    while reach < len(words):
        word = words[reach].text
        if word[0].isupper() and word not in _NEVER:
            end = reach + 1
        elif word not in _INNER.get(lang, frozenset()):
            break
        reach += 1
    return end


def _kind(start: int, end: int, text: str, lang: Lang) -> Kind:
    name = text[start:end]
    things = lexicon().find(name, lang)
    if things:
        return things[0].kind
    before = text[max(0, start - _BEFORE) : start]
    words = name.split()
    if cues.PERSON_BEFORE.search(before) or cues.SAYING_AFTER.match(text, end):
        return Kind.PERSON
    return _kind_by_words(name, words, before)


def _kind_by_words(name: str, words: Sequence[str], before: str) -> Kind:
    for pattern, kind in ((cues.ORGANISATION, Kind.ORG), (cues.EVENT, Kind.EVENT), (cues.PLACE, Kind.PLACE)):
        if pattern.search(name):
            return kind
    signs = gazetteer()
    if len(words) > 1 and "g" in signs.get(fold(words[0]), ""):
        return Kind.PERSON
    if cues.PLACE_BEFORE.search(before) or "c" in signs.get(fold(name).replace("-", " "), ""):
        return Kind.PLACE
    return Kind.PERSON if len(words) in (2, 3) else Kind.ORG


def _agreed(found: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """Give a surname that stands alone the kind of the full name."""
    families = {
        text[name.start : name.end].rsplit(maxsplit=1)[-1]: name.kind
        for name in found
        if name.kind is Kind.PERSON and " " in text[name.start : name.end]
    }
    return tuple(replace(name, kind=families.get(text[name.start : name.end], name.kind)) for name in found)
