"""Whatever comes in: each item of the list of hostile inputs, and the good article beside it."""

# ruff: noqa: E501 - hostile inputs stand as they are
from __future__ import annotations

import gzip
import io
import json
import os
import random
import resource
import socket
import tarfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingest.builders import ARTICLE, document, read_path, reading, refusal, texts
from tui.ingest import limits
from tui.ingest.options import Rejected
from tui.ingest.reading import read
from tui.model.article import Document

EXTENSIONS = (
    "txt", "md", "html", "htm", "xml", "rss", "atom", "json", "jsonl", "opml", "epub", "pdf", "eml", "mbox",
    "gz", "zip", "tar", "tgz", "",
)  # fmt: skip
MOST_MEMORY = 1_500 * limits.MB


def peak() -> int:
    """Return the most memory that this process has held, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * limits.KB


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a good article, to lay hostile ones beside."""
    (tmp_path / "zzz-good.txt").write_text(ARTICLE)
    return tmp_path


def good_one(folder: Path) -> tuple[Document, list[Rejected]]:
    """Read a folder; return its good article and the refusals."""
    found = read_path(folder)
    documents = [each for each in found if isinstance(each, Document) and each.key.endswith("zzz-good.txt")]
    assert len(documents) == 1
    refused = [each for each in found if isinstance(each, Rejected)]
    assert all("\n" not in each.why and each.why.isprintable() and each.why for each in refused)
    assert all(each.key.isprintable() for each in refused)
    return documents[0], refused


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_random_bytes_under_any_extension_are_refused_in_one_line(extension: str) -> None:
    noise = random.Random(extension).randbytes(20_000)
    for data in (noise, b"\x00" * 5_000, noise[:7]):
        for found in reading(data, f"noise.{extension}"):
            assert isinstance(found, Rejected) or is_shown(found.text)


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=400), extension=st.sampled_from(EXTENSIONS))
def test_no_bytes_raise(data: bytes, extension: str) -> None:
    for found in reading(data, f"x.{extension}"):
        assert isinstance(found, Rejected) or is_shown(found.text)


STARTS = (
    b"%PDF-1.7\n", b"PK\x03\x04", b"\x1f\x8b\x08\x00", b"<html>", b"<?xml version='1.0'?><rss><channel><item>", b"---\na: ",
    b"+++\na = ", b"From a@b Thu Jan  1 00:00:00 1970\nSubject:", b"Subject: x\nFrom: y\nDate: z\n\n", b'{"text": ', b"\xff\xfe",
    b"<opml><body>", b'{"version": "https://jsonfeed.org/version/1", "items": [', b"\x00\x00\xfe\xff", b"| a |\n|--|\n",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=300), extension=st.sampled_from(EXTENSIONS))
def test_no_broken_beginning_raises(start: bytes, rest: bytes, extension: str) -> None:
    for found in reading(start + rest, f"x.{extension}"):
        assert isinstance(found, Rejected) or is_shown(found.text)


