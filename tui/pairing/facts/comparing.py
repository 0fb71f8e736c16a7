"""Whether two values can be the same one, the way an editor would judge it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tui.model.article import Article, Kind, Mention
from tui.text.fold import fold
from tui.text.numbers import lowered

_ABOUT = 0.05
"""How far a value may be from one that the other text gives as approximate, as a share. Where both are
approximate the finer one binds: a translation keeps the number, so about 97 is not about 100."""

_DUST = 1e-9
_ROUND_WORD = 0.15
"""How far a value may be from a round word: une cinquantaine."""

_SETTLED = frozenset(
    "year month week weekend day night hour minute second decade century time country state city page "
    "point goal km m cm mm km/h mph km² m² kg g t l ° kw mw gw kb mb gb tb mile foot inch "
    "yard pound acre hectare".split()
)
"""Units that are never called something else: seventy hours are not seventy sessions."""

_LIKE = 5
"""Nouns that share so many letters count the same thing: ingénieurs and engineers do not, modules do."""

_BEFORE = re.compile(
    r"\b(?:environ|près d[e']|quelque|presque|à peu près|autour d[e']|aux? (?:alentours|environs) d[e']"
    r"|plus d[e']|moins d[e']|de l'ordre d[e']|au moins|au plus|jusqu'à|quasi(?:ment)?|about|around|some"
    r"|nearly|almost|over|under|roughly|approximately|approx\.?|close to|more than|less than|fewer than"
    r"|at least|at most|up to|as many as|as much as|an estimated|circa|upwards of)"
    r" ?(?:les |the |à |a |un |une )?[~≈]?$|[~≈<>±] ?$"
)
_AFTER = re.compile(r" (?:environ|à peu près|or so|or more|ou plus|au moins|au plus|approximately)\b")
_ROUNDING = re.compile(r"(?:ai|iz)nes?\b|\bmilliers?\b|\bdozens?\b", re.IGNORECASE)
_NUMBER_IN = re.compile(r"\d")
_TURNED = re.compile(r"\b(?:derni|pass[ée]|prochain|last|next)", re.IGNORECASE)
_LOOK_BACK = 28


@dataclass(frozen=True, slots=True)
class Stated:
    """A value as one text states it.

    ``about`` tells that the text calls it approximate, ``rounded`` that its word is a round one, ``explicit``
    that a date has figures, ``adrift`` that its year hangs on a day of publication that is not known; only
    values of one ``bucket`` can be the same outside a row.
    """

    mention: Mention
    about: bool
    rounded: bool
    explicit: bool
    adrift: bool
    bucket: str


def stated(article: Article, mention: Mention) -> Stated:
    """Return ``mention`` with what its neighbourhood says of its exactness."""
    text, surface = article.text, mention.span.of(article.text)
    before = lowered(text[max(0, mention.start - _LOOK_BACK) : mention.start])
    after = lowered(text[mention.end : mention.end + _LOOK_BACK])
    rounded = mention.kind is not Kind.DATE and _ROUNDING.search(surface) is not None
    about = rounded or _BEFORE.search(before) is not None or _AFTER.match(after) is not None
    explicit = mention.kind is not Kind.DATE or _NUMBER_IN.search(surface) is not None
    bucket = f"{mention.kind}:{fold(mention.unit or '')[:_LIKE]}"
    adrift = _lacks_year(mention) and _TURNED.search(surface) is not None
    return Stated(mention, about, rounded, explicit, adrift, bucket)


def _lacks_year(mention: Mention) -> bool:
    return mention.kind is Kind.DATE and any(str(end).startswith("--") for end in _ends(mention))


def _anchored_alike(one: Stated, other: Stated) -> bool:
    """Tell whether two dates can be compared: "February last year", of no known year, is no February 2024."""
    return not any(
        first.adrift and not _lacks_year(second.mention) for first, second in ((one, other), (other, one))
    )


def comparable(one: Stated, other: Stated) -> bool:
    """Tell whether the two measure the same kind of thing, so that unequal values contradict each other."""
    first, second = one.mention, other.mention
    if first.kind is not second.kind:
        return False
    if first.kind is Kind.DATE:
        return (
            one.explicit and other.explicit and _anchored_alike(one, other) and _same_precision(first, second)
        )
    return first.unit == second.unit or (first.kind is Kind.QUANTITY and _alike(first.unit, second.unit))


def same_value(one: Stated, other: Stated, *, facing: bool) -> bool:
    """Tell whether both can state the same value; ``facing`` ones may name or split it otherwise."""
    first, second = one.mention, other.mention
    if first.kind is not second.kind or (not facing and len(_ends(first)) != len(_ends(second))):
        return False
    if first.kind is Kind.DATE:
        return _anchored_alike(one, other) and _same_dates(first, second)
    if first.kind is not Kind.QUANTITY or not facing:
        return comparable(one, other) and _near(one, other)
    return _near(one, other) and (comparable(one, other) or _may_be_alike(first, second))


def _may_be_alike(first: Mention, second: Mention) -> bool:
    """Tell whether two nouns that no table links may translate each other: people are called many things."""
    units = {first.unit or "", second.unit or ""}
    return _ends(first) == _ends(second) and not units & _SETTLED


def _alike(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return one == other
    first, second = fold(one), fold(other)
    return first == second or (len(first) >= _LIKE and first[:_LIKE] == second[:_LIKE])


def _ends(mention: Mention) -> tuple[float | str, ...]:
    value = mention.value
    return () if value is None else value if isinstance(value, tuple) else (value,)


def _numbers(mention: Mention) -> tuple[float, ...]:
    return tuple(end for end in _ends(mention) if isinstance(end, float | int))


def _near(one: Stated, other: Stated) -> bool:
    """Tell whether two numbers or ranges agree within what the texts say of their exactness."""
    first, second = _numbers(one.mention), _numbers(other.mention)
    if len(first) == len(second):
        return all(_close(a, b, one, other) for a, b in zip(first, second, strict=True))
    single, ends = (first[0], second) if len(first) == 1 else (second[0], first)
    return any(_close(single, end, one, other) for end in ends)


def _close(first: float, second: float, one: Stated, other: Stated) -> bool:
    apart = abs(first - second)
    if apart <= _DUST:
        return True
    if not (one.about or other.about):
        return False
    share = apart / max(abs(first), abs(second))
    if one.rounded != other.rounded:
        return share <= _ROUND_WORD
    grains = [_grain(number) for number, side in ((first, one), (second, other)) if side.about]
    return share <= _ABOUT and apart < min(grains)


def _grain(number: float) -> float:
    """Return the last place that ``number`` is given to: more than 291,000 may be 291,400, not 290,000."""
    shown = f"{number:.12g}"
    if "." in shown or not shown.isdigit():
        return 10.0 ** -len(shown.partition(".")[2])
    return 10.0 ** (len(shown) - len(shown.rstrip("0")))


def _same_dates(first: Mention, second: Mention) -> bool:
    ones, others = [str(end) for end in _ends(first)], [str(end) for end in _ends(second)]
    if len(ones) == len(others):
        return all(_same_date(one, other) for one, other in zip(ones, others, strict=True))
    return any(_same_date(one, other) for one in ones for other in others)


def _same_date(one: str, other: str) -> bool:
    """Tell whether two ISO dates agree as far as both go; a missing year agrees with any."""
    if one == other:
        return True
    if "W" in one or "W" in other:
        return False
    first, second = _parts(one), _parts(other)
    if not first[0] or not second[0]:
        return first[1:] == second[1:]
    shared = min(len(first), len(second))
    return shared > 1 and first[:shared] == second[:shared]


def _parts(iso: str) -> list[str]:
    """Return year ("" when missing), month and day, as many as there are."""
    return ["", *iso[2:].split("-")] if iso.startswith("--") else iso.split("-")


def _same_precision(first: Mention, second: Mention) -> bool:
    shapes = [[len(_parts(str(end))) for end in _ends(mention)] for mention in (first, second)]
    return shapes[0] == shapes[1]
