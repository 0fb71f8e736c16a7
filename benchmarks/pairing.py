"""Pairing: what is found in sets of articles, and one more article in libraries of growing size.

    python benchmarks/pairing.py [SIZE...] [--plot]
    python benchmarks/pairing.py FOLDER...

FOLDER holds sets: folders with ``pairs.tsv`` (French id, English id, site; a header line), ``unpaired.tsv``
(the same, ``-`` for the side withheld; optional) and the articles in ``fr/`` and ``en/``, ids being names
without suffix. Each set is added to an empty library, as ``visavis add`` does it. Prints precision, recall
and F1 of the pairs, how many articles without partner were paired, and F1 by site.

Libraries of a SIZE are made here: random directions around topics, dates over ten years, names by topic,
as many candidates an article as real libraries have. Each is measured in a process of its own, as a run does
that adds to it: loads the memory, takes in 40 articles one at a time, keeps the memory. Prints, per size, the
milliseconds of one core that an article takes (median, 95th percentile), those of loading and keeping, how
large the memory is and how large the process became; draws ``docs/pairing.svg`` with --plot. One core:
OPENBLAS_NUM_THREADS=1.
"""

from __future__ import annotations

import dbm.dumb
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import plot

from tui.library import Library
from tui.model.article import Lang
from tui.pairing.features import Features, compact
from tui.pairing.match import Matcher
from tui.pairing.match.graph import Graph

DIM, SEGMENTS, TOPICS, FIRST_DAY, DAYS = 512, 30, 2_000, 736_000, 3_650
NEW = 40
CANDIDATES = 20
"""Edges at an article, its own and those of others to it: what the development sets have."""


class Maker:
    """Makes articles about topics, alternating languages."""

    def __init__(self, seed: int = 5) -> None:
        self._random = np.random.default_rng(seed)
        self._topics = self._random.normal(size=(TOPICS, DIM)).astype(np.float32)

    def article(self, number: int) -> Features:
        """Return an article on a topic drawn at random."""
        random = self._random
        topic = int(random.integers(TOPICS))
        around = self._topics[topic] + random.normal(size=(SEGMENTS, DIM)).astype(np.float32)
        names = np.unique(
            np.concatenate(
                [random.integers(topic * 50, topic * 50 + 50, 12), random.integers(2**31, size=12)]
            )
        )
        words = np.unique(random.integers(20_000, size=150))
        return Features(
            id=f"a{number}",
            lang=Lang.FR if number % 2 else Lang.EN,
            encoder="made",
            dim=DIM,
            size=3_000,
            day=FIRST_DAY + int(random.integers(DAYS)),
            url=None,
            alternates=(),
            title="",
            segments=compact(around),
            document=compact(around.mean(axis=0, keepdims=True)),
            title_vector=compact(around[:1]),
            terms=(_packed(names), _packed(random.integers(5_000, size=6)), _packed(words)),
            shingles=_packed(np.unique(random.integers(2**31, size=400))),
        )


def _packed(values: np.ndarray) -> bytes:
    return np.sort(values).astype(np.uint32).tobytes()


def make(size: int, place: Path) -> None:
    """Write the memory of a made library, its articles' features, and 40 articles more."""
    maker, matcher = Maker(), Matcher(DIM)
    with dbm.dumb.open(str(place / "features"), "n") as kept:
        for number in range(size + NEW):
            features = maker.article(number)
            kept[features.id] = features.to_bytes()
            if number < size:
                matcher.place(features)
    matcher._candidates = _edges(size)  # noqa: SLF001 (comparing all with all would take an hour)
    (place / "memory").write_bytes(matcher.to_bytes())


