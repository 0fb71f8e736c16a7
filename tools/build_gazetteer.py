"""Build the name list that the tagger uses: ``build_gazetteer.py DATA OUT.txt.xz``.

DATA holds ``lists/`` (given names, surnames, cities) and ``{fr,en}/wikiann-fragments.conll.xz``; see
docs/data-and-licences.md for what they are. Each line of the result: a folded name, a tab, its signs: g
given name, s surname, c city over 100,000 people, v smaller town; from titles: l place, o organisation,
p person.
"""

from __future__ import annotations

import lzma
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tui.text.fold import fold

SURNAMES = 20_000
"""US surnames kept, the commonest ones: the rest are mostly rare words."""

CITY, EXONYM = 100_000, 300_000
"""People in a city that counts as large, and in one whose other names are listed too."""

LONGEST = 5
"""Words in a listed name."""

SIGNS = {"LOC": "l", "ORG": "o", "PER": "p"}


def lines(path: Path) -> Iterator[str]:
    """Yield the lines of a compressed file."""
    return (line.rstrip("\n") for line in lzma.open(path, "rt", encoding="utf-8"))


def people(lists: Path) -> Iterator[tuple[str, str]]:
    """Yield given names and surnames."""
    for name in ("given-names-fr-insee", "given-male-us-census1990", "given-female-us-census1990"):
        yield from ((line.split("\t")[0], "g") for line in lines(lists / f"{name}.tsv.xz"))
    for number, line in enumerate(lines(lists / "surnames-us-census1990.tsv.xz")):
        if number < SURNAMES:
            yield line.split("\t")[0], "s"


def cities(lists: Path) -> Iterator[tuple[str, str]]:
    """Yield towns, and the Latin exonyms of the large ones."""
    for line in lines(lists / "cities15000-geonames.tsv.xz"):
        name, _, population, others = ([*line.split("\t"), ""])[:4]
        yield name, "c" if int(population) >= CITY else "v"
        if int(population) >= EXONYM:
            yield from ((other, "c") for other in others.split("|") if len(other) > 3 and other[0].isupper())


def titles(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the names tagged in a file of page titles."""
    words: list[str] = []
    kind = ""
    for line in lines(path):
        word, _, tag = line.partition("\t")
        if not tag.startswith("I-") and words:
            yield " ".join(words), SIGNS[kind]
            words = []
        if tag != "O" and tag:
            kind = tag[2:]
            words.append(word)


def gazetteer(data: Path) -> dict[str, str]:
    """Return every folded name with its signs."""
    found: dict[str, set[str]] = defaultdict(set)
    for source in (
        people(data / "lists"),
        cities(data / "lists"),
        *map(titles, data.glob("*/wikiann-fragments*")),
    ):
        for name, sign in source:
            if 1 < len(name) < 50 and 1 <= len(name.split()) <= LONGEST and name[0].isupper():
                found[" ".join(fold(name).replace("-", " ").split())].add(sign)
    return {name: "".join(sorted(signs)) for name, signs in found.items()}


def main(data: str, out: str) -> None:
    """Write the list."""
    names = gazetteer(Path(data))
    text = "\n".join(f"{name}\t{signs}" for name, signs in sorted(names.items()))
    Path(out).write_bytes(lzma.compress(text.encode(), preset=9))
    sys.stderr.write(f"{len(names)} names\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
