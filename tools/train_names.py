"""Train the name tagger of one language: ``train_names.py fr|en DATA OUT.weights [--sentences N]``.

DATA is a folder with ``fr/`` and ``en/`` of CoNLL files (token, tab, BIO tag with PER LOC ORG MISC,
compressed with xz); SOURCES says which are used, how often, and which tags an earlier model fills in.
Where they are from: docs/data-and-licences.md.
"""

from __future__ import annotations

import argparse
import lzma
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pycrfsuite

from tui.analysis.entities.finding.tagging.features import Features
from tui.analysis.entities.finding.tagging.tagger import Model
from tui.analysis.entities.finding.tagging.weights import load, save
from tui.analysis.entities.finding.tokens import tokens
from tui.analysis.entities.lexicon import lexicon
from tui.model.article import Kind, Lang


class Source(NamedTuple):
    """A file of training data: its name, times used, tags that an earlier model fills in, sentences taken."""

    name: str
    times: int = 1
    fill: str = ""
    most: int = 1_000_000


SOURCES = {
    Lang.FR: (
        Source("silver-wiki"),
        Source("silver-gsd"),
        Source("silver-wikiann"),
        Source("sequoia-parseme-ne"),
        Source("pud-projected", fill="MISC"),
    ),
    Lang.EN: (
        Source("gmb-voa", most=6_000),
        Source("crossner-politics", times=2),
        Source("crossner-lit-music-science", times=2),
        Source("wikiann-sentences", times=2, fill="PER LOC ORG MISC"),
        Source("uner-ewt-devtest", fill="MISC", most=2_000),
        Source("uner-pud", times=2, fill="MISC"),
    ),
}

SETTINGS = {
    "c1": 0.25,
    "c2": 0.05,
    "max_iterations": 65,
    "feature.possible_transitions": True,
    "feature.minfreq": 2,
}
"""L1 keeps the weights few (a small file), L2 keeps them small; more rounds change little."""

Sentence = tuple[list[str], list[str]]


def sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Yield the (token, tag) rows of each sentence of a file."""
    for block in lzma.decompress(path.read_bytes()).decode("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if "\t" in line]
        if rows:
            yield [(row[0], row[1]) for row in rows]


def retokenised(rows: list[tuple[str, str]], lang: Lang) -> Sentence:
    """Return the sentence cut as visavis cuts it, its tags carried over by position."""
    text, marks = "", []
    for word, tag in rows:
        marks.append((len(text), tag))
        text += word + " "
    starts = dict(marks)
    words = tokens(text, lang)
    tags: list[str] = []
    current = "O"
    position = 0
    for token in words:
        begun = [starts[at] for at in range(position, token.start + 1) if at in starts]
        position = token.start + 1
        current = begun[-1] if begun else current.replace("B-", "I-")
        tags.append(current)
    return [word.text for word in words], repaired(tags)


def repaired(tags: list[str]) -> list[str]:
    """Return tags in which every name begins with B."""
    pairs = zip(["O", *tags], tags, strict=False)
    return [
        f"B-{tag[2:]}" if tag.startswith("I-") and before[2:] != tag[2:] else tag for before, tag in pairs
    ]


def with_peoples(words: list[str], tags: list[str], lang: Lang) -> list[str]:
    """Return the tags with capitalised peoples as MISC: what data that leave MISC out miss most."""
    found = lexicon()
    return [
        "B-MISC" if tag == "O" and word[0].isupper() and found.one(word, lang, Kind.GROUP) else tag
        for word, tag in zip(words, tags, strict=True)
    ]


def runs(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield begin, end and type of each name in a sentence's tags."""
    begun = 0
    for place, tag in enumerate([*tags, "O"]):
        if not tag.startswith("I-"):
            if place and tags[place - 1] != "O":
                yield begun, place, tags[place - 1][2:]
            begun = place


def filled(tags: list[str], guessed: list[str], wanted: str) -> list[str]:
    """Return the tags with those names of an earlier model that stand where nothing is tagged.

    A guess of MISC over an organisation is taken too: page links call seasons and works so.
    """
    done = list(tags)
    for begin, end, kind in runs(guessed):
        free = all(tag == "O" for tag in tags[begin:end])
        if kind in wanted.split() and (
            free or (kind == "MISC" and wanted != "MISC" and "ORG" in tags[begin])
        ):
            done[begin:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - begin - 1)]
    return repaired(done)


def guesses(model: Path | None, lang: Lang) -> Callable[[list[str]], list[str]]:
    """Return what an earlier model says of a sentence, or nothing without one."""
    if model is None:
        return lambda words: with_peoples(words, ["O"] * len(words), lang)
    earlier = Model(lang, load(model))
    return lambda words: earlier.tags([words])[0]


def training(lang: Lang, data: Path, seed: int, model: Path | None) -> list[Sentence]:
    """Return all sentences to train on, in random order."""
    guess = guesses(model, lang)
    chosen: list[Sentence] = []
    rng = random.Random(seed)
    for source in SOURCES[lang]:
        rows = list(sentences(data / str(lang) / f"{source.name}.conll.xz"))
        rng.shuffle(rows)
        part = [retokenised(row, lang) for row in rows[: source.most]]
        if source.fill:
            part = [(words, filled(tags, guess(words), source.fill)) for words, tags in part]
        chosen += part * source.times
        sys.stderr.write(f"{source.name}: {len(part)} sentences\n")
    rng.shuffle(chosen)
    return chosen


def train(lang: Lang, chosen: list[Sentence], out: Path) -> None:
    """Train and write the weights."""
    features = Features(lang)
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
    for words, tags in chosen:
        trainer.append(features(words), tags)
    with TemporaryDirectory() as folder:
        trained = str(Path(folder) / "trained.crfsuite")
        trainer.train(trained)
        tagger = pycrfsuite.Tagger()
        tagger.open(trained)
        learnt = tagger.info()
        save(out, learnt.state_features, learnt.transitions)


def main() -> None:
    """Read the arguments, train, say how long it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lang", type=Lang)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--sentences", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--earlier", type=Path, help="a model of an earlier run, to fill in what data leave out"
    )
    options = parser.parse_args()
    begun = time.perf_counter()
    chosen = training(options.lang, options.data, options.seed, options.earlier)[: options.sentences]
    train(options.lang, chosen, options.out)
    words = sum(len(words) for words, _ in chosen)
    sys.stderr.write(
        f"{len(chosen)} sentences, {words} words, {options.out.stat().st_size} bytes, "
        f"{time.perf_counter() - begun:.0f} s\n"
    )


if __name__ == "__main__":
    main()
