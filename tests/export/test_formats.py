"""What each format holds: both sides, gaps, the reader's notes; nothing that is run or obeyed."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from lxml import etree
from markdown_it import MarkdownIt

from tests.export.conftest import NASTY, Written
from tui.errors import UsageError
from tui.export import FORMATS, plain_sheet, write
from tui.model.article import Article
from tui.model.pair import Bead, Bitext

TMX = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note | prop)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block | paragraph | sentence | phrase) #REQUIRED o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED
  srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note | prop)*, tuv+)> <!ATTLIST tu tuid CDATA #IMPLIED>
<!ELEMENT tuv ((note | prop)*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)>
<!ELEMENT note (#PCDATA)>
<!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED>
"""
"""The parts of TMX 1.4b that we write, as its specification declares them."""


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_lets_control_characters_through(written: Written, nasty: Bitext, form: str) -> None:
    text = written(form, nasty, notes={"a8": (NASTY,)})
    assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202e]", text)


def test_an_unknown_format_is_named(written: Written, fr: Article) -> None:
    with pytest.raises(UsageError, match="did you mean 'html'"):
        written("htm", fr)


def test_markdown_shows_rows_and_gaps(written: Written, bitext: Bitext) -> None:
    text = written("md", bitext, notes={"a2": ("Check the date.",)})
    assert "| Un pont a rouvert. | 0.95 | A bridge has reopened. |" in text
    assert "| Il relie deux quartiers. |  | · |" in text
    assert "| · |  | Nobody expected it. |" in text
    assert "> Check the date." in text
    assert "*Le Quai · 2025-03-01*" in text


def test_markdown_of_related_texts_keeps_them_apart(written: Written, related: Bitext) -> None:
    text = written("md", related)
    assert text.index("Il relie deux quartiers") < text.index("## EN") < text.index("Nobody expected it")
    assert text.count("|") == 4 * 3


def test_markdown_means_what_it_says(written: Written, nasty: Bitext) -> None:
    page = MarkdownIt("commonmark").enable("table").render(written("md", nasty))
    assert "<script" not in page
    assert "<em>y" not in page
    assert "<code>" not in page
    cells = re.findall(r"<td>(.*?)</td>", page)
    assert len(cells) == 3
    assert "=1+1 | [/b] &lt;script&gt;" in cells[0]


def test_tmx_is_valid_and_holds_what_faces(
    written: Written, bitext: Bitext, nasty: Bitext, fr: Article
) -> None:
    tree = etree.fromstring(written("tmx", bitext, nasty, fr).encode())
    dtd = etree.DTD(io.StringIO(TMX))
    assert dtd.validate(tree), dtd.error_log
    units = tree.findall("body/tu")
    assert [unit.get("tuid") for unit in units] == ["p1-1", "p9-1"]
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [side.get(lang) for side in units[0].findall("tuv")] == ["fr", "en"]
    assert "<script>" in str(units[1].findtext("tuv/seg"))


def test_csv_has_a_line_a_row(written: Written, bitext: Bitext, related: Bitext, fr: Article) -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv", bitext))))
    assert [(row["row"], row["score"], row["fr"], row["en"]) for row in rows[:3]] == [
        ("1", "0.9500", "Un pont a rouvert.", "A bridge has reopened."),
        ("2", "", "Il relie deux quartiers.", ""),
        ("3", "", "", "Nobody expected it."),
    ]
    assert {(row["id"], row["fr_id"], row["en_id"], row["mode"]) for row in rows} == {
        ("p1", "a1", "a2", "aligned")
    }
    linked = list(csv.DictReader(io.StringIO(written("csv", related))))
    assert linked[-1]["score"] == "0.7000"
    alone = list(csv.DictReader(io.StringIO(written("csv", fr))))
    assert [row["mode"] for row in alone] == ["single", "single"]


def test_csv_cells_are_no_formulas(written: Written, nasty: Bitext) -> None:
    row = next(csv.DictReader(io.StringIO(written("csv", nasty))))
    assert row["fr"].startswith("'=1+1 | [/b]")


def test_jsonl_holds_each_article_with_its_pair(written: Written, bitext: Bitext, fr: Article) -> None:
    both = [json.loads(line) for line in written("jsonl", bitext).splitlines()]
    assert [(one["id"], one["lang"], one["pair"]["id"]) for one in both] == [
        ("a1", "fr", "p1"),
        ("a2", "en", "p1"),
    ]
    assert json.loads(written("jsonl", fr))["pair"] is None


def test_tmx_takes_no_passage_that_is_no_translation(written: Written, related: Bitext) -> None:
    assert "<tu" not in written("tmx", related)


def test_tmx_takes_no_doubtful_row() -> None:
    beads = [Bead((0,), (0,), 0.9), Bead((1,), (1,), 0.49), Bead((2,), (), 0.0)]
    sheet = plain_sheet(["Un.", "Deux.", "Trois."], ["One.", "A hundred."], beads, ("fr", "en"))
    out = io.StringIO()
    write([sheet], "tmx", out)
    assert out.getvalue().count("<tu ") + out.getvalue().count("<tu>") == 1
    assert "A hundred" not in out.getvalue()
