"""The same thing in the French and the English article: by id, by spelling, by what aligned rows teach."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tui.analysis.entities.keys import compact
from tui.analysis.entities.knowing.similarity import Translate, alike, no_dictionary
from tui.model.article import Entity, Kind

MINIMUM = 0.8
"""Likeness from which two names are taken for one: two words of three are not enough."""


def match_entities(
    fr: Sequence[Entity], en: Sequence[Entity], translate: Translate = no_dictionary
) -> Mapping[str, str]:
    """Return the id shared by both panes for every entity of either side that has a counterpart.

    Equal ids face each other; the rest is assigned one to one, most alike first. The French id is shared.
    ``translate`` is an installed dictionary, if there is one.
    """
    theirs = {entity.id for entity in en}
    shared = {entity.id: entity.id for entity in fr if entity.id in theirs}
    open_fr = [entity for entity in fr if entity.id not in shared]
    open_en = [entity for entity in en if entity.id not in shared]
    for _, left, right in sorted(
        _candidates(open_fr, open_en, translate), key=lambda item: (-item[0], *item[1:])
    ):
        if left not in shared and right not in shared:
            shared[left] = shared[right] = left
    return shared


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


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two names that kept facing each other in ``count`` aligned rows, a ``share`` of those with either."""

    kind: Kind
    fr: str
    en: str
    count: int
    share: float


Row = tuple[Sequence[tuple[Kind, str]], Sequence[tuple[Kind, str]]]
"""The names (kind, spelling) on the French and on the English side of one bead."""

LEAST_COUNT, LEAST_SHARE = 2, 0.6
"""Twice together and in most rows where either stands: once may be chance."""


def learn(rows: Iterable[Row]) -> tuple[Suggestion, ...]:
    """Return the names that keep facing each other in aligned rows and are spelled differently, best first.

    The share is the Dice coefficient of the rows in which each stands.
    """
    alone: dict[str, Counter[tuple[Kind, str]]] = {"fr": Counter(), "en": Counter()}
    both: Counter[tuple[Kind, str, str]] = Counter()
    for fr, en in rows:
        left, right = set(fr), set(en)
        alone["fr"].update(left)
        alone["en"].update(right)
        both.update((kind, name, other) for kind, name in left for same, other in right if kind is same)
    return _best(both, alone["fr"], alone["en"])


def _best(
    both: Mapping[tuple[Kind, str, str], int],
    fr: Mapping[tuple[Kind, str], int],
    en: Mapping[tuple[Kind, str], int],
) -> tuple[Suggestion, ...]:
    found = defaultdict(list)
    for (kind, name, other), count in both.items():
        share = 2 * count / (fr[kind, name] + en[kind, other])
        if count >= LEAST_COUNT and share >= LEAST_SHARE and compact(name) != compact(other):
            found[kind, name].append(Suggestion(kind, name, other, count, round(share, 3)))
    best = (max(many, key=lambda one: (one.share, one.count, one.en)) for many in found.values())
    return tuple(sorted(best, key=lambda one: (-one.share, -one.count, one.fr)))
