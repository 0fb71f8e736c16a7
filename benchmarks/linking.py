"""How many names are known to be the same thing on both sides, and how many are taken for what they are not.

``linking.py FOLDER…``: a FOLDER of ``DOC/`` with ``en.sents``, ``fr.sents`` and ``gold.tsv`` (line numbers
of the two sides that translate each other) is measured sentence by sentence; one with ``fr/``, ``en/`` and
``pairs.tsv`` article by article. With and without the FreeDict dictionaries, if they are installed.

Linked: English names that have a counterpart among the French names facing them. False: English names that
are linked to a French name in a random sentence (or article) from elsewhere, though that one goes by
another id and is spelled otherwise: the same thing may well be named in both.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from tui.analysis.analyse import analyse
from tui.analysis.entities import match_entities
from tui.errors import InputError
from tui.ingest.options import ReadOptions, Rejected
from tui.ingest.reading import read
from tui.model.article import Article, Block, BlockKind, Document, Entity, Lang
from tui.pairing.align.wordlist import translations
from tui.text.fold import fold

SEED = 20250611

Sides = tuple[tuple[Entity, ...], tuple[Entity, ...]]
"""The French and the English things that face each other."""


class Rates(NamedTuple):
    """English names, the share that is linked, the share that is linked to something else elsewhere."""

    names: int
    linked: float
    false: float


def article(lines: Sequence[str], lang: Lang, key: str) -> Article:
    """Return sentences as an article, a paragraph each."""
    text = "\n\n".join(lines)
    begins = [sum(map(len, lines[:number])) + 2 * number for number in range(len(lines))]
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, begin, begin + len(line))
        for begin, line in zip(begins, lines, strict=True)
    )
    return analyse(Document(key, text, blocks, lang=lang), lang=lang)


def within(held: Article, numbers: Sequence[int]) -> tuple[Entity, ...]:
    """Return the things that some paragraphs of an article name, each by the name it has there."""
    spans = [held.blocks[number].span for number in numbers]
    known = {entity.id: entity for entity in held.entities}
    found: dict[str, Entity] = {}
    for mention in held.mentions:
        if mention.entity in known and any(span.contains(mention.span) for span in spans):
            name = " ".join(mention.span.of(held.text).split())
            found.setdefault(mention.entity, replace(known[mention.entity], name=name))
    return tuple(found.values())


def sentences(folder: Path) -> Iterator[Sides]:
    """Yield the things of each pair of passages that translate each other."""
    for doc in sorted(path for path in folder.iterdir() if (path / "gold.tsv").exists()):
        sides = {
            lang: article((doc / f"{lang}.sents").read_text("utf-8").split("\n"), lang, doc.name)
            for lang in (Lang.FR, Lang.EN)
        }
        head, *rows = (doc / "gold.tsv").read_text("utf-8").splitlines()
        for row in rows:
            cells = dict(zip(head.split("\t"), row.split("\t"), strict=False))
            numbers = {
                lang: [int(one) for one in cells.get(lang, "").split(",") if one] for lang in ("fr", "en")
            }
            if numbers["fr"] and numbers["en"]:
                yield within(sides[Lang.FR], numbers["fr"]), within(sides[Lang.EN], numbers["en"])


def articles(folder: Path, most: int) -> Iterator[Sides]:
    """Yield the things of each pair of articles."""
    files = {path.stem: path for lang in ("fr", "en") for path in (folder / lang).iterdir()}
    for row in (folder / "pairs.tsv").read_text("utf-8").splitlines()[1 : most + 1]:
        fr, en = (_entities(files[name]) for name in row.split("\t")[:2])
        if fr and en:
            yield fr, en


def _entities(path: Path) -> tuple[Entity, ...]:
    (document,) = list(read(str(path), ReadOptions()))
    if isinstance(document, Rejected):
        return ()
    try:
        return analyse(document).entities
    except InputError:
        return ()


def rates(sides: Sequence[Sides], *, dictionary: bool) -> Rates:
    """Return how many English names are linked where they belong, and elsewhere."""
    rng = random.Random(SEED)
    names = linked = false = 0
    for fr, en in sides:
        names += len(en)
        linked += len(_links(fr, en, dictionary=dictionary))
        elsewhere = rng.choice(sides)[0]
        false += sum(_differ(*pair) for pair in _links(elsewhere, en, dictionary=dictionary))
    return Rates(names, linked / names, false / names)


def _links(fr: Sequence[Entity], en: Sequence[Entity], *, dictionary: bool) -> list[tuple[Entity, Entity]]:
    """Return the French and English things that are taken for one."""
    shared = match_entities(fr, en, translations) if dictionary else match_entities(fr, en)
    french = {shared[one.id]: one for one in fr if one.id in shared}
    return [(french[shared[one.id]], one) for one in en if shared.get(one.id) in french]


def _differ(fr: Entity, en: Entity) -> bool:
    """Tell whether two things are neither the same by id nor spelled alike."""
    return fr.id != en.id and fold(fr.name) != fold(en.name)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--most", type=int, default=200, help="pairs of articles that are read")
    options = parser.parse_args()
    kinds = (False, True) if translations("maison") else (False,)
    print("| set | dictionary | English names | linked | false |\n| --- | --- | --- | --- | --- |")
    for folder in options.folders:
        label = folder.parent.name if folder.name in {"dev", "test"} else folder.name
        by_article = (folder / "pairs.tsv").exists()
        sides = list(articles(folder, options.most) if by_article else sentences(folder))
        for dictionary in kinds:
            found = rates(sides, dictionary=dictionary)
            shown = f"{found.names} | {found.linked:.1%} | {found.false:.2%}"
            print(f"| {label} | {'yes' if dictionary else 'no'} | {shown} |")


if __name__ == "__main__":
    main()
