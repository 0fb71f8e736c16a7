"""Reasons for a pair that a person can read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from tui.model.article import Article
from tui.model.pair import Evidence
from tui.pairing.terms import Sort, Term, terms, words

MOST_SHOWN = 6
"""Shared things named in one reason."""
PASSAGE_SHOWN = 60
"""Characters shown of a linked passage."""


def evidence(
    fr: Article, en: Article, share: float, links: Sequence[tuple[int, int]]
) -> tuple[Evidence, ...]:
    """Return what speaks for two articles telling the same story, the strongest first."""
    shared = _shared(fr, en)
    found = [
        *_address(fr, en),
        *_passages(fr, en, share, links),
        *_titles(fr, en),
        *_terms("names", Sort.NAME, shared),
        *_terms("numbers", Sort.NUMBER, shared),
        *_terms("dates", Sort.DATE, shared),
        *_published(fr, en),
    ]
    total = sum(item.weight for item in found) or 1.0
    scaled = (Evidence(item.kind, round(item.weight / total, 3), item.detail) for item in found)
    return tuple(sorted(scaled, key=lambda item: -item.weight))


def _shared(fr: Article, en: Article) -> dict[str, tuple[Term, Term]]:
    ours, theirs = _by_key(terms(fr)), _by_key(terms(en))
    return {key: (ours[key], theirs[key]) for key in ours if key in theirs}


def _by_key(found: Iterable[Term]) -> dict[str, Term]:
    first: dict[str, Term] = {}
    for term in found:
        first.setdefault(term.key, term)
    return first


def _terms(kind: str, sort: Sort, shared: dict[str, tuple[Term, Term]]) -> Iterable[Evidence]:
    both = {_spelled(*pair) for pair in shared.values() if pair[0].sort is sort}
    if both:
        names = sorted(both, key=lambda name: (-len(name), name))
        yield Evidence(kind, min(1.0, len(both) / 10), ", ".join(names[:MOST_SHOWN]))


def _spelled(fr: Term, en: Term) -> str:
    return fr.surface if fr.surface == en.surface else f"{fr.surface} = {en.surface}"


def _address(fr: Article, en: Article) -> Iterable[Evidence]:
    if en.url is not None and en.url in fr.alternates:
        yield Evidence("address", 2.0, en.url)
    elif fr.url is not None and fr.url in en.alternates:
        yield Evidence("address", 2.0, fr.url)


def _passages(fr: Article, en: Article, share: float, links: Sequence[tuple[int, int]]) -> Iterable[Evidence]:
    """Yield how many passages are linked, with the first, or which share of both texts is aligned."""
    if links:
        first = f"{_short(fr.segment_text(links[0][0]))} = {_short(en.segment_text(links[0][1]))}"
        yield Evidence("passages", min(1.0, len(links) / 5), f"{len(links)}: {first}")
    elif share:
        yield Evidence("passages", 2 * share, f"{share:.0%}")


def _short(text: str) -> str:
    """Return the beginning of a passage, whole words only."""
    line = " ".join(text.split())
    return line if len(line) <= PASSAGE_SHOWN else line[:PASSAGE_SHOWN].rsplit(" ", 1)[0] + "…"


def _titles(fr: Article, en: Article) -> Iterable[Evidence]:
    """Yield the names and long words that both titles share."""
    ours, theirs = ({term.key: term.surface for term in words(side.title)} for side in (fr, en))
    shared = dict.fromkeys(ours[key] for key in ours if key in theirs)
    if shared:
        yield Evidence("titles", min(1.0, len(shared) / 4), ", ".join(list(shared)[:MOST_SHOWN]))


def _published(fr: Article, en: Article) -> Iterable[Evidence]:
    if fr.published is None or en.published is None:
        return
    days = abs((_day(fr.published) - _day(en.published)).days)
    if days <= 14:
        yield Evidence("published", 0.5 / (1 + days), f"{_day(fr.published)} / {_day(en.published)}")


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
