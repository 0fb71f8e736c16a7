"""How well ingestion reads, on development sets, in one run: text, titles, dates, encodings, feeds, books.

    python benchmarks/cleaning.py SETS SCORERS [--only NAME,NAME]

SETS is a folder of unpacked sets (``SET/dev/...``), SCORERS the folder of the scripts that score them;
predictions are written to a temporary folder and handed to those scripts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.analysis.analyse import analyse
from tui.errors import InputError
from tui.ingest.decoding import decode, repair
from tui.ingest.formats.feeds.opml import read_opml
from tui.ingest.formats.feeds.parsing import FeedEntry, ParsedFeed, parse_feed
from tui.ingest.options import ReadOptions, Rejected
from tui.ingest.raw import in_memory
from tui.ingest.reading import read, read_input
from tui.model.article import Block, Document, Lang, Mention

CLEAN = ("clean-aeb", "clean-trafilatura", "clean-readability")
META = ("date-htmldate", "clean-readability")
FEEDS = ("feeds-expect", "feeds-real")


class NoNames:
    """An annotator that finds nothing: names do not matter here."""

    name = "none"

    def annotate(self, text: str, lang: Lang, blocks: Sequence[Block]) -> tuple[Mention, ...]:
        """Return no mention."""
        _ = text, lang, blocks
        return ()


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the sets, the scorers and the predictions lie."""

    sets: Path
    scorers: Path
    out: Path

    def folder(self, name: str) -> Path:
        """Return where a set lies."""
        return self.sets / name / "dev"

    def score(self, scorer: str, name: str, predictions: Path) -> None:
        """Print what a scorer says of predictions."""
        command = [
            sys.executable,
            str(self.scorers / f"{scorer}.py"),
            str(self.folder(name)),
            str(predictions),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        print(f"## {name} ({scorer})\n{done.stdout.strip()}\n")


def pages(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield each page of a set by its id."""
    for path in sorted((folder / "html").glob("*.html.gz")):
        yield path.name.removesuffix(".html.gz"), gzip.decompress(path.read_bytes())


def pair_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted([*(folder / "fr").iterdir(), *(folder / "en").iterdir()]):
        yield path.name, path.read_bytes()


def one(data: bytes, name: str) -> Document | None:
    """Return the document of a file, or None."""
    found = next(read_input(in_memory(data, key=name, name=name), ReadOptions()), None)
    return None if isinstance(found, Rejected) else found


def metadata(name: str, document: Document | None) -> str:
    title, lang = (document.title if document else None), (document.lang if document else None)
    if document is not None:
        try:
            article = analyse(document, annotator=NoNames())
            title, lang = article.title, article.lang
        except InputError:
            pass  # in neither language: scored by what the page says
    day = document.published.isoformat()[:10] if document and document.published else ""
    return json.dumps({"id": name, "title": title or "", "date": day, "lang": lang or ""})


def clean(bench: Bench) -> None:
    for name in CLEAN:
        started = time.process_time()
        read_pages = {key: one(data, f"{key}.html") for key, data in pages(bench.folder(name))}
        print(f"{name}: {(time.process_time() - started) / max(1, len(read_pages)) * 1000:.0f} ms a page")
        target = bench.out / f"{name}.json"
        target.write_text(json.dumps({key: found.text if found else "" for key, found in read_pages.items()}))
        bench.score("score_clean", name, target)


def meta(bench: Bench) -> None:
    for name in META:
        target = bench.out / f"{name}.jsonl"
        lines = (metadata(key, one(data, f"{key}.html")) for key, data in pages(bench.folder(name)))
        target.write_text("\n".join(lines))
        bench.score("score_meta", name, target)


def pairs(bench: Bench) -> None:
    found = {name: one(data, name) for name, data in pair_files(bench.folder("pairs"))}
    texts = {name.rpartition(".")[0]: document.text for name, document in found.items() if document}
    (bench.out / "pairs.json").write_text(json.dumps(texts))
    (bench.out / "pairs.jsonl").write_text("\n".join(metadata(name, each) for name, each in found.items()))
    bench.score("score_clean", "pairs", bench.out / "pairs.json")
    bench.score("score_meta", "pairs", bench.out / "pairs.jsonl")


def encodings(bench: Bench) -> None:
    files = (bench.folder("encodings") / "files").iterdir()
    texts = {path.name.rpartition(".")[0]: repair(decode(path.read_bytes())) for path in files}
    (bench.out / "encodings.json").write_text(json.dumps(texts))
    bench.score("score_text", "encodings", bench.out / "encodings.json")
    cases = (bench.folder("mojibake-ftfy") / "cases.jsonl").read_text().split("\n")
    mended = (json.dumps({"output": repair(json.loads(case)["input"])}) for case in cases if case)
    (bench.out / "mojibake.jsonl").write_text("\n".join(mended))
    bench.score("score_text", "mojibake-ftfy", bench.out / "mojibake.jsonl")


SERVED = "http://127.0.0.1:8097/"
"""Where feedparser's tests, of which feeds-expect is made, are served from: relative addresses expect it."""

_LOCATION = re.compile(rb"Content-Location:\s*(\S+)")
"""How such a test states the header that it is served with, in a comment at its head."""


def served_from(data: bytes) -> str:
    """Return the address that a test's server gives it."""
    stated = _LOCATION.search(data[:1024])
    return stated[1].decode() if stated else SERVED


def feed_answer(data: bytes) -> dict[str, object]:
    try:
        if b"<opml" in data[:4096]:
            return {"error": None, "urls": [feed.url for feed in read_opml(data)]}
        return described(parse_feed(data, served_from(data)))
    except InputError as error:
        return {"error": str(error)}


def described(feed: ParsedFeed) -> dict[str, object]:
    said = {
        "title": feed.title,
        "link": feed.link,
        "summary": feed.subtitle,
        "author": feed.author,
        "id": feed.id,
    }
    return {"error": None, "feed": said, "entries": [entry_answer(entry) for entry in feed.entries]}


def entry_answer(entry: FeedEntry) -> dict[str, object]:
    return {name: getattr(entry, name) for name in ("title", "link", "summary", "author", "id")}


def feeds(bench: Bench) -> None:
    for name in FEEDS:
        answers = {
            path.name: feed_answer(path.read_bytes()) for path in (bench.folder(name) / "files").iterdir()
        }
        (bench.out / f"{name}.json").write_text(json.dumps(answers))
        bench.score("score_feeds", name, bench.out / f"{name}.json")


def books(bench: Bench) -> None:
    gold = json.loads((bench.folder("epub") / "gold.json").read_text())
    print("## epub")
    for name, said in gold.items():
        chapters = [
            each for each in read(str(bench.folder("epub") / f"{name}.epub")) if isinstance(each, Document)
        ]
        text = "\n".join(f"{chapter.title}\n{chapter.text}" for chapter in chapters)
        found = sum(word in text for word in said["words_sample"])
        titles = {chapter.source for chapter in chapters}
        langs = {str(chapter.lang) for chapter in chapters}
        print(
            f"{name}: title {titles} language {langs}, chapters {len(chapters)} of {said['spine']},", end=" "
        )
        print(f"words {found} of {len(said['words_sample'])}")


def inspected(files: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """Yield what the command makes of files, as they are."""
    command = [sys.executable, "-m", "tui", "inspect", "--raw", "--json", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    yield from (json.loads(line) for line in done.stdout.split("\n") if line)


def langid(bench: Bench) -> None:
    rows = (bench.folder("langid") / "lines.tsv").read_text("utf-8").split("\n")[1:]
    lines = {row.split("\t")[0]: row.split("\t")[4] for row in rows if row}
    source = bench.out / "lines.jsonl"
    source.write_text("\n".join(json.dumps({"id": key, "text": text}) for key, text in lines.items()))
    said = dict.fromkeys(lines, "other") | {one["key"]: one["lang"] for one in inspected([source])}
    for one in inspected(sorted((bench.folder("langid") / "mixed").glob("*.txt"))):
        name = Path(one["path"]).stem
        said |= {name: one["lang"]}
        said |= {f"{name}#{number}": block["lang"] for number, block in enumerate(one["blocks"])}
    target = bench.out / "langid.tsv"
    target.write_text("\n".join(f"{key}\t{lang}" for key, lang in said.items()))
    bench.score("score_langid", "langid", target)


PARTS: dict[str, Callable[[Bench], None]] = {
    "clean": clean, "pairs": pairs, "meta": meta, "encodings": encodings, "feeds": feeds, "books": books,
    "langid": langid,
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sets", type=Path)
    parser.add_argument("scorers", type=Path)
    parser.add_argument("--only", default=",".join(PARTS))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as out:
        for part in asked.only.split(","):
            PARTS[part](Bench(asked.sets, asked.scorers, Path(out)))


if __name__ == "__main__":
    main()
