"""Throw damaged inputs at every reader.

    python tools/fuzz_readers.py [--seconds N] [--seed N] [--keep FOLDER]

Samples of every format are damaged at random (the same seed damages them alike) and read. Whatever comes
out has to be a document whose spans lie within its text, or a refusal in one line in the reader's own words,
in time. What does not is printed, with ``--keep`` its input is written to a folder, and the exit status is 1.
"""

# ruff: noqa: E501 - samples stand as they are found

from __future__ import annotations

import argparse
import gzip
import io
import json
import random
import resource
import sys
import tarfile
import time
import unicodedata
import warnings
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path

from tui.ingest.options import ReadOptions, Rejected
from tui.ingest.raw import in_memory
from tui.ingest.reading import read_input
from tui.model.article import Document

SLOW = 10.0
"""Seconds in which a damaged input of a few kilobytes has to be done, on a busy machine."""

TOKENS = (
    b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\x1b[31m", b"\x1b]8;;x\x07", b"\x9b31m",
    b"<", b">", b"&", b"&#27;", b"&#xD800;", b"&#x110000;", b"]]>", b"<![CDATA[", b"<!--", b"<!DOCTYPE a [",
    b'<!ENTITY a "b">', b"<svg>", b"<text>", b"<q>", b"<pre>", b"<table><tr><td>", b"</div>", b'lang="', b"<br/>",
    b'<time datetime="0000-00-00">', b'href="http://[::1"', b"<script type='application/ld+json'>{",
    b"---\n", b"+++\n", b"*a &a", b"!!python/object:", b"99999", b"-1", b"1e999", b'"', b"{", b"[", b"null", b"\\ud800",
    b"%PDF", b"stream", b"endobj", b"<<", b"/Length -1", b"PK\x03\x04", b"\x1f\x8b", b"\r\n", b"\r", b"\nFrom ",
    b"=?utf-8?b?", b"Content-Type: multipart/mixed; boundary=", b"charset=hex", b"+AGE-", b"A" * 3000, b"(" * 500,
)  # fmt: skip

PARAGRAPHS = (
    "Le port de Valmer rouvre ses quais lundi, après deux ans de travaux, a annoncé la mairie à l'automne.",
    "Les pêcheurs attendaient ce jour : la criée avait été déplacée à vingt kilomètres, « une éternité ».",
    "The three piers cost 42 million euros, and the mayor cut the ribbon before some 300 onlookers on Monday.",
)
PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Le port — Le Relais</title>
<meta property="article:published_time" content="2025-03-04T10:00:00+01:00"><meta name="author" content="A. Martin">
<link rel="alternate" hreflang="en" href="https://exemple.test/en/port"><script type="application/ld+json">
{"@type":"NewsArticle","headline":"Le port","datePublished":"2025-03-04","author":{"name":"A. Martin"}}</script></head>
<body><nav><a href="/">Accueil</a></nav><article><h1>Le port</h1><p class="date">Publié le 4 mars 2025</p>BODY
<ul><li>un quai</li><li>deux quais</li></ul><blockquote>« Enfin ! »</blockquote><pre>a = 1</pre>
<table><tr><td>quai</td><td>3</td></tr></table></article><footer>Abonnez-vous</footer></body></html>"""
RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Le Relais</title><link>https://exemple.test/</link><language>fr</language><item><title>Le port</title>
<link>/port</link><guid>1</guid><pubDate>Tue, 04 Mar 2025 10:00:00 +0100</pubDate><dc:creator>A. Martin</dc:creator>
<description><![CDATA[BODY]]></description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Le Relais</title><id>urn:1</id><entry><id>urn:2</id>
<title type="html">Le &lt;b&gt;port</title><updated>2025-03-04T10:00:00Z</updated><link href="https://exemple.test/port"/>
<content type="html">BODY</content></entry></feed>"""
OPML = """<opml version="2.0"><head><title>Mes flux</title></head><body><outline text="Presse"><outline type="rss"
 text="Le Relais" xmlUrl="https://exemple.test/rss"/></outline></body></opml>"""
