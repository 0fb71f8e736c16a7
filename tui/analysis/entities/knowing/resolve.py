"""Which mentions of one article name the same thing: curated names, surnames, acronyms, short forms."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tui.analysis.entities.keys import compact, initials, is_acronym, name_key, person_words, slug
from tui.analysis.entities.lexicon import lexicon
from tui.model.article import Kind, Lang, Mention

Surface = tuple[Kind, str]
"""A kind and a spelling: what is resolved once an article."""

_GLOSS = re.compile(r"\s?[(«\"“]\s?([A-Z][A-Za-z.]{1,7})\s?[)»\"”]")
"""An acronym right behind its name: World Health Organization (WHO)."""

_PARTICLES = frozenset("de du des la le von van der den di da dos bin ben al el ibn".split())


def resolve(mentions: Sequence[Mention], text: str, lang: Lang) -> dict[Surface, str]:
    """Return the entity id of every kind and spelling among the names in ``mentions``."""
    surfaces = Counter((mention.kind, text[mention.start : mention.end]) for mention in mentions)
    ids = {surface: _own_id(surface, lang) for surface in surfaces}
    _join_glosses(mentions, text, ids)
    _join_persons(surfaces, ids)
    _join_short(surfaces, ids)
    _join_acronyms(surfaces, ids)
    return ids


def _own_id(surface: Surface, lang: Lang) -> str:
    kind, name = surface
    thing = lexicon().one(name, lang, kind)
    if thing:
        return thing.id
    bare = " ".join(person_words(name)) if kind is Kind.PERSON else name
    return f"{kind.value.lower()}:{slug(bare)}"


def is_curated(entity: str) -> bool:
    """Tell whether an id is that of a thing known beforehand."""
    return lexicon().get(entity) is not None


def _join_glosses(mentions: Sequence[Mention], text: str, ids: dict[Surface, str]) -> None:
    by_start = {mention.start: mention for mention in mentions}
    for mention in mentions:
        gloss = _GLOSS.match(text, mention.end)
        short = gloss and by_start.get(gloss.start(1))
        if gloss and short and is_acronym(gloss.group(1)):
            long, brief = (mention.kind, text[mention.start : mention.end]), (short.kind, gloss.group(1))
            ids[brief] = ids[long] if not is_curated(ids[brief]) else ids[brief]
            ids[long] = ids[brief]


def surname(words: Sequence[str]) -> str:
    """Return the family name of a person's folded words, particles left out."""
    return words[-1] if words and words[-1] not in _PARTICLES else ""


def _join_persons(surfaces: Iterable[Surface], ids: dict[Surface, str]) -> None:
    """Give «Altman» and «Sam» the id of Sam Altman, where the article knows only one person so called."""
    persons = [surface for surface in surfaces if surface[0] is Kind.PERSON]
    full = {surface: words for surface in persons if len(words := person_words(surface[1])) > 1}
    families: dict[str, set[str]] = defaultdict(set)
    given: dict[str, set[str]] = defaultdict(set)
    for surface, words in full.items():
        families[surname(words)].add(ids[surface])
        given[words[0]].add(ids[surface])
    _merge_initials(full, families, ids)
    _merge_endings(full, ids)
    for surface in persons:
        words = person_words(surface[1])
        if len(words) == 1:
            ids[surface] = _only(families.get(words[0])) or _only(given.get(words[0])) or ids[surface]
        elif len(words) == 2 and words[0] in _PARTICLES:
            ids[surface] = _only(families.get(words[1])) or ids[surface]


def _merge_initials(
    full: Mapping[Surface, Sequence[str]], families: dict[str, set[str]], ids: dict[Surface, str]
) -> None:
    """Join «S. Altman» and «Samuel H. Altman» to the longer name with the same surname and initials."""
    for surface, words in full.items():
        for other, longer in full.items():
            if ids[surface] != ids[other] and _abbreviates(words, longer):
                families[surname(words)].discard(ids[surface])
                ids[surface] = ids[other]


def _merge_endings(full: Mapping[Surface, Sequence[str]], ids: dict[Surface, str]) -> None:
    """Join «Ferrand-Prévot» and «García Márquez» to the only longer name that ends so."""
    for surface, words in full.items():
        longer = {
            ids[other]
            for other, more in full.items()
            if len(more) > len(words) and more[-len(words) :] == words
        }
        ids[surface] = _only(longer) or ids[surface]


def _abbreviates(words: Sequence[str], longer: Sequence[str]) -> bool:
    if words[-1] != longer[-1] or len("".join(words)) >= len("".join(longer)):
        return False
    if len(words) < len(longer):
        return words[0] == longer[0]
    return all(a == b or (len(a) == 1 and b.startswith(a)) for a, b in zip(words, longer, strict=True))


def _only(ids: set[str] | None) -> str | None:
    return next(iter(ids)) if ids and len(ids) == 1 else None


_SHORTENED = frozenset({Kind.ORG, Kind.EVENT})
"""Kinds whose long names are said in full once and by their first word then: «le Tour»."""


def _join_short(surfaces: Iterable[Surface], ids: dict[Surface, str]) -> None:
    """Give «Dragoneer» the id of Dragoneer Investment Group, where only one longer name begins so."""
    firsts = [(surface, name_key(surface[1]).split()) for surface in surfaces if surface[0] in _SHORTENED]
    begins: dict[tuple[Kind, str], set[str]] = defaultdict(set)
    for surface, words in firsts:
        if len(words) > 1:
            begins[surface[0], words[0]].add(ids[surface])
    for surface, words in firsts:
        if len(words) == 1 and len(words[0]) > 3 and not is_curated(ids[surface]):
            ids[surface] = _only(begins.get((surface[0], words[0]))) or ids[surface]


def _join_acronyms(surfaces: Iterable[Surface], ids: dict[Surface, str]) -> None:
    """Give an acronym the id of the only name in the article that it abbreviates; spaces aside too."""
    spelled: dict[tuple[Kind, str], set[str]] = defaultdict(set)
    for kind, name in surfaces:
        spelled[kind, compact(name)].add(ids[kind, name])
        if " " in name:
            spelled[kind, initials(name)].add(ids[kind, name])
    for kind, name in surfaces:
        if is_curated(ids[kind, name]):
            continue
        if is_acronym(name):
            ids[kind, name] = _only(spelled.get((kind, name_key(name)))) or ids[kind, name]
        elif len(same := spelled[kind, compact(name)]) > 1:
            ids[kind, name] = min(same)
