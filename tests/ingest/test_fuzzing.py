"""Damaged inputs at random, a little each time and for ten minutes on demand."""

# ruff: noqa: E501 - inputs stand as they were found
from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.ingest.builders import ARTICLE, reading
from tests.ingest.test_formats import zipped
from tui.model.article import Document

TOOL = Path(__file__).parents[2] / "tools" / "fuzz_readers.py"


@pytest.mark.parametrize(
    "seconds",
    [5, pytest.param(600, marks=[pytest.mark.long, pytest.mark.timeout(900)])],
)
def test_no_damaged_input_gets_past_the_readers(seconds: int, tmp_path: Path) -> None:
    command = [sys.executable, str(TOOL), "--seconds", str(seconds), "--keep", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


FOUND_BY_FUZZING = (
    ("a.xml", b"<rss version='2.0'><channel><title>a&#xD800;</title><item><title>b&#9999999;</title>"),
    (
        "a.xml",
        b"<rss version='2.0'><channel><link>http://[::1</link><item><link>http://[x</link><description>Une phrase.</description></item></channel></rss>",
    ),
    (
        "a.opml",
        b"<opml version='1'><body><outline xmlUrl='http://a.org/\xed\xa0\x80' text='\xed'/></body></opml>",
    ),
    (
        "a.html",
        b"<html><body><p>Une phrase <q>&#1;&#31;cit&eacute;e</q> enti&egrave;re.</p><script type='application/ld+json'>&#1;\x01modified</script></body></html>",
    ),
    (
        "a.html",
        b"<html><body>a&#1;<p>Une <q>phrase</q>&#x00C;&#99999999999999; <q><q>cit&eacute;e</q></q></p>&#8",
    ),
    ("a.zip", zipped({"a.txt": ARTICLE}).replace(b"a.txt", b"\0.txt")),
    (
        "a.xml",
        b"<feed xmlns='http://www.w3.org/2005/Atom'><title>a</title><entry><content type='html'>Une &amp;#99999999999999; phrase &#x00000000000041;.</content></entry></feed>",
    ),
    ("a.txt", b"---\n\n\x00\n"),
    ("a.eml", b"Subject: a\nFrom: b\nDate: c\n\n\n"),
    (
        "a.pdf",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Contents 4 0 R>>endobj\n4 0 obj<</Length 3>>stream\nBT\ntrailer<</Root 1 0 R>>",
    ),
    (
        "a.pdf",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj\n4 0 obj<</Length 18>>stream\nBT [1 0 R] Tj ET \nendstream endobj\ntrailer<</Root 1 0 R>>",
    ),
)


@pytest.mark.parametrize(("name", "data"), FOUND_BY_FUZZING)
def test_what_fuzzing_found_is_refused_by_its_reader(name: str, data: bytes) -> None:
    for found in reading(data, name):
        assert isinstance(found, Document) or "cannot be read" not in found.why