MARKDOWN = "---\ntitle: Le port\ndate: 2025-03-04\ntags: [mer, ville]\n---\n\n# Le port\n\nBODY\n\n- un\n- deux\n\n> cité\n"
TOML = '+++\ntitle = "Le port"\ndate = 2025-03-04T10:00:00Z\n+++\n\nBODY\n\n```\ncode\n```\n'
CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="b.opf"/></rootfiles></container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>Le port</dc:title><dc:language>fr</dc:language><dc:creator>A. Martin</dc:creator></metadata><manifest>
<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>"""


def main() -> int:
    """Fuzz for the time asked for; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="folder for the inputs that went wrong")
    asked = parser.parse_args()
    warnings.simplefilter("error")
    warnings.simplefilter("ignore", ResourceWarning)  # a damaged archive's members, closed by the collector
    run = Run(random.Random(asked.seed), samples())
    run.until(time.monotonic() + asked.seconds)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{run.inputs} inputs, {run.documents} documents, {run.refusals} refusals, at most {memory} MB")
    for number, ((name, what), data) in enumerate(run.faults.items()):
        print(f"{name}: {what}")
        if asked.keep:
            asked.keep.mkdir(parents=True, exist_ok=True)
            (asked.keep / f"{number:03}-{name}").write_bytes(data)
    return 1 if run.faults else 0


@dataclass(slots=True)
class Run:
    """A run's counts, and of each kind of fault the first input that gave it."""

    draw: random.Random
    samples: dict[str, bytes]
    inputs: int = 0
    documents: int = 0
    refusals: int = 0
    faults: dict[tuple[str, str], bytes] = field(default_factory=dict)

    def until(self, end: float) -> None:
        """Read damaged inputs until a time of the monotonic clock."""
        names = sorted(self.samples)
        while time.monotonic() < end:
            name = self.draw.choice(names)
            self.read(name, damaged(self.samples[name], self.draw))

    def read(self, name: str, data: bytes) -> None:
        """Read one input, noting what should not be."""
        options = ReadOptions(raw=self.draw.random() < 0.1)
        began = time.monotonic()
        self.inputs += 1
        try:
            for found in read_input(in_memory(data, key=name, name=name), options):
                self.documents += isinstance(found, Document)
                self.refusals += isinstance(found, Rejected)
                for fault in faults_of(found, raw=options.raw):
                    self.faults.setdefault((name, fault), data)
        except Exception as error:  # noqa: BLE001 - that none comes is what is tested
            self.faults.setdefault((name, f"{type(error).__name__}: {error}"[:120]), data)
        if time.monotonic() - began > SLOW:
            self.faults.setdefault((name, "takes too long"), data)


def faults_of(found: Document | Rejected, *, raw: bool) -> Iterator[str]:
    """Yield what is wrong with something that reading gave."""
    if isinstance(found, Rejected):
        if found.why.startswith("cannot be read: "):
            yield found.why[:120]
        if any(unicodedata.category(char) in ("Cc", "Cs") for char in found.why + found.key):
            yield "a control character in a refusal"
        return
    lines = (found.key, found.title or "", found.byline or "", found.source or "")
    if any(unicodedata.category(char) in ("Cc", "Cs") for line in lines for char in line):
        yield "a control character in a line"
    if not raw and any(unicodedata.category(char) in ("Cc", "Cs") and char != "\n" for char in found.text):
        yield "a control character in the text"
    spans = [block.span for block in found.blocks]
    ends = [0, *(place for span in spans for place in (span.start, span.end)), len(found.text)]
    if ends != sorted(ends):
        yield "blocks that do not lie within the text, in order"


def damaged(data: bytes, draw: random.Random) -> bytes:
    """Return ``data`` with a few random wounds."""
    hurt = bytearray(data)
    for _ in range(draw.choice((1, 2, 4, 8, 30))):
        draw.choice(WOUNDS)(hurt, draw)
    return bytes(hurt)


def _flip(data: bytearray, draw: random.Random) -> None:
    if data:
        data[draw.randrange(len(data))] = draw.randrange(256)


def _insert(data: bytearray, draw: random.Random) -> None:
    at = draw.randrange(len(data) + 1)
    data[at:at] = draw.choice(TOKENS)


