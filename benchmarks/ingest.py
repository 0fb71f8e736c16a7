"""How fast articles of 400 words come in, stage by stage, and with more processes.

    python -m benchmarks.ingest [--articles 200] [--jobs 2]
    python -m benchmarks.ingest --grown 10000
    python -m benchmarks.ingest --stubbed 100000
    python -m benchmarks.ingest --matched 10000

Articles are made of the sample corpus: sentences drawn from one language's texts, names and numbers
changed, half of them French, each with a counterpart that tells the same story in other sentences.
Stages are told in processor time, so that a busy machine measures the same; the ratio of several processes
to one is of the clock and means something on a quiet machine alone. How far it can get is told beside it,
from the processor time of the process that writes and of the workers: no further than one process's time
over the writer's, nor over everybody's divided by as many cores.
``--grown`` measures memory and speed, tenth by tenth, while a library grows by articles of 300 to 800 words
of a newspaper's vocabulary; ``--stubbed`` does so with analysis replaced by next to nothing, ``--matched``
with what pairing needs made up as well, so that its memory grows as it does with real articles.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import re
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from benchmarks import corpus
from tui.analysis.analyse import analyse
from tui.ingest.options import ReadOptions
from tui.ingest.reading import read
from tui.library import Library, samples
from tui.model.article import Article, Document, Lang, Segment
from tui.model.listing import Outcome, Result
from tui.pairing.encoder import default_encoder
from tui.pairing.features import features
from tui.pipeline import add
from tui.pipeline.matching import Matching
from tui.pipeline.work import Done, content_hash, default_executor, work

WORDS = 400


@dataclass
class Stages:
    """Seconds of processor time spent in each stage, so that a busy machine measures the same."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        """Add the time of what is done inside to a stage."""
        start = time.process_time()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--grown", type=int, default=0)
    parser.add_argument("--stubbed", type=int, default=0)
    parser.add_argument("--matched", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        if asked.stubbed or asked.matched:
            grown(home, asked.stubbed or asked.matched, Stub(matched=bool(asked.matched)))
            return
        if asked.grown:
            grown(home, asked.grown, default_executor(1))
            return
        texts = make_corpus(home / "texts", asked.articles)
        warm_up(home / "warm", texts, 1, default_executor(1))
        by_stage(home, texts, asked.articles)
        alone = whole_run(home / "one", texts, asked.articles, jobs=1)
        several = whole_run(home / "several", texts, asked.articles, jobs=asked.jobs)
        print(f"--jobs {asked.jobs} is x{several.speed / alone.speed:.2f} of one")
        bound = alone.writer / max(several.writer, (several.writer + several.workers) / asked.jobs)
        print(f"processor time lets {asked.jobs} cores reach x{bound:.2f}")


def make_corpus(folder: Path, count: int) -> Path:
    """Write ``count`` Markdown files and return their folder."""
    folder.mkdir()
    pools = {lang: sentences(lang) for lang in ("fr", "en")}
    for number in range(count):
        lang = "fr" if number % 2 else "en"
        (folder / f"{number // 2:05}.{lang}.md").write_text(
            an_input(pools[lang], number // 2), encoding="utf-8"
        )
    return folder


def sentences(lang: str) -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in samples.texts() if path.stem == lang]
    bodies = [text.split("---", 2)[-1] for text in texts]
    return [
        part.strip() + "." for body in bodies for part in body.replace("\n", " ").split(". ") if part.strip()
    ]


def an_input(pool: list[str], story: int) -> str:
    draw = random.Random(story)
    picked: list[str] = []
    while sum(len(one.split()) for one in picked) < WORDS:
        picked.append(draw.choice(pool))
    day = f"2024-{1 + story % 12:02}-{1 + story % 28:02}"
    body = " ".join(picked) + f" {draw.randrange(10_000)} {draw.randrange(10_000)}."
    return f"---\ntitle: {picked[0][:60]!r}\ndate: {day}\nsource: Banc\n---\n\n{body}\n"


def warm_up(path: Path, texts: Path, jobs: int, pool: Executor) -> None:
    """Load models and word lists, which each process does once: a few articles in both languages for each."""
    few = [str(text) for text in sorted(texts.iterdir())[: 6 * jobs]]
    with Library.open(path) as library:
        for _ in add(library, few, jobs=jobs, executor=pool):
            pass


def by_stage(home: Path, texts: Path, count: int) -> None:
    """Print what each stage costs an article."""
    stages = Stages()
    with Library.open(home / "stages") as library:
        for path in sorted(texts.iterdir()):
            with stages.timed("reading and cleaning"):
                documents = [one for one in read(str(path), ReadOptions()) if isinstance(one, Document)]
            for document in documents:
                one_article(library, document, stages)
        matching = Matching(library)
        with stages.timed("pairing"):
            list(matching.catch_up())
            matching.keep()
        with stages.timed("index"):
            library.searching.sync()
    total = sum(stages.seconds.values())
    for name, seconds in stages.seconds.items():
        print(f"{name:22} {1000 * seconds / count:7.1f} ms an article  {seconds / total:5.0%}")
    print(f"{'all':22} {1000 * total / count:7.1f} ms an article  {count / total:.1f} articles/s")


def one_article(library: Library, document: Document, stages: Stages) -> None:
    with stages.timed("language, entities"):
        article = analyse(document)
    with stages.timed("embeddings"):
        kept = features(article, default_encoder()).to_bytes()
    with stages.timed("store"):
        library.writing.put(article, content_hash(document, lines=False), kept)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole run: articles a second, and milliseconds of processor time an article."""

    speed: float
    writer: float
    workers: float


