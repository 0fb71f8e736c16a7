"""How well facts hold across human translations: ``python benchmarks/facts.py FOLDER…``.

Every folder below FOLDER that holds en.sents, fr.sents and gold.tsv (line numbers, "0,1" TAB "2") is a
document; where pairs.tsv names documents in fr/ and en/, those are read, segmented and aligned as the program
does; ``--letters`` leaves the encoder out.
Prints, of the values that a fixed pattern finds on the English side, how many have the same value on the
French one; how often a difference is claimed (wrongly, unless the translator erred); and what becomes of
numbers altered by a script.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tui.analysis.analyse import lines_article
from tui.analysis.language import with_languages
from tui.analysis.segments import segment
from tui.analysis.values import find_values
from tui.ingest.reading import read
from tui.model.article import Article, Document, Kind, Lang, Mention
from tui.model.pair import Bead, Fact, Mode, Pair, Status
from tui.model.span import Span
from tui.pairing.bitext import compare
from tui.pairing.encoder import Encoder, default_encoder
from tui.pairing.facts import facts

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_FIGURE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
PATTERNS = {
    Kind.PERCENT: re.compile(rf"(?<![\w.,-])(?:{_FIGURE}) ?(?:%|per ?cent\b)"),
    Kind.DATE: re.compile(
        rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}"
        rf"(?:,? \d{{4}})?|\b{_MONTH} \d{{4}}"
        r"|(?<=\b[Ii]n )(?:19|20)\d\d\b(?! ?[%-])|(?<=\b[Ss]ince )(?:19|20)\d\d\b"
    ),
    Kind.MONEY: re.compile(
        rf"(?:US)?[$€£](?:{_FIGURE})(?: ?(?:million|billion|trillion|bn|m|k)\b)?"
        rf"|(?<![\w.,$])(?:{_FIGURE})(?: (?:million|billion|trillion))? (?:dollars|euros|pounds)\b"
    ),
}
"""What counts as stated on the English side; kept apart from the program's own patterns on purpose."""

SHARE_ALTERED = 0.34
SEED = 20261122


@dataclass(frozen=True, slots=True)
class Set:
    """One aligned document: the lines of both sides and its beads."""

    fr: tuple[str, ...]
    en: tuple[str, ...]
    beads: tuple[Bead, ...]


def documents(folder: Path, every: int, encoder: Encoder | None) -> Iterator[Set]:
    for gold in sorted(folder.rglob("gold.tsv"))[::every]:
        sides = [gold.with_name(f"{lang}.sents") for lang in ("fr", "en")]
        if all(side.exists() for side in sides):
            fr, en = (
                tuple(side.read_text(encoding="utf-8").removesuffix("\n").split("\n")) for side in sides
            )
            yield Set(fr, en, tuple(_beads(gold)))
    for table in sorted(folder.rglob("pairs.tsv")):
        for line in table.read_text(encoding="utf-8").splitlines()[1::every]:
            yield from _read_pair(table.parent, line.split("\t")[:2], encoder)


def _read_pair(folder: Path, names: Sequence[str], encoder: Encoder | None) -> Iterator[Set]:
    """Yield two whole documents as our own reading, segments and alignment make them."""
    sides = [
        _segmented(folder / lang, name, lang) for lang, name in zip((Lang.FR, Lang.EN), names, strict=True)
    ]
    if all(sides):
        fr, en = (
            lines_article(Document(lang.value, "\n".join(side), ()), lang=lang, names=False)
            for side, lang in zip(sides, (Lang.FR, Lang.EN), strict=True)
        )
        pair = compare(fr, en, encoder=encoder)
        yield Set(sides[0], sides[1], pair.beads or pair.links)


def _segmented(folder: Path, name: str, lang: Lang) -> tuple[str, ...]:
    path = next(iter(folder.glob(f"{name}.*")), None)
    document = next(read(str(path)), None) if path else None
    if not isinstance(document, Document):
        return ()
    blocks = with_languages(document.text, document.blocks, lang)
    return tuple(each.span.of(document.text).replace("\n", " ") for each in segment(document.text, blocks))


def _beads(gold: Path) -> Iterator[Bead]:
    for line in gold.read_text(encoding="utf-8").splitlines()[1:]:
        en, fr = ([int(number) for number in part.split(",") if number] for part in line.split("\t"))
        yield Bead(tuple(fr), tuple(en), 1.0)


def article(lines: tuple[str, ...], lang: Lang) -> Article:
    bare = lines_article(Document(lang.value, "\n".join(lines), ()), lang=lang, names=False)
    return replace(bare, mentions=tuple(_mentions(bare)))


def _mentions(bare: Article) -> Iterator[Mention]:
    for line in bare.segments:
        for mention in find_values(line.span.of(bare.text), bare.lang):
            yield replace(mention, start=mention.start + line.start, end=mention.end + line.start)


def compared(document: Set) -> tuple[Article, Article, tuple[Fact, ...]]:
    fr, en = article(document.fr, Lang.FR), article(document.en, Lang.EN)
    return fr, en, facts(fr, en, Pair(None, "fr", "en", Mode.ALIGNED, 1.0, beads=document.beads))


def _faced(document: Set, en: Article) -> list[Span]:
    return [en.segments[line].span for bead in document.beads if bead.fr for line in bead.en]


