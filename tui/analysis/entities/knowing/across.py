"""The same thing in the French and the English article: by id, by spelling, by what aligned rows teach."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from tui.analysis.entities.knowing.resolve import is_curated
from tui.analysis.entities.knowing.similarity import Translate, alike, no_dictionary
from tui.model.article import Entity, Kind

MINIMUM = 0.8
"""Likeness from which two names are taken for one: two words of three are not enough."""


def match_entities(
    fr: Sequence[Entity], en: Sequence[Entity], translate: Translate = no_dictionary
) -> Mapping[str, str]:
    """Return the id shared by both panes for every entity of either side that has a counterpart.

    Equal ids face each other; the rest is assigned one to one, most alike first. Of two ids that of a thing
    known beforehand is shared, else the French one. ``translate`` is a dictionary, where one is installed.
    """
    theirs = {entity.id for entity in en}
    shared = {entity.id: entity.id for entity in fr if entity.id in theirs}
    open_fr = [entity for entity in fr if entity.id not in shared]
    open_en = [entity for entity in en if entity.id not in shared]
    scored = list(_candidates(open_fr, open_en, translate))
    unclear = _unclear(scored, {*map(_lone, open_fr), *map(_lone, open_en)})
    for _, left, right in sorted(scored, key=lambda item: (-item[0], *item[1:])):
        if not unclear.isdisjoint((left, right)):
            continue
        if left not in shared and right not in shared:
            shared[left] = shared[right] = _kept_last(left, right)[1]
    return shared


def _lone(entity: Entity) -> str:
    """Return the id of someone who is known by one name only, else nothing."""
    return entity.id if entity.kind is Kind.PERSON and " " not in entity.name else ""


def _unclear(scored: Sequence[tuple[float, str, str]], lone: Collection[str]) -> frozenset[str]:
    """Return those of the ``lone`` whose surname several people of the other side bear alike."""
    best: dict[str, list[float]] = defaultdict(list)
    for score, *ends in scored:
        for one in ends:
            if one in lone:
                best[one].append(score)
    return frozenset(one for one, scores in best.items() if scores.count(max(scores)) > 1)


def shared_names(
    fr: Sequence[Entity], en: Sequence[Entity], translate: Translate = no_dictionary
) -> tuple[tuple[str, str], ...]:
    """Return (id, the id that it goes by) where the two sides of a pair call one thing by different ids.

    A country and its people face each other, but they are two things.
    """
    matched = match_entities(fr, en, translate)
    return tuple(
        sorted((one, kept) for one, kept in matched.items() if one != kept and not _is_people(one, kept))
    )


def _is_people(one: str, other: str) -> bool:
    return {one.partition(":")[0], other.partition(":")[0]} == {"place", "group"}


def _likeness(fr: Entity, en: Entity, translate: Translate) -> float:
    """Return how alike two entities are; a country and its people («Mexico», «mexicaine») come last."""
    (fr_kind, _, fr_code), (en_kind, _, en_code) = fr.id.partition(":"), en.id.partition(":")
    if fr_code == en_code and {fr_kind, en_kind} == {"place", "group"}:
        return MINIMUM
    return alike(fr.name, en.name, fr.kind, en.kind, translate)


def _candidates(
    fr: Sequence[Entity], en: Sequence[Entity], translate: Translate
) -> Iterator[tuple[float, str, str]]:
    for left in fr:
        for right in en:
            score = _likeness(left, right, translate)
            if score >= MINIMUM:
                yield score, left.id, right.id


Row = tuple[frozenset[str], frozenset[str]]
"""The ids of the entities named on the French and on the English side of one bead."""

LEAST_PAIRS, LEAST_ROWS, LEAST_SHARE = 2, 3, 0.6
"""Two names are one only if they face each other in two pairs of articles, in three rows, and in most rows in
which either stands without its like: one bad pair, or one formula, teaches nothing."""

_TAUGHT = frozenset("org place product event work".split())
"""Kinds whose names are learnt: people and peoples that stand side by side all the time are still two."""


def learn(pairs: Iterable[Iterable[Row]]) -> dict[tuple[str, str], float]:
    """Return the ids that keep facing each other in the rows of several pairs: (id, goes by) -> share.

    The share is the Dice coefficient of the rows in which each stands and its own id does not face it.
    Of two, the one known beforehand is kept, else the French one.
    """
    seen = [_counted(rows) for rows in pairs]
    alone, both = sum((one for one, _ in seen), Counter()), sum((two for _, two in seen), Counter())
    spread = Counter(chain.from_iterable(two.keys() for _, two in seen))
    shares = {
        (fr, en): 2 * count / (alone["fr", fr] + alone["en", en])
        for (fr, en), count in both.items()
        if count >= LEAST_ROWS and spread[fr, en] >= LEAST_PAIRS
    }
    return dict(_best({ends: share for ends, share in shares.items() if share >= LEAST_SHARE}))


def _counted(rows: Iterable[Row]) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """Return in how many rows each id stands (side, id), and in how many each two face each other."""
    alone: Counter[tuple[str, str]] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    for fr, en in rows:
        left, right = fr - en, en - fr
        alone.update(("fr", one) for one in left)
        alone.update(("en", one) for one in right)
        both.update((one, other) for one in left for other in right if _may_be_one(one, other))
    return alone, both


def _may_be_one(fr: str, en: str) -> bool:
    kind = fr.partition(":")[0]
    return kind in _TAUGHT and kind == en.partition(":")[0] and not (is_curated(fr) and is_curated(en))


def _best(shares: Mapping[tuple[str, str], float]) -> Iterator[tuple[tuple[str, str], float]]:
    """Yield who goes by what, each id in one alias at most, the surest first."""
    used: set[str] = set()
    for (fr, en), share in sorted(shares.items(), key=lambda one: (-one[1], one[0])):
        if used.isdisjoint((fr, en)):
            used |= {fr, en}
            yield _kept_last(fr, en), round(share, 4)


def _kept_last(fr: str, en: str) -> tuple[str, str]:
    """Return the id that gives way, and the one that both go by."""
    return (fr, en) if is_curated(en) and not is_curated(fr) else (en, fr)
