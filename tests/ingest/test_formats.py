"""Each format: told by its content, read to blocks and metadata."""
# ruff: noqa: E501 - documents stand as they are read

from __future__ import annotations

import gzip
import io
import json
import sys
import tarfile
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tests.ingest.builders import ARTICLE, document, read_path, reading, refusal, texts
from tui.errors import InputError
from tui.ingest.formats.feeds.opml import read_opml
from tui.ingest.formats.feeds.parsing import parse_feed
from tui.ingest.formats.sniffing import sniff
from tui.ingest.options import ReadOptions, Rejected
from tui.ingest.raw import in_memory
from tui.ingest.reading import read
from tui.model.article import Document, Lang
from tui.model.span import Span

ONE = "Le phare de Kermor sera rallumé au printemps, a décidé la commune à l'unanimité."
TWO = "Les travaux, prévus pour durer six mois, commenceront en janvier si le temps le permet."
PAGE = f"""<!DOCTYPE html><html lang="fr-FR"><head><title>Le phare rallumé | Le Relais</title>
<meta property="og:site_name" content="Le Relais"><meta name="author" content="Anne Martin">
<meta property="article:published_time" content="2024-11-03T23:30:00+00:00">
<meta property="article:modified_time" content="2025-01-09T10:00:00+01:00">
<link rel="canonical" href="https://relais.example/phare"><link rel="alternate" hreflang="en" href="/en/lighthouse">
<link rel="alternate" hreflang="de" href="/de/turm"></head><body>
<nav><a href="/">Accueil</a> <a href="/mer">Mer</a></nav>
<article><h1>Le phare rallumé</h1><p>Par Anne Martin</p><p><time datetime="2024-11-04T00:30:00+01:00">4 novembre 2024</time></p>
<p>{ONE} Le vote a duré <a href="/vote">trois minutes</a>.</p><h2>Six mois de travaux</h2><p>{TWO}</p>
<ul><li>La lanterne sera démontée et nettoyée pièce par pièce.</li><li>L'escalier sera refait en pierre du pays.</li></ul>
<blockquote><p>C'est toute l'histoire du village qui se rallume avec lui, dit un ancien gardien.</p></blockquote>
<p>La commune espère vingt mille visiteurs par an, soit le double du nombre actuel.</p>
<aside class="newsletter"><p>Abonnez-vous à notre infolettre.</p></aside></article>
<footer><p>© 2025 Le Relais</p></footer></body></html>"""


