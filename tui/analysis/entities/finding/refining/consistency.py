"""One sense per name in a text: what most of its mentions say holds for all, missed ones included."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tui.analysis.entities.finding.tokens import Token
from tui.analysis.entities.finding.wordlists import classes, gazetteer
from tui.analysis.entities.lexicon import countries
from tui.model.article import Kind, Lang, Mention
from tui.text.fold import fold

HALF, MAJORITY = 0.5, 0.59
"""Share of a name's mentions above which the others follow; the larger one between place and organisation."""

_EITHER = frozenset({Kind.PLACE, Kind.ORG})
"""What one name may well be in one text: a town and its club, a country and its government."""

Votes = Mapping[str, Counter[Kind]]
"""How often each spelling was given each kind."""


def one_sense(found: Sequence[Mention], text: str) -> list[Mention]:
    """Return the names with the kind of most mentions so spelled; surnames follow full names."""
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    for mention in found:
        votes[mention.span.of(text)][mention.kind] += 1
    families, firms = _families(votes), _firms(votes)
    senses = [_sense(one.span.of(text), one.kind, votes, families, firms) for one in found]
    return [
        one if one.kind is sense else replace(one, kind=sense)
        for one, sense in zip(found, senses, strict=True)
    ]


def _families(votes: Votes) -> frozenset[str]:
    """Return the last words of the full names of people."""
    return frozenset(words[-1] for words in _long(votes, Kind.PERSON))


def _firms(votes: Votes) -> frozenset[str]:
    """Return the words that long names of organisations begin or end with, and that stand for them alone."""
    return frozenset(
        word
        for words in _long(votes, Kind.ORG)
        if "g" not in gazetteer().get(fold(words[0]), "")
        for word in (words[0], words[-1])
    )


def _long(votes: Votes, kind: Kind) -> Iterator[list[str]]:
    """Yield the words of the names of several words that are mostly of a kind."""
    names = (name.split() for name, kinds in votes.items() if kinds.most_common(1)[0][0] is kind)
    return (words for words in names if len(words) > 1)


def _sense(name: str, kind: Kind, votes: Votes, families: frozenset[str], firms: frozenset[str]) -> Kind:
    if name in families and not _is_country(name, kind):
        return Kind.PERSON
    if name in firms and kind is Kind.PERSON:
        return Kind.ORG
    most, count = votes[name].most_common(1)[0]
    share = MAJORITY if {most, kind} == _EITHER else HALF
    return most if count > share * votes[name].total() else kind


def _is_country(name: str, kind: Kind) -> bool:
    """Tell whether a name is so surely of this kind that a person of the same name does not matter."""
    return kind is Kind.PLACE and any(name in thing.fr or name in thing.en for thing in countries())


def repeated(found: Sequence[Mention], sentenced: Sequence[Sequence[Token]], lang: Lang) -> Iterator[Mention]:
    """Yield further mentions of names that were found elsewhere in the text."""
    spelled = _spellings(found, sentenced, lang)
    longest = {words[0]: 0 for words in spelled}
    for words in spelled:
        longest[words[0]] = max(longest[words[0]], len(words))
    for line in sentenced:
        for place, word in enumerate(line):
            for size in range(longest.get(word.text, 0), 0, -1):
                kind = spelled.get(tuple(other.text for other in line[place : place + size]))
                if kind and place + size <= len(line):
                    yield Mention(word.start, line[place + size - 1].end, kind, "")
                    break


def _spellings(
    found: Sequence[Mention], sentenced: Sequence[Sequence[Token]], lang: Lang
) -> dict[tuple[str, ...], Kind]:
    """Return the token sequences of the names found, without those that are common words as well."""
    starts = {mention.start: mention for mention in found}
    own, lower = own_words(sentenced)
    spelled: dict[tuple[str, ...], Kind] = {}
    for line in sentenced:
        for place, word in enumerate(line):
            mention = starts.get(word.start)
            if mention is None:
                continue
            words = tuple(other.text for other in line[place : place + 12] if other.end <= mention.end)
            if len(words) > 1 or _is_own(words[0], own, lower, lang):
                spelled.setdefault(words, mention.kind)
    return spelled


def own_words(sentenced: Sequence[Sequence[Token]]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that have a capital within a sentence, and those in lower case."""
    lower = frozenset(word.text for line in sentenced for word in line if word.text[0].islower())
    return frozenset(word for line in sentenced for word in _within(line)), lower


OPENERS = frozenset('"“«‘([:—–-')
"""Behind these a word has a capital as at the beginning of a sentence."""

LOUD = 0.5
"""Share of capitals from which a sentence is a headline, in which they say little."""


def _within(line: Sequence[Token]) -> Iterator[str]:
    """Yield the words that have a capital within a sentence, for themselves."""
    capitals = [place for place, word in enumerate(line) if word.text[0].isupper()]
    if len(capitals) < LOUD * len(line):
        yield from (line[place].text for place in capitals if place and line[place - 1].text not in OPENERS)


def _is_own(word: str, own: frozenset[str], lower: frozenset[str], lang: Lang) -> bool:
    """Tell whether a single word is a name only: no common word but here, nowhere in lower case."""
    small = word.lower()
    return (
        len(word) > 2
        and word[0].isupper()
        and small not in lower
        and (word in own or small not in classes(lang) or not word.istitle())
    )