ESCAPES = "\x1b[31mred\x1b[0m \x1b]0;owned\x07 \x1b]52;c;ZXZpbA==\x07 \x1bP1$r\x1b\\ \x9b31m \x1b(0 \x1b)B\x0e \x1b[6n \x1b[c \x1b]10;?\x07 \x90q\x9c \x1b]8;;http://x\x1b\\l\x1b]8;;\x07 \x1bc \u202eabc\u2066 \u200b\u200f\ufeff\U000e0041 \x00"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", f"Titre {ESCAPES} dangereux\n\nUne phrase {ESCAPES} entière, que tout le monde peut lire ici.\n"),
        ("a.md", f"---\ntitle: 'T {ESCAPES}'\nauthor: 'A {ESCAPES}'\n---\n# H {ESCAPES}\n\nUne phrase {ESCAPES} entière.\n"),
        ("a.html", f"<html><title>T {ESCAPES}</title><body><p>Une phrase &#27;[31m &#155;1m {ESCAPES} entière, lisible.</p>"),
        ("a.jsonl", '{"text": "Une phrase \\u001b[31m \\u009b1m \\u202e entière.", "title": "T \\u001b]0;x\\u0007", "id": "i\\u001b[1m"}'),
        ("a.xml", f"<rss version='2.0'><channel><title>T</title><item><title>I</title><description>Une phrase {ESCAPES} entière.</description></item></channel></rss>"),
        ("a.json", json.dumps({"version": "https://jsonfeed.org/version/1", "title": f"T {ESCAPES}", "items": [{"id": f"i{ESCAPES}", "title": f"I {ESCAPES}", "content_text": f"Une phrase {ESCAPES} entière."}]})),
        ("a.atom", "<feed xmlns='http://www.w3.org/2005/Atom'><title>T &#27;[1m</title><entry><title>I &#155;1m</title><author><name>A &#x202e;</name></author><content>Une phrase &#27;]0;x&#7; entière.</content></entry></feed>"),
        ("a.eml", f"Subject: S {ESCAPES}\nFrom: A {ESCAPES} <a@b.org>\nDate: x\n\nUne phrase {ESCAPES} entière.\n"),
    ],
)  # fmt: skip
def test_nothing_unprintable_comes_out(name: str, data: str) -> None:
    for found in reading(data.encode("utf-8", "surrogatepass"), name):
        assert isinstance(found, Document), found
        for said in (found.title, found.byline, found.source, found.key, found.text):
            assert said is None or is_shown(said), (name, said)


def test_yaml_alias_bombs_and_python_tags_do_nothing() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    started = time.monotonic()
    bombed = document(f"---\ntitle: Une bombe\n{bomb}---\n\nLe texte est là.\n", "a.md")
    assert bombed.title == "Une bombe"
    assert time.monotonic() - started < 5
    tagged = document(
        "---\ntitle: !!python/object/apply:os.system ['touch /tmp/owned']\ndate: 2025-02-31\n---\n\nLe texte.\n",
        "a.md",
    )
    assert tagged.text == "Le texte."
    assert tagged.published is None


def test_xml_entities_are_never_expanded_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret of the house")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}<!ENTITY x SYSTEM "file://{secret}">]>'
    )
    started = time.monotonic()
    for name, body in (
        ("a.rss", "<rss version='2.0'><channel><title>&x;</title><item><title>&l9;</title><description>Une phrase. &x; &l9;</description></item></channel></rss>"),
        ("a.opml", "<opml version='1.0'><body><outline xmlUrl='http://a.org/&x;' text='&l9;'/></body></opml>"),
        ("a.html", "<html><body><p>Une phrase assez longue &x; &l9; pour rester là.</p></body></html>"),
    ):  # fmt: skip
        for found in reading(head + body, name):
            assert "secret of the house" not in repr(found)
            assert len(repr(found)) < 100_000
    assert time.monotonic() - started < 20


def test_html_nested_a_hundred_thousand_deep_is_read() -> None:
    deep = (
        "<div>" * 100_000
        + "<p>Une phrase au fond du puits, que l'on peut tout de même lire.</p>"
        + "</div>" * 100_000
    )
    markup = f"<html><head><title>Le puits</title></head><body><p>Une phrase à la surface.</p>{deep}<p>Et une après.</p></body></html>"
    started = time.monotonic()
    read_one = document(markup, "deep.html")
    assert "au fond du puits" in read_one.text
    assert time.monotonic() - started < 20


def test_json_and_markdown_nested_deep_are_refused_or_read() -> None:
    for name, data in (
        ("a.jsonl", "[" * 100_000),
        ("b.jsonl", '{"text":' * 50_000),
        ("a.md", "> " * 20_000 + "fin"),
    ):
        for found in reading(data, name):
            assert isinstance(found, (Document, Rejected))


def test_a_zip_whose_offsets_lie_is_damaged() -> None:
    good = zipped(("bon.txt", ARTICLE.encode()))
    at = good.index(b"PK\x05\x06") + 16
    for offset in (0xFFFFFF, 1, 7):
        for found in reading(good[:at] + offset.to_bytes(4, "little") + good[at + 4 :], "a.zip"):
            assert isinstance(found, Document) or "cannot be read" not in found.why