def _delete(data: bytearray, draw: random.Random) -> None:
    at = draw.randrange(len(data) + 1)
    del data[at : at + draw.randrange(1, 60)]


def _repeat(data: bytearray, draw: random.Random) -> None:
    at, start = draw.randrange(len(data) + 1), draw.randrange(len(data) + 1)
    data[at:at] = data[start : start + draw.randrange(1, 200)] * draw.choice((1, 1, 1, 50))


def _truncate(data: bytearray, draw: random.Random) -> None:
    if draw.random() < 0.2:
        del data[draw.randrange(len(data) + 1) :]


WOUNDS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    _flip, _flip, _insert, _insert, _delete, _repeat, _truncate,
)  # fmt: skip


def samples() -> dict[str, bytes]:
    """Return one good input of each format by a file name."""
    text = "\n\n".join(("Le port rouvre", *PARAGRAPHS)) + "\n"
    body = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
    escaped = body.replace("<", "&lt;")
    mail = _mail(text, body)
    plain = {
        "text.txt": text, "page.html": PAGE.replace("BODY", body), "feed.rss": RSS.replace("BODY", body),
        "feed.atom": ATOM.replace("BODY", escaped), "list.opml": OPML, "note.md": MARKDOWN.replace("BODY", text),
        "note.markdown": TOML.replace("BODY", text), "feed.json": _json_feed(body), "lines.jsonl": _lines(text),
    }  # fmt: skip
    made = {name: one.encode() for name, one in plain.items()}
    members: dict[str, str | bytes] = {"a.txt": text, "b/c.md": made["note.md"], "d.html": made["page.html"]}
    book = {"META-INF/container.xml": CONTAINER, "b.opf": PACKAGE, "c.xhtml": PAGE.replace("BODY", body)}
    made |= {
        "letter.eml": mail,
        "letters.mbox": b"From a@exemple.test Mon Nov  4 10:00:00 2024\n" + mail + b"\n",
    }
    made |= {"old.txt": text.encode("cp1252", "replace"), "wide.txt": text.encode("utf-16")}
    made |= {
        "text.txt.gz": gzip.compress(text.encode()),
        "some.tar": _tar(members),
        "paper.pdf": _pdf(PARAGRAPHS),
    }
    return made | {"some.zip": _zip(members), "book.epub": _zip({"mimetype": "application/epub+zip", **book})}


def _mail(text: str, body: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"] = "Anne Martin <a@exemple.test>", "b@exemple.test"
    mail["Subject"], mail["Date"] = "Le port à l'automne", "Tue, 04 Mar 2025 10:00:00 +0100"
    mail.set_content(text)
    mail.add_alternative(body, subtype="html")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="carte.png")
    return mail.as_bytes()


def _json_feed(body: str) -> str:
    item = {"id": 1, "title": "Le port", "content_html": body, "date_published": "2025-03-04T10:00:00Z"}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Le Relais", "items": [item]})


def _lines(text: str) -> str:
    record = {"id": "port", "text": text, "title": "Le port", "published": "2025-03-04", "lang": "fr"}
    return "\n".join(json.dumps({**record, "id": f"port-{number}"}) for number in range(3))


Members = Mapping[str, str | bytes]


def _zip(members: Members) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for number, (name, data) in enumerate(members.items()):
            archive.writestr(name, data, zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED)
    return held.getvalue()


def _tar(members: Members) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name, data in members.items():
            packed = data.encode() if isinstance(data, str) else data
            info = tarfile.TarInfo(name)
            info.size = len(packed)
            archive.addfile(info, io.BytesIO(packed))
    return held.getvalue()


def _pdf(lines: tuple[str, ...]) -> bytes:
    """Return a PDF of one page, a line of text each."""
    shown = " ".join(f"({line.translate({40: ' ', 41: ' '})}) Tj T*" for line in lines)
    stream = f"BT /F1 9 Tf 40 700 Td 14 TL {shown} ET".encode("cp1252", "replace")
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        font,
    ]
    made, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Root 1 0 R /Size 6 >>\nstartxref\n%d\n%%%%EOF\n" % len(made)
    return made + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


if __name__ == "__main__":
    sys.exit(main())