def whole_run(path: Path, texts: Path, count: int, *, jobs: int) -> Whole:
    """Print and return what a whole run takes."""
    with Library.open(path) as library, default_executor(jobs) as pool:
        warm_up(path.with_name(f"{path.name}-warm"), texts, jobs, pool)
        start, spent, elsewhere = time.perf_counter(), time.process_time(), children_time()
        run = add(library, [str(texts)], jobs=jobs, executor=pool)
        steps = [step for step in run if isinstance(step, Outcome)]
        seconds = time.perf_counter() - start
        writer, workers = time.process_time() - spent, children_time() - elsewhere
        whole = Whole(count / seconds, 1000 * writer / count, 1000 * workers / count)
        added = sum(step.result is Result.ADDED for step in steps)
        for step in steps:
            if step.result is not Result.ADDED:
                print(step)
        print(
            f"jobs {jobs}: {added} of {count} articles in {seconds:.1f} s, {whole.speed:.1f}/s,",
            f"writer {whole.writer:.1f} ms an article, workers {whole.workers:.1f} ms;",
            library.counts(),
        )
    return whole


def children_time() -> float:
    """Return the seconds of processor time that worker processes have taken so far."""
    ticks = 0
    for child in multiprocessing.active_children():
        told = Path(f"/proc/{child.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        ticks += int(told[11]) + int(told[12])  # user and system
    return ticks / os.sysconf("SC_CLK_TCK")


class Stub(Executor):
    """Does next to nothing to a document: what is left is reading, store and index, and pairing if asked.

    Texts are then of made-up directions: alike by chance, as most articles are.
    """

    def __init__(self, *, matched: bool) -> None:
        self._encoder = Chance() if matched else None

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Return a document as an article of a segment a paragraph; whatever else is asked is done."""
        future: Future[Any] = Future()
        if fn is not work:
            future.set_result(fn(*args, **kwargs))
            return future
        article = unanalysed(args[0].document)
        kept = features(article, self._encoder).to_bytes() if self._encoder else None
        future.set_result(Done(article, kept))
        return future


class Chance:
    """An encoder whose vectors say nothing: drawn from a text's checksum."""

    def __init__(self) -> None:
        held = default_encoder()
        assert held is not None
        self.name, self.dim = held.name, held.dim

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit row a text."""
        draw = np.random.default_rng(crc32("".join(texts).encode()))
        rows = draw.standard_normal((len(texts), self.dim), dtype=np.float32)
        unit: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit


def unanalysed(document: Document) -> Article:
    """Return a document as an article without names, of a segment a paragraph."""
    starts = [0, *(found.end() for found in re.finditer("\n\n", document.text)), len(document.text) + 2]
    segments = tuple(Segment(0, start, end - 2) for start, end in pairwise(starts))
    return Article(
        None,
        document.key,
        document.lang or Lang.FR,
        document.title or "",
        document.text,
        document.blocks,
        segments,
        published=document.published,
    )


def grown(home: Path, count: int, executor: Executor) -> None:
    """Print memory and speed every tenth of a run."""
    source = write_varied(home / "articles.jsonl", count)
    with Library.open(home / "library") as library:
        start, done = time.process_time(), 0
        for step in add(library, [str(source)], executor=executor):
            done += isinstance(step, Outcome)
            if isinstance(step, Outcome) and done % max(1, count // 10) == 0:
                spent, start = time.process_time() - start, time.process_time()
                print(f"{done:7} articles  {memory():5} MB  {count // 10 / spent:7.1f}/s", flush=True)
    print(f"{count} articles, most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def write_varied(path: Path, count: int) -> Path:
    """Write ``count`` articles of a newspaper's vocabulary as JSON Lines."""
    with path.open("w", encoding="utf-8") as out:
        for made in corpus.articles(count):
            said = {"lang": made.lang, "title": made.title, "text": made.text}
            said["published"] = made.published.isoformat()
            out.write(json.dumps(said, ensure_ascii=False) + "\n")
    return path


def memory() -> int:
    """Return the megabytes that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() // (1 << 20)


if __name__ == "__main__":
    main()
