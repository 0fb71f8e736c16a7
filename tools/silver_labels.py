"""Label French text with spaCy's model, as training data: ``silver_labels.py OUT.conll.xz TEXT…``.

TEXT is a file of plain text (one paragraph a line), a CoNLL file (token, tab, tag; its tags are not
used), a CoNLL-U file (its texts) or a SQuAD-like JSON file (its contexts). Needs an environment with
fr_core_news_md (not visavis's own).
"""

from __future__ import annotations

import json
import lzma
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy

SHORTEST = 30
"""Characters: shorter lines are headings and crumbs."""


def paragraphs(path: Path) -> Iterator[str]:
    """Yield the paragraphs of a file of any of the three forms."""
    raw = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
    text = raw.decode("utf-8")
    if path.suffix == ".json":
        for article in json.loads(text)["data"]:
            yield from dict.fromkeys(paragraph["context"] for paragraph in article["paragraphs"])
    elif ".conllu" in path.name:
        yield from (line[9:] for line in text.split("\n") if line.startswith("# text = "))
    elif ".conll" in path.name:
        yield from (joined(block) for block in text.split("\n\n"))
    else:
        yield from text.split("\n")


def joined(block: str) -> str:
    """Return the tokens of a CoNLL sentence as text, elisions closed up."""
    words = [line.split("\t")[0] for line in block.split("\n") if line]
    text = " ".join(words)
    for apart, together in (("' ", "'"), ("’ ", "’"), (" ,", ","), (" .", "."), ("( ", "("), (" )", ")")):
        text = text.replace(apart, together)
    return text


def rows(document: spacy.tokens.Doc) -> Iterator[str]:
    """Yield token, tab, tag; an empty row ends a sentence."""
    for sentence in document.sents:
        for token in sentence:
            if not token.is_space:
                yield f"{token.text}\t{token.ent_iob_}{'-' + token.ent_type_ if token.ent_type_ else ''}"
        yield ""


def main(out: str, *sources: str) -> None:
    """Write the labelled sentences of all sources."""
    model = spacy.load("fr_core_news_md", exclude=["lemmatizer", "morphologizer", "attribute_ruler"])
    texts = [text.strip() for source in sources for text in paragraphs(Path(source)) if len(text) >= SHORTEST]
    found = [row for document in model.pipe(texts) for row in rows(document)]
    Path(out).write_bytes(lzma.compress("\n".join(found).encode()))
    sys.stderr.write(f"{len(texts)} paragraphs, {len(found)} rows\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
