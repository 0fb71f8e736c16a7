"""The curated names: things known in both languages, countries and their peoples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from tui.analysis.entities.keys import name_key
from tui.model.article import Kind, Lang


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing known beforehand: ``fr`` and ``en`` are its names there, the usual one first."""

    id: str
    kind: Kind
    fr: tuple[str, ...]
    en: tuple[str, ...]

    def names(self, lang: Lang) -> tuple[str, ...]:
        """Return its names in ``lang``."""
        return self.fr if lang is Lang.FR else self.en


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Things by the key of their names, per language; where names collide the first listed wins."""

    things: tuple[Thing, ...]
    _by_key: Mapping[Lang, Mapping[str, tuple[Thing, ...]]] = field(repr=False)

    def find(self, name: str, lang: Lang) -> tuple[Thing, ...]:
        """Return what ``name`` may be in ``lang``, likeliest first."""
        return self._by_key[Lang.FR if lang is Lang.FR else Lang.EN].get(name_key(name), ())

    def one(self, name: str, lang: Lang, kind: Kind) -> Thing | None:
        """Return the likeliest thing of ``kind`` that is called ``name`` in ``lang``."""
        return next((thing for thing in self.find(name, lang) if thing.kind is kind), None)

    def get(self, entity: str) -> Thing | None:
        """Return the thing whose id is ``entity``."""
        return _by_id().get(entity)


@cache
def lexicon() -> Lexicon:
    """Return the lexicon, read once from the package's data."""
    things = tuple(_things())
    return Lexicon(things, {lang: _index(things, lang) for lang in (Lang.FR, Lang.EN)})


@cache
def _by_id() -> dict[str, Thing]:
    return {thing.id: thing for thing in reversed(lexicon().things)}


@cache
def countries() -> frozenset[Thing]:
    """Return the territories of CLDR: places that no club is called after alone."""
    return frozenset(
        thing for thing in lexicon().things if thing.kind is Kind.PLACE and len(thing.id) == len("place:us")
    )


def rows(name: str) -> Iterator[list[str]]:
    """Yield the tab-separated rows of a data file of this package."""
    text = (files("tui.analysis.entities.data") / name).read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


def _things() -> Iterator[Thing]:
    known = {f"{row[0]}:{row[1]}": row for row in rows("known.tsv")}
    yield from (_known(row) for row in known.values())
    for code, fr, en in rows("territories.tsv"):
        if f"PLACE:{code}" not in known:
            yield Thing(f"place:{code}", Kind.PLACE, (fr.replace("’", "'"),), (en,))
    yield from (_people(*row) for row in rows("demonyms.tsv"))


def _known(row: list[str]) -> Thing:
    kind, slug, fr, en = row
    french = tuple(fr.split("|"))
    english = french if en == "-" else tuple(en.split("|"))
    return Thing(f"{kind.lower()}:{slug}", Kind(kind), french, english)


def _people(code: str, fr: str, en: str) -> Thing:
    french = tuple(form for word in fr.split("|") for form in inflected(word))
    return Thing(f"group:{code}", Kind.GROUP, french, tuple(en.split("|")))


_FEMININE = (("ien", "ienne"), ("éen", "éenne"), ("grec", "grecque"), ("turc", "turque"), ("on", "onne"))


def inflected(word: str) -> tuple[str, ...]:
    """Return the four forms of a French adjective of nationality, masculine singular first."""
    feminine = word if word.endswith("e") else f"{word}e"
    for ending, other in _FEMININE:
        if word.endswith(ending):
            feminine = word.removesuffix(ending) + other
    plural = word if word.endswith(("s", "x")) else f"{word}s"
    return tuple(dict.fromkeys((word, feminine, plural, f"{feminine}s")))


def _index(things: tuple[Thing, ...], lang: Lang) -> dict[str, tuple[Thing, ...]]:
    found: dict[str, list[Thing]] = {}
    for thing in things:
        for name in thing.names(lang):
            found.setdefault(name_key(name), []).append(thing)
    return {key: tuple(dict.fromkeys(many)) for key, many in found.items()}
