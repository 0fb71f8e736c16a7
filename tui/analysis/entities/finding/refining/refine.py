"""From raw tags to mentions: clean spans, one sense per name in a text, names that the tagger missed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from tui.analysis.entities.finding.refining import doubt
from tui.analysis.entities.finding.refining.consistency import one_sense, repeated
from tui.analysis.entities.finding.refining.context import (
    are_people,
    by_own_words,
    has_quotes,
    is_club,
    titles,
    told,
)
from tui.analysis.entities.finding.refining.curated import curated, peoples
from tui.analysis.entities.finding.refining.kinds import is_country, kind_of
from tui.analysis.entities.finding.refining.splitting import begins_with_people, parts, without_article
from tui.analysis.entities.finding.tokens import Token
from tui.analysis.entities.lexicon import lexicon
from tui.model.article import Kind, Lang, Mention
from tui.model.span import Span

Named = tuple[int, int, str]

_DROPPED_FIRST = frozenset(
    "l' d' l’ d’ L' L’ D' D’ qu' qu’ le la les un une de du des au aux à en et the a an of and in "
    "on at by to for "
    "- — – , ; : . ( [ « \" “ ‘ ' ’ @ # monsieur madame".split()
)
"""Words that no name begins with once they are in lower case, and marks."""

_TITLES = frozenset(
    "President Président Présidente Senator Sénateur Prof Prof. Professor Professeur Dr Dr. Mr Mr. Mrs. Ms. "
    "Sen. Rep. Gov. Hurricane Ouragan Chancellor Chancelier Ministre Minister".split()
)
"""Words before a person's name that are no part of it."""

_DAYS = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche Monday Tuesday Wednesday Thursday Friday Saturday "
    "Sunday janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)

_DROPPED_LAST = _DAYS | frozenset("of and de du des et , ; : ( ) ] » \" ” ’ ' - — – ! ? @ # 's ’s".split())

_ROLES = frozenset(
    "ministre ministres président présidente chef cheffe directeur directrice secrétaire procureur "
    "procureure ambassadeur ambassadrice gouverneur gouverneure archevêque évêque maire préfet préfète "
    "chancelier".split()
)
"""French offices in lower case: «ministre de la Culture» is somebody, not a name."""

_NO_NAME = frozenset(
    "AI IA A.I. API APIs VPN VPNs PDG CEO CFO CTO DG GDP PIB ONG NGO Internet Web Web3 TV PC ID Mr. "
    "Mrs. Ms. M. "
    "Mme C C' L' D' S' J' M' N' Qu' États Dr. Sir God Dieu Madame Monsieur I Premier President "
    "Président Covid COVID-19 Covid-19 I'm".split()
)
"""Capitalised words that name nothing."""


def refined(
    found: Sequence[Named], sentenced: Sequence[Sequence[Token]], text: str, lang: Lang
) -> tuple[Mention, ...]:
    """Return the mentions that the tags of a whole text amount to."""
    places = {
        word.start: (line, place) for line, words in enumerate(sentenced) for place, word in enumerate(words)
    }
    whole = _with_titles(found, sentenced) if lang is Lang.EN and has_quotes(text) else found
    tagged = [name for raw in whole for name in _pieces(raw, sentenced, places, lang)]
    named = one_sense([_mention(name, sentenced, places, text, lang) for name in tagged], text)
    named = doubt.named(named, sentenced, lang)
    named = _with_curated(named, list(curated(sentenced, lang)))
    named = _beside(named, repeated(named, sentenced, lang))
    named = _as_told(named, sentenced, places, text, lang)
    if lang is Lang.FR:
        named = _beside(named, peoples(sentenced, lang))
    return tuple(sorted(named, key=attrgetter("start")))


def _with_titles(found: Sequence[Named], sentenced: Sequence[Sequence[Token]]) -> list[Named]:
    """Return the tagged spans; those inside a quoted title give way to it."""
    held = {}
    for line in sentenced:
        for first, behind in titles(line):
            span = line[first].start, line[behind - 1].end
            held.update(dict.fromkeys(range(*span), span))
    whole = ((*held[name[0]], "MISC") if name[0] in held else name for name in found)
    return list(dict.fromkeys(whole))


def _words(
    start: int, end: int, sentenced: Sequence[Sequence[Token]], places: dict[int, tuple[int, int]]
) -> tuple[Sequence[Token], int, Sequence[Token]]:
    """Return the sentence that holds a name, the place of its first word there, and its words."""
    line, first = places[start]
    words = sentenced[line]
    last = first
    while last < len(words) and words[last].end <= end:
        last += 1
    return words, first, words[first:last]


def _mention(
    name: Named,
    sentenced: Sequence[Sequence[Token]],
    places: dict[int, tuple[int, int]],
    text: str,
    lang: Lang,
) -> Mention:
    start, end, tag = name
    spelled = text[start:end]
    kind = kind_of(spelled, tag, lang)
    line, place, words = _words(start, end, sentenced, places)
    if are_people(words, line, place, lang):
        return Mention(start, end, Kind.GROUP, "")
    if kind is not Kind.PERSON and not lexicon().find(spelled, lang):
        kind = by_own_words(words, lang) or kind
    if kind is Kind.PLACE and not is_country(spelled, lang) and is_club(line, place, lang):
        kind = Kind.ORG
    return Mention(start, end, kind, "")