def zipped(*members: tuple[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return held.getvalue()


def tarred(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for info, data in members:
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return held.getvalue()


def is_shown(text: str) -> bool:
    """Tell whether a text holds printable characters, line ends and French spaces alone."""
    return text.replace("\n", "").replace("\u00a0", "").replace("\u202f", "").isprintable()


def split(found: list[Document | Rejected]) -> tuple[list[Document], list[Rejected]]:
    return [x for x in found if isinstance(x, Document)], [x for x in found if isinstance(x, Rejected)]


@pytest.mark.parametrize(
    "name", ["../../evil.txt", "/etc/evil.txt", "a/../../evil.txt", "..\\evil.txt", "C:\\evil.txt"]
)
def test_members_that_lead_outside_are_refused_and_the_others_read(name: str) -> None:
    documents, refused = split(reading(zipped((name, b"Le texte."), ("bon.txt", ARTICLE.encode())), "a.zip"))
    assert [each.title for each in documents] == ["Le port de Valmer rouvre ses quais"]
    assert ["outside" in each.why for each in refused] == [True]
    documents, refused = split(reading(tarred((tarfile.TarInfo(name), b"Le texte."), (tarfile.TarInfo("bon.txt"), ARTICLE.encode())), "a.tar"))  # fmt: skip
    assert len(documents) == 1
    assert len(refused) == 1


def test_tar_links_are_not_followed() -> None:
    link = tarfile.TarInfo("lien.txt")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    documents, refused = split(
        reading(tarred((link, b""), (tarfile.TarInfo("bon.txt"), ARTICLE.encode())), "a.tar")
    )
    assert len(documents) == 1
    assert ["link" in each.why for each in refused] == [True]


def test_decompression_bombs_are_refused_within_bounds() -> None:
    zeros = b"a" * (64 * limits.MB)
    started = time.monotonic()
    documents, refused = split(reading(zipped(("bombe.txt", zeros), ("bon.txt", ARTICLE.encode())), "a.zip"))
    assert len(documents) == 1
    assert len(refused) == 1
    assert "MB" in refusal(gzip.compress(zeros, 1), "a.txt.gz")
    nested = zipped(("a.txt", b"Le texte."))
    for _ in range(limits.MAX_DEPTH + 1):
        nested = zipped(("a.zip", nested))
    assert "deep" in refusal(nested, "a.zip")
    assert time.monotonic() - started < 60


def test_encrypted_and_truncated_archives_are_refused() -> None:
    good = zipped(("bon.txt", ARTICLE.encode()))
    flagged = bytearray(good)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        flagged[good.index(mark) + offset] |= 1
    assert "encrypted" in refusal(bytes(flagged), "a.zip")
    assert "damaged" in refusal(good[: len(good) // 2], "a.zip")
    assert "damaged" in refusal(gzip.compress(ARTICLE.encode() * 50)[:-30], "a.txt.gz")
    assert "damaged" in refusal(tarred((tarfile.TarInfo("a.txt"), ARTICLE.encode() * 50))[:900], "a.tar")


def test_impossible_dates_are_no_dates() -> None:
    for said in (
        "0000-01-01",
        "99999-01-01",
        "2025-02-31",
        "31 février 2025",
        "0-0-0",
        "9" * 400,
        "2999-01-01",
    ):
        assert document(f"---\ntitle: T\ndate: {said}\n---\n\nLe texte.\n", "a.md").published is None
        html = f'<html><head><meta property="article:published_time" content="{said}"></head><body><p>Le texte de la page, entier.</p>'
        assert document(html, "a.html").published is None
        feed = f"<rss version='2.0'><channel><title>T</title><item><title>I</title><pubDate>{said}</pubDate><description>Une phrase.</description></item></channel></rss>"
        assert document(feed, "a.rss").published is None


def test_a_hundred_megabytes_on_one_line_are_refused_or_read_within_bounds(tmp_path: Path) -> None:
    started = time.monotonic()
    for name, start in (
        ("a.txt", b""),
        ("a.jsonl", b'{"text": "'),
        ("a.html", b"<html><p>"),
        ("a.md", b"# "),
        ("a.eml", b"Subject: a\nFrom: b\nDate: c\n\n"),
    ):
        (tmp_path / name).write_bytes(start + b"mot " * (25 * limits.MB))
    found = read_path(tmp_path)
    assert len(found) == 5
    assert all(isinstance(each, Rejected) and "MB" in each.why for each in found)
    assert time.monotonic() - started < 60
    assert peak() < MOST_MEMORY


def test_a_feed_and_a_mailbox_with_endless_lines_stay_within_bounds() -> None:
    mailbox = b"From a@b Thu Jan  1 00:00:00 1970\nSubject: x\n\n" + b"mot " * (5 * limits.MB)
    for found in reading(mailbox, "a.mbox"):
        assert isinstance(found, (Document, Rejected))
    assert peak() < MOST_MEMORY


def test_a_sparse_file_of_five_gigabytes_is_refused(folder: Path) -> None:
    for name, start in (
        ("sparse.txt", b""),
        ("sparse.jsonl", b'{"text": "Une phrase."}\n'),
        ("begun.txt", b"Une phrase.\n" * 9000),
    ):
        with (folder / name).open("wb") as file:
            file.write(start)
            file.truncate(5 * 1024 * limits.MB)
    started = time.monotonic()
    _, refused = good_one(folder)
    assert len(refused) == 3
    assert time.monotonic() - started < 60
    assert peak() < MOST_MEMORY


def test_pipes_sockets_devices_and_links_are_passed_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "outside.txt").symlink_to("/etc/passwd")
    with socket.socket(socket.AF_UNIX) as listening:
        monkeypatch.chdir(folder)  # a socket's path has a short limit
        listening.bind("s.txt")
        _, refused = good_one(folder)
    assert len(refused) == 5
    for path, word in (
        (folder / "pipe.txt", "pipe"),
        (Path("/dev/zero"), "device"),
        (folder / "self.txt", "link"),
    ):
        (alone,) = read_path(path)
        assert isinstance(alone, Rejected)
        assert word in alone.why


def test_names_that_are_not_utf8_are_read_and_shown(folder: Path) -> None:
    (folder / os.fsdecode(b"caf\xe9 \x1b[31m.txt")).write_text(ARTICLE)
    documents, _ = split(read_path(folder))
    assert len(documents) == 2
    for each in documents:
        each.key.encode("utf-8")
        assert each.key.isprintable()
        assert (each.path or "").isprintable()


def test_unreadable_and_vanished_files_are_one_line_each(folder: Path) -> None:
    (missing,) = read_path(folder / "absent.txt")
    assert isinstance(missing, Rejected)
    assert "no such file" in missing.why
    (nul,) = read("a\0b.txt")
    assert isinstance(nul, Rejected)
    (folder / "a.txt").write_text(ARTICLE)
    listing: Iterator[Document | Rejected] = read(str(folder))
    next(listing)
    (folder / "zzz-good.txt").unlink()
    (vanished,) = listing
    assert isinstance(vanished, Rejected)
    assert "no such file" in vanished.why


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_forbidden_files_are_refused(folder: Path) -> None:
    (folder / "a.txt").write_text(ARTICLE)
    (folder / "a.txt").chmod(0)
    _, refused = good_one(folder)
    assert "permission" in refused[0].why


def test_names_inside_archives_are_shown_without_escapes() -> None:
    for name in (f"a {ESCAPES[:-1]}.txt", "é\u202e.txt"):
        for found in reading(zipped((name, ARTICLE.encode())), "a.zip"):
            assert found.key.isprintable()


def test_a_stray_bad_byte_costs_a_character() -> None:
    data = ARTICLE.encode().replace(b"lundi", b"lundi\xe9")
    assert "lundi\ufffd" in document(data).text.replace(" ", "")
    assert len(texts(document(data))) == 2