def stated(
    document: Set, en: Article, found: tuple[Fact, ...], *, verbose: bool
) -> Iterator[tuple[Kind, bool]]:
    """Tell of each value that the pattern finds whether a fact on its span agrees."""
    agreed = [fact.en for fact in found if fact.status is Status.AGREE and fact.en]
    for kind, pattern in PATTERNS.items():
        for span in _faced(document, en):
            for match in pattern.finditer(en.text, span.start, span.end):
                hit = any(where.overlaps(Span(*match.span())) for where in agreed)
                if verbose and not hit:
                    print("MISSED", kind, repr(match.group()), "|", span.of(en.text)[:300])
                yield kind, hit


def altered(
    document: Set, en: Article, found: tuple[Fact, ...], dice: random.Random
) -> tuple[Set, list[Span], int]:
    """Return the document with some agreeing numbers changed, where they are now, and how many stay."""
    agreed = sorted({fact.en for fact in found if fact.status is Status.AGREE and fact.en})
    numbered = [span for span in agreed if re.search(r"\d", span.of(en.text))]
    chosen = {span for span in numbered if dice.random() < SHARE_ALTERED}
    text, shift, spans = en.text, 0, []
    for span in sorted(chosen):
        here = span.shifted(shift)
        changed = _changed(here.of(text), dice)
        text = text[: here.start] + changed + text[here.end :]
        spans.append(Span(here.start, here.start + len(changed)))
        shift += len(changed) - here.length
    return replace(document, en=tuple(text.split("\n"))), spans, len(agreed) - len(chosen)


def _changed(surface: str, dice: random.Random) -> str:
    """Return ``surface`` with its first number one to nine more, or less where that stays above nought."""
    match = re.search(r"\d+", surface)
    if not match:
        return surface
    number = int(match.group())
    step = dice.randint(1, 9)
    new = number + step if number < 20 or dice.random() < 0.5 else number - step
    if re.search(_MONTH[3:-1], surface) and number <= 31:
        new = number % 28 + 1
    return surface[: match.start()] + str(new).zfill(len(match.group())) + surface[match.end() :]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="show what was missed or claimed wrongly"
    )
    parser.add_argument("--every", type=int, default=1, help="take one document of so many")
    parser.add_argument("--letters", action="store_true", help="align whole documents without the encoder")
    args = parser.parse_args()
    encoder = None if args.letters else default_encoder()
    compare_all(args.folder, encoder, every=args.every, verbose=args.verbose)


def compare_all(
    folders: Iterable[Path], encoder: Encoder | None = None, *, every: int = 1, verbose: bool = False
) -> None:
    """Measure all documents of some folders, and print what was found."""
    tally, dice = Counter[str](), random.Random(SEED)
    for folder in folders:
        for document in documents(folder, every, encoder):
            measure(document, tally, dice, verbose=verbose)
    report(tally)


def measure(document: Set, tally: Counter[str], dice: random.Random, *, verbose: bool) -> None:
    fr, en, found = compared(document)
    for kind, hit in stated(document, en, found, verbose=verbose):
        tally[f"{kind} all"] += 1
        tally[f"{kind} hit"] += hit
    for fact in found:
        tally[fact.status] += 1
        if verbose and fact.status is Status.DIFFER and fact.fr and fact.en:
            print("DIFFERS", fact.kind, repr(fact.fr.of(fr.text)), repr(fact.en.of(en.text)))
    _measure_altered(document, (en, found), tally, dice, verbose=verbose)


def _measure_altered(
    document: Set,
    before: tuple[Article, tuple[Fact, ...]],
    tally: Counter[str],
    dice: random.Random,
    *,
    verbose: bool,
) -> None:
    changed, spans, untouched = altered(document, *before, dice)
    fr, en, after = compared(changed)
    agreed = {fact.en for fact in after if fact.status is Status.AGREE and fact.en}
    flagged = {fact.en for fact in after if fact.status is not Status.AGREE and fact.en}
    for span in spans:
        hit = _any_on(span, flagged) and not _any_on(span, agreed)
        tally["altered"] += 1
        tally["flagged"] += hit
        if verbose and not hit:
            facing = [fact.fr.of(fr.text) for fact in after if fact.fr and fact.en and fact.en.overlaps(span)]
            print(
                "UNFLAGGED", repr(span.of(en.text)), facing, "|", en.text[max(0, span.start - 80) : span.end]
            )
    tally["untouched"] += untouched
    tally["still agree"] += sum(1 for where in agreed if not _any_on(where, spans))


def _any_on(span: Span, others: Iterable[Span]) -> bool:
    return any(other.overlaps(span) for other in others)


def report(tally: Counter[str]) -> None:
    for kind, asked in ((Kind.PERCENT, 0.95), (Kind.DATE, 0.92), (Kind.MONEY, 0.85)):
        count = tally[f"{kind} all"]
        print(f"{kind:8} {tally[f'{kind} hit'] / max(1, count):.3f} of {count:5} (asked {asked})")
    total = sum(tally[status] for status in Status)
    print("facts   ", total, {status.value: tally[status] for status in Status})
    print(f"differs  {tally[Status.DIFFER] / max(1, total):.4f} of all facts (asked <= 0.01)")
    for name, part, whole in (("altered", "flagged", "altered"), ("others", "still agree", "untouched")):
        print(f"{name:8} {tally[part] / max(1, tally[whole]):.3f} of {tally[whole]} {part} (asked 0.95)")


if __name__ == "__main__":
    main()
