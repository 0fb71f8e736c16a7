"""Facing texts: alignment (strict bead F1, coverage, speed), pairing and facts, in one table.

    python benchmarks/alignment.py [FOLDER...] [--letters] [--rows]

FOLDER holds sets, at any depth. A set for alignment holds one folder a document with ``fr.sents``,
``en.sents`` (one segment a line) and ``gold.tsv`` (English line numbers, tab, French ones, comma separated,
from 0). Strict: the very bead; gaps count in precision only. Coverage: over the letters of both sides, the F1
of what a letter is shown against.
Sets with ``pairs.tsv`` are paired as ``benchmarks/pairing.py`` does it, and facts are compared in all as
``benchmarks/facts.py`` does; ``--rows`` leaves both out. Without a folder: speed alone, on texts made here.
``--letters`` leaves the encoder out of the alignment.
One core: OPENBLAS_NUM_THREADS=1.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

import facts
import numpy as np
import pairing

from tui.pairing.align import Alignment, align
from tui.pairing.encoder import Encoder, default_encoder

Rows = set[tuple[tuple[int, ...], tuple[int, ...]]]


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")[:-1]


def gold(path: Path) -> Rows:
    sides = (line.split("\t") for line in lines(path) if line[:1] in "0123456789\t")
    rows = {(_numbers([*row, ""][1]), _numbers(row[0])) for row in sides}
    return {row for row in rows if row[0] or row[1]}


def _numbers(cell: str) -> tuple[int, ...]:
    return tuple(int(number) for number in cell.split(",") if number.strip())


def rows(found: Alignment) -> Rows:
    return {(bead.fr, bead.en) for bead in found.beads}


def documents(folder: Path) -> Iterator[Path]:
    yield from (
        path.parent for path in sorted(folder.rglob("gold.tsv")) if (path.parent / "en.sents").exists()
    )


def sets(folder: Path) -> list[Path]:
    """Return the folders that hold the documents of one set each."""
    return list(dict.fromkeys(document.parent for document in documents(folder)))


def coverage(wanted: Rows, found: Rows, fr: list[str], en: list[str]) -> tuple[float, int]:
    """Return the sum over all letters of how well each is shown against its due, and their number."""
    sizes = [[sum(map(str.isalnum, line)) for line in side] for side in (fr, en)]
    one = _covered(wanted, found, *sizes)
    two = _covered({(b, a) for a, b in wanted}, {(b, a) for a, b in found}, *reversed(sizes))
    return one + two, sum(map(sum, sizes))


def _covered(wanted: Rows, found: Rows, own: list[int], facing: list[int]) -> float:
    right, made = ({segment: row[1] for row in rows for segment in row[0]} for rows in (wanted, found))
    total = 0.0
    for segment, letters in enumerate(own):
        ours, theirs = set(right.get(segment, ())), set(made.get(segment, ()))
        both, either = (sum(facing[at] for at in side) for side in (ours & theirs, (*ours, *theirs)))
        total += letters * (2 * both / either if either else 1.0)
    return total


def score(folder: Path, encoder: Encoder | None) -> None:
    right = made = recalled = asked = letters = 0
    covered = 0.0
    start = time.process_time()
    for document in documents(folder):
        fr, en = lines(document / "fr.sents"), lines(document / "en.sents")
        found = rows(align(fr, en, encoder=encoder))
        wanted = gold(document / "gold.tsv")
        beads = {row for row in wanted if all(row)}
        right, made = right + len(found & wanted), made + len(found)
        some, number = coverage(wanted, found, fr, en)
        covered, letters = covered + some, letters + number
        recalled, asked = recalled + len(found & beads), asked + len(beads)
    precision, recall = right / max(1, made), recalled / max(1, asked)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    spent = time.process_time() - start
    shown = covered / max(1, letters)
    print(
        f"{folder}: strict P {precision:.4f} R {recall:.4f} F1 {f1:.4f}  coverage {shown:.4f}"
        f"  {spent:.1f} s of one core",
        flush=True,
    )


def speed(encoder: Encoder, pairs: int = 20) -> None:
    words = [
        "le port",
        "du nord",
        "a rouvert",
        "lundi",
        "la mairie",
        "attend",
        "un rapport",
        "sur l'eau",
        "douze",
        "ponts",
    ]
    random = np.random.default_rng(1)
    texts = [" ".join(random.choice(words, 8)) for _ in range(40)]
    vectors = encoder.encode(texts)
    start = time.process_time()
    for _ in range(pairs):
        align(texts, texts, fr_vectors=vectors, en_vectors=vectors)
    stored = pairs / (time.process_time() - start)
    start = time.process_time()
    for _ in range(pairs):
        align(texts, texts, encoder=encoder)
    fresh = pairs / (time.process_time() - start)
    print(f"40 + 40 segments: {stored:.0f} pairs/s from stored vectors, {fresh:.1f} from text")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure alignment.")
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--letters", action="store_true", help="leave the encoder out")
    parser.add_argument("--rows", action="store_true", help="leave pairing and facts out")
    given = parser.parse_args()
    encoder = default_encoder()
    for folder in given.folders:
        for one in sets(folder):
            score(one, None if given.letters else encoder)
    if encoder is not None:
        speed(encoder)
    if not given.rows:
        pair_and_compare(given.folders)


def pair_and_compare(folders: list[Path]) -> None:
    paired = [gold_pairs.parent for folder in folders for gold_pairs in sorted(folder.rglob("pairs.tsv"))]
    for one in paired:
        pairing.score(one)
    for one in [*(found for folder in folders for found in sets(folder)), *paired]:
        print(f"facts of {one} (in texts that are no translations of each other, many are on one side only)")
        facts.compare_all([one])


if __name__ == "__main__":
    main()