def _as_told(
    named: Sequence[Mention],
    sentenced: Sequence[Sequence[Token]],
    places: dict[int, tuple[int, int]],
    text: str,
    lang: Lang,
) -> list[Mention]:
    """Return the names, those of which the text says what they are («the band Elf») so throughout."""
    said: dict[str, Kind] = {}
    for mention in named:
        spelled = mention.span.of(text)
        line, place, words = _words(mention.start, mention.end, sentenced, places)
        kind = None if lexicon().find(spelled, lang) else told(words, line, place, lang)
        if kind:
            said.setdefault(spelled, kind)
    if not said:
        return list(named)
    return [replace(one, kind=said.get(one.span.of(text), one.kind)) for one in named]


def _pieces(
    name: Named, sentenced: Sequence[Sequence[Token]], places: dict[int, tuple[int, int]], lang: Lang
) -> Iterator[Named]:
    """Yield the names that a tagged span holds, mostly itself."""
    words, first, part = _words(name[0], name[1], sentenced, places)
    last = first + len(part)
    people = lang is Lang.FR and begins_with_people(words[first:last], name[2])
    if people:
        yield words[first].start, words[first].end, "MISC"
        name, first = (words[first + 1].start, name[1], "PER"), first + 1
    for part in parts(words[first:last], name[2], lang):
        trimmed = without_article(_trimmed(part, name[2], lang), lang)
        while len(trimmed) > 1 and _trails(trimmed[-1].text, name[2], lang):
            trimmed = trimmed[:-1]
        if trimmed and _may_name(trimmed):
            yield trimmed[0].start, trimmed[-1].end, "MISC" if _is_title(trimmed, words, lang) else name[2]


def _trimmed(words: Sequence[Token], tag: str, lang: Lang) -> Sequence[Token]:
    """Return the words without articles, marks and pictures at either end, perhaps none."""
    first, last = 0, len(words)
    while first < last and _falls_first(words[first].text, tag):
        first += 1
    while first < last - 1 and tag == "MISC" and lang is Lang.EN and words[first].text.islower():
        first += 1
    while first < last and _falls_last(words[last - 1].text):
        last -= 1
    if first < last and words[first].text in _ROLES:
        return _beyond_role(words[first:last], lang)
    return words[first:last] if first < last and _may_name(words[first:last]) else ()


def _beyond_role(words: Sequence[Token], lang: Lang) -> Sequence[Token]:
    """Return what is known by name behind an office: «Paris» of «maire de Paris»."""
    rest = words[1:]
    while rest and _falls_first(rest[0].text, ""):
        rest = rest[1:]
    return rest if lexicon().find(" ".join(word.text for word in rest), lang) else ()


_QUOTES = frozenset(['""', "“”", "«»"])


def _is_title(part: Sequence[Token], line: Sequence[Token], lang: Lang) -> bool:
    """Tell whether a name stands alone in quotation marks: then it is a work's title, if it is not known."""
    place = line.index(part[0])
    after = place + len(part)
    if place == 0 or after >= len(line) or line[place - 1].text + line[after].text not in _QUOTES:
        return False
    return not lexicon().find(" ".join(word.text for word in part), lang)


def _trails(word: str, tag: str, lang: Lang) -> bool:
    """Tell whether a last word is no part of a name: small in English, a score behind a place or a person."""
    return (lang is Lang.EN and word.islower()) or (tag in {"PER", "LOC"} and word.isdecimal())


def _falls_first(word: str, tag: str) -> bool:
    if tag == "PER" and word in _TITLES:
        return True
    if word in _DROPPED_FIRST or not (word[0].isalnum() or word[0] in "'’"):
        return not (tag == "PER" and word in {"de", "du"})
    return False


def _falls_last(word: str) -> bool:
    return word in _DROPPED_LAST or not (word[-1].isalnum() or word[-1] in ".!+")


def _may_name(words: Sequence[Token]) -> bool:
    if len(words) == 1 and words[0].text.replace("’", "'") in _NO_NAME:
        return False
    return any(char.isupper() for word in words for char in word.text)


def _with_curated(named: list[Mention], known: Sequence[Mention]) -> list[Mention]:
    """Return both; a known name («T. Rowe Price») takes the place of its parts («Rowe Price»)."""
    held = {cell: mention.span for mention in known for cell in range(mention.start, mention.end)}
    whole = [one for one in named if not _is_part(one, held.get(one.start))]
    return _beside(whole, known)


def _is_part(mention: Mention, larger: Span | None) -> bool:
    return larger is not None and larger.contains(mention.span) and larger != mention.span


def _beside(standing: list[Mention], more: Iterable[Mention]) -> list[Mention]:
    """Return both, the second only where nothing stands yet."""
    taken = {cell for mention in standing for cell in range(mention.start, mention.end)}
    both = list(standing)
    for mention in more:
        cells = range(mention.start, mention.end)
        if taken.isdisjoint(cells):
            taken.update(cells)
            both.append(mention)
    return both