@pytest.mark.parametrize(
    ("kind", "name", "data"),
    [
        ("html", "a.txt", PAGE),
        ("html", "a", "<p>Un</p><p>deux</p>"),
        ("text", "a.txt", "Ici <b>gras</b> et <i>maigre</i>, mais du texte."),
        ("markdown", "a.md", "Du texte."),
        ("markdown", "a", "---\ntitle: Un\n---\n\n# Un\n\nDu texte."),
        ("feed", "a.txt", "<?xml version='1.0'?>\n<!-- <html> -->\n<rss version='2.0'></rss>"),
        ("feed", "a.html", "<feed xmlns='http://www.w3.org/2005/Atom'></feed>"),
        ("feed", "a.json", '{"version": "https://jsonfeed.org/version/1.1", "items": []}'),
        ("opml", "a.xml", "<opml version='2.0'><body/></opml>"),
        ("jsonl", "a.txt", '{"text": "Du texte."}'),
        ("mail", "a.txt", "From: a@b.org\nSubject: Un\nDate: Mon, 1 Jan 2024 10:00:00 +0100\n\nDu texte."),
        ("mbox", "a", "From a@b.org Mon Jan  1 10:00:00 2024\nFrom: a@b.org\nSubject: Un\n\nDu texte."),
        ("text", "a", "Note: rien\n\nDu texte."),
        ("gzip", "a.txt", gzip.compress(b"x")),
        ("pdf", "a.txt", b"\n%PDF-1.4\n"),
        ("epub", "a.zip", b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip"),
    ],
)
def test_content_tells_the_format_before_the_name(kind: str, name: str, data: str | bytes) -> None:
    raw = data.encode() if isinstance(data, str) else data
    assert sniff(in_memory(raw, key=name, name=name)) == kind


@pytest.mark.parametrize(
    ("data", "word"), [(b"", "empty"), (b"\x89PNG\r\n", "PNG"), (b"\x7fELF", "program"), (bytes(99), "NUL")]
)
def test_what_is_no_text_is_named(data: bytes, word: str) -> None:
    assert word in refusal(data)


def test_a_page_gives_its_text_and_metadata() -> None:
    page = document(PAGE, "page.html", ReadOptions(base="https://relais.example/x"))
    assert (page.title, page.byline, page.source, page.lang) == (
        "Le phare rallumé",
        "Anne Martin",
        "Le Relais",
        Lang.FR,
    )
    assert page.url == "https://relais.example/phare"
    assert page.alternates == ("https://relais.example/en/lighthouse",)
    assert isinstance(page.published, datetime)
    assert page.published.date() == date(2024, 11, 4)
    assert texts(page, "heading") == ["Six mois de travaux"]
    assert len(texts(page, "item")) == 2
    assert len(texts(page, "quote")) == 1
    assert texts(page)[0].startswith(ONE)
    (linked,) = [Span(*span).of(page.text) for span, url in page.links if url.endswith("/vote")]
    assert linked == "trois minutes"
    for gone in ("Accueil", "infolettre", "©", "4 novembre", "Par Anne"):
        assert gone not in page.text


MARKDOWN = f"""---
title: "Le phare : rallumé"
date: 2024-11-04 10:00:00 +0100
lastmod: 2025-02-02
author:
  - name: Anne Martin
  - Paul Roux
lang: fr_CA
---

# Le phare : rallumé

{ONE}
Suite [du texte](https://relais.example/suite) et `code`.

## Six mois

> {TWO}

1. un premier
2. un second

```python
print("Bonjour")
```

| a | b |
|---|---|
| c | d |

{{{{< figure src="x.png" >}}}}
<div><p>Du <b>HTML</b> ici.</p></div>
"""


def test_markdown() -> None:
    found = document(MARKDOWN, "a.md")
    assert (found.title, found.byline, found.lang) == (
        "Le phare : rallumé",
        "Anne Martin, Paul Roux",
        Lang.FR,
    )
    assert isinstance(found.published, datetime)
    assert found.published.isoformat() == "2024-11-04T10:00:00+01:00"
    kinds = [(block.kind.value, block.span.of(found.text)) for block in found.blocks]
    assert kinds[0] == ("paragraph", f"{ONE} Suite du texte et code.")
    assert kinds[1:5] == [
        ("heading", "Six mois"),
        ("quote", TWO),
        ("item", "un premier"),
        ("item", "un second"),
    ]
    assert kinds[5:] == [
        ("code", 'print("Bonjour")'),
        ("paragraph", "a | b"),
        ("paragraph", "c | d"),
        ("paragraph", "Du HTML ici."),
    ]
    ((span, url),) = found.links
    assert (span.of(found.text), url) == ("du texte", "https://relais.example/suite")


@pytest.mark.parametrize(
    "front",
    [
        "+++\ntitle = 'Le phare'\ndate = 2024-11-04\n+++\n",
        "---\ntitle: Le phare: suite: [\ndate: 2024-11-04\n---\n",
        "# Le phare\n",
    ],
)
def test_other_front_matter(front: str) -> None:
    found = document(f"{front}\n{ONE}\n\n{TWO}\n", "a.md")
    assert (found.title or "").startswith("Le phare")
    assert texts(found) == [ONE, TWO]


def test_json_lines() -> None:
    lines = [
        json.dumps(
            {
                "text": f"{ONE}\n\n{TWO}",
                "id": "n1",
                "title": "Le phare",
                "lang": "fr",
                "published": "2024-11-04",
                "url": "https://a.org/",
            }
        ),
        "not json",
        "",
        json.dumps({"title": "sans texte"}),
        json.dumps({"text": ONE}),
    ]
    first, broken, without, last = reading("\n".join(lines), "a.jsonl")
    assert isinstance(first, Document)
    assert (first.key, first.title, first.lang, first.published) == (
        "n1",
        "Le phare",
        Lang.FR,
        date(2024, 11, 4),
    )
    assert isinstance(broken, Rejected)
    assert "line 2" in broken.why
    assert isinstance(without, Rejected)
    assert "text" in without.why
    assert isinstance(last, Document)
    assert last.key == "a.jsonl#5"
    raw = document(json.dumps({"text": " a\r\n b\n"}), "a.jsonl", ReadOptions(raw=True))
    assert raw.text == " a\r\n b\n"


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Le Relais</title><link>https://relais.example/</link><language>fr</language>
<item><title>Le &lt;b&gt;phare&lt;/b&gt;</title><link>/phare</link><guid>g1</guid><author>Anne</author>
<pubDate>Mon, 04 Nov 2024 10:00:00 +0100</pubDate><description>Court.</description>
<content:encoded><![CDATA[<p>{ONE}</p><h2>Suite</h2><p>{TWO}</p>]]></content:encoded></item>
<item><title>Sans texte</title><guid>g2</guid></item></channel></rss>"""


def test_a_feed_gives_its_entries() -> None:
    first, second = reading(RSS, "feed.xml")
    assert isinstance(first, Document)
    assert (first.title, first.byline, first.source, first.lang) == ("Le phare", "Anne", "Le Relais", Lang.FR)
    assert (first.key, first.url) == ("feed.xml#g1", "https://relais.example/phare")
    assert first.published == datetime(2024, 11, 4, 9, tzinfo=UTC)
    assert texts(first) == [ONE, "Suite", TWO]
    assert isinstance(second, Rejected)
    assert not second.failed


def test_a_json_feed() -> None:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Relais", "language": "fr", "items": [
        {"id": 1, "url": "https://a.org/1", "title": "Un", "content_text": f"{ONE}\n{TWO}", "authors": [{"name": "Anne"}], "date_published": "2024-11-04T10:00:00Z"}]}  # fmt: skip
    found = document(json.dumps(feed), "feed.json")
    assert (found.title, found.byline, found.source, found.url) == ("Un", "Anne", "Relais", "https://a.org/1")
    assert texts(found) == [ONE, TWO]
    for broken in (b"{", b'{"items": 3}', b"<html><body>Non.</body></html>"):
        with pytest.raises(InputError):
            parse_feed(broken)


def test_a_list_of_feeds() -> None:
    opml = b"<opml version='1.1'><body><outline text='Presse'><outline title='Relais' xmlUrl='https://a.org/f?a=1&amp;b=2'/></outline><outline text='x'/></body></opml>"
    (feed,) = read_opml(opml)
    assert (feed.url, feed.title, feed.folder) == ("https://a.org/f?a=1&b=2", "Relais", "Presse")
    (found,) = reading(opml, "a.opml")
    assert isinstance(found, Rejected)
    assert "1 feeds" in found.why
    with pytest.raises(InputError):
        read_opml(b"<html/>")


def zipped(members: dict[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return held.getvalue()


def book() -> bytes:
    opf = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
    <dc:title>Les phares</dc:title><dc:creator>Anne Martin</dc:creator><dc:language>fr-FR</dc:language><dc:date>2012-02-01</dc:date></metadata>
    <manifest><item id="a" href="un%20deux.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/>
    <item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="z" href="../../etc/passwd" media-type="application/xhtml+xml"/></manifest>
    <spine toc="n"><itemref idref="a"/><itemref idref="b"/><itemref idref="z"/></spine></package>"""
    ncx = """<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Premier chapitre</text></navLabel><content src="un%20deux.xhtml"/></navPoint></navMap></ncx>"""
    return zipped({
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/p.opf"/></rootfiles></container>',
        "OPS/p.opf": opf,
        "OPS/toc.ncx": ncx,
        "OPS/un deux.xhtml": f"<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{ONE}</p></body></html>",
        "OPS/b.xhtml": f"<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>Deuxième</h1><p>{TWO}</p></body></html>",
    })  # fmt: skip


def test_a_book_gives_its_chapters() -> None:
    first, second, missing = reading(book(), "livre.epub")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert [first.title, second.title] == ["Premier chapitre", "Deuxième"]
    assert (first.byline, first.source, first.lang, first.published) == (
        "Anne Martin",
        "Les phares",
        Lang.FR,
        date(2012, 2, 1),
    )
    assert texts(second) == [TWO]
    assert isinstance(missing, Rejected)
    assert "damaged" in refusal(b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip", "a.epub")


def pdf(text: str) -> bytes:
    """Return a PDF of one page with one line."""
    stream = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET".encode("latin-1")
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/MediaBox[0 0 600 800]>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Title(Le phare)/CreationDate(D:20241104100000)>>",
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    tail = b"trailer<</Size %d/Root 1 0 R/Info 6 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(parts) + 1, table) + tail


def test_a_pdf_with_a_text_layer() -> None:
    found = document(pdf("Le phare de Kermor sera bientôt rallumé."), "a.pdf")
    assert found.text == "Le phare de Kermor sera bientôt rallumé."
    assert (found.title, found.published) == ("Le phare", date(2024, 11, 4))
    assert "text layer" in refusal(pdf(""), "a.pdf")
    assert "damaged" in refusal(b"%PDF-1.7\nrien", "a.pdf")


MAIL = f"""From: =?utf-8?q?Anne_M=C3=A9rieux?= <anne@relais.example>
Subject: Le phare
Date: Mon, 04 Nov 2024 10:00:00 +0100
Message-ID: <m1@relais.example>
Content-Type: text/plain; charset=utf-8

{ONE}

{TWO}

-- {""}
Anne, tél. 01 02 03 04 05
"""


def test_a_message_and_a_mailbox() -> None:
    found = document(MAIL, "a.eml")
    assert (found.title, found.byline, found.key) == ("Le phare", "Anne Mérieux", "a.eml#m1@relais.example")
    assert texts(found) == [ONE, TWO]
    second = (
        MAIL.replace("m1", "m2")
        .replace("text/plain", "text/html")
        .replace(ONE, f"<p>{ONE}</p><p>From ici</p>")
    )
    box = f"From a@b.org Mon Nov  4 10:00:00 2024\n{MAIL}\nFrom a@b.org Mon Nov  4 11:00:00 2024\n{second}\nFrom a@b.org Mon Nov  4 11:00:00 2024\nSubject: vide\n\n"
    one, two, empty = reading(box, "a.mbox")
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert ONE in two.text
    assert isinstance(empty, Rejected)


def test_archives_are_read_like_folders() -> None:
    found = reading(zipped({"un/a.txt": ARTICLE, "b.md": f"# B\n\n{ONE}\n", ".c": "x"}), "a.zip")
    assert [each.key for each in found][:2] == ["a.zip!un/a.txt", "a.zip!b.md"]
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(ARTICLE.encode())
        archive.addfile(info, io.BytesIO(ARTICLE.encode()))
    assert document(held.getvalue(), "a.tgz").title == "Le port de Valmer rouvre ses quais"
    assert document(gzip.compress(PAGE.encode()), "a.html.gz").title == "Le phare rallumé"


def test_folders_are_read_in_order_and_hidden_files_left_out(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/2.txt", "a.txt", ".hidden.txt", "c.png"):
        (tmp_path / name).write_text(ARTICLE if name.endswith("txt") else "\x89PNG")
    found = read_path(tmp_path)
    assert [Path(each.key).name for each in found] == ["a.txt", "2.txt", "c.png"]
    assert isinstance(found[0], Document)
    assert found[0].path == str(tmp_path / "a.txt")


def test_settings_and_code_in_a_folder_are_passed_over_unless_named(tmp_path: Path) -> None:
    settings = tmp_path / "gold.TOML"
    settings.write_text(ARTICLE, "utf-8")
    (passed,) = read_path(tmp_path)
    assert isinstance(passed, Rejected)
    assert (passed.failed, "by its name" in passed.why) == (False, True)
    assert isinstance(read_path(settings)[0], Document)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    (found,) = read("-")
    assert isinstance(found, Document)
    assert found.key.startswith("stdin:")
    assert found.path is None