def _edges(size: int) -> Graph:
    """Return candidates of all articles, drawn at random."""
    random = np.random.default_rng(7)
    pairs = np.unique(random.integers(size // 2, size=(size * CANDIDATES // 2, 2)), axis=0) * 2 + [1, 0]
    values = random.normal([5.0, -7.0, 0.3], [1.0, 2.0, 0.1], size=(len(pairs), 3))
    both = np.concatenate([pairs, pairs[:, ::-1]])
    order = np.argsort(both[:, 0], kind="stable")
    return Graph.from_arrays(
        {
            "ids": np.frombuffer("\n".join(f"a{number}" for number in range(size)).encode(), dtype=np.uint8),
            "starts": np.searchsorted(both[order, 0], np.arange(size + 1)),
            "facing": both[order, 1],
            "first": both[order, 0] % 2 == 1,
            "values": np.concatenate([values, values])[order],
        },
        3,
    )


def grow(place: Path, size: int) -> None:
    """Take in the articles that are new, and print what it costs."""
    with dbm.dumb.open(str(place / "features"), "r") as kept:
        start = time.process_time()
        matcher = Matcher.from_bytes((place / "memory").read_bytes())
        loading, spent = time.process_time() - start, []
        for number in range(size, size + NEW):
            features = Features.from_bytes(kept[f"a{number}"])
            start = time.process_time()
            matcher.add([features], lambda identity: Features.from_bytes(kept[identity]))
            spent.append(1000 * (time.process_time() - start))
        start = time.process_time()
        data = matcher.to_bytes()
        keeping = time.process_time() - start
    median, worst = np.percentile(spent, [50, 95])
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{size:7d} articles: {median:6.1f} ms an article, p95 {worst:6.1f}; "
        f"memory {len(data) / 1e6:.0f} MB, loaded in {1000 * loading:.0f} ms, "
        f"kept in {1000 * keeping:.0f} ms; process {largest:.0f} MB",
        flush=True,
    )


def measure(size: int) -> tuple[int, float, float]:
    """Make a library and grow it in a process of its own; return its size, median and 95th percentile."""
    with tempfile.TemporaryDirectory() as place:
        make(size, Path(place))
        command = [sys.executable, __file__, "--grow", place, str(size)]
        said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    print(said, end="", flush=True)
    median, worst = re.findall(r"([\d.]+)(?: ms an article|;)", said)[:2]
    return size, float(median), float(worst)


def table(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()[1:] if path.exists() else []
    return [line.split("\t") for line in lines]


def found_in(folder: Path) -> set[tuple[str, str]]:
    """Return the pairs (file names without suffix) that a library of a set's articles has."""
    with tempfile.TemporaryDirectory() as place, Library.open(place) as library:
        library.add([str(folder / "fr"), str(folder / "en")])
        articles = ((library.article(pair.fr), library.article(pair.en)) for pair in library.pairs())
        return {(Path(fr.key).stem, Path(en.key).stem) for fr, en in articles}


def f1(right: int, made: int, wanted: int) -> str:
    precision, recall = right / max(1, made), right / max(1, wanted)
    return f"P {precision:.4f} R {recall:.4f} F1 {2 * right / max(1, made + wanted):.4f}"


def score(folder: Path) -> None:
    gold = {(fr, en): site for fr, en, site in table(folder / "pairs.tsv")}
    site_of = {end: site for pair, site in gold.items() for end in pair}
    alone = {end: site for fr, en, site in table(folder / "unpaired.tsv") for end in (fr, en) if end != "-"}
    site_of |= alone
    start = time.perf_counter()
    found = found_in(folder)
    wrong = len(alone.keys() & {end for pair in found for end in pair})
    spent = time.perf_counter() - start
    total = f1(len(found & gold.keys()), len(found), len(gold))
    print(f"{folder}: {total}; without partner {len(alone)}, wrongly paired {wrong}; {spent:.0f} s")
    for site in sorted(set(gold.values())):
        wanted = {pair for pair in gold if gold[pair] == site}
        made = {pair for pair in found if site_of.get(pair[0]) == site}
        print(
            f"    {site:20s} {len(wanted):4d} pairs: {f1(len(found & wanted), len(made), len(wanted))}",
            flush=True,
        )


def main() -> None:
    given = [word for word in sys.argv[1:] if not word.startswith("--")]
    if "--grow" in sys.argv:
        grow(Path(given[0]), int(given[1]))
        return
    for root in (Path(word) for word in given if not word.isdigit()):
        for gold in sorted(root.rglob("pairs.tsv")):
            score(gold.parent)
    sizes = [int(word) for word in given if word.isdigit()]
    found = [measure(size) for size in sizes or ([] if given else [1_000, 10_000, 100_000])]
    if "--plot" in sys.argv:
        rows = {f"{size:,} articles": {"median": mid, "95th percentile": far} for size, mid, far in found}
        drawn = plot.bars("Pairing one more article", rows, unit="ms")
        (Path(__file__).parents[1] / "docs" / "pairing.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
