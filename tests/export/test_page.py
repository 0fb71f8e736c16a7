"""The HTML page: whole, accessible, readable on paper and phone, and inert."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.export.conftest import Written
from tui.model.pair import Bitext


def parsed(text: str) -> Any:
    """Return the page as a tree (whose stubs know too many types to be of use)."""
    return html.document_fromstring(text)


def test_rows_face_each_other_with_gaps_and_doubts(written: Written, bitext: Bitext) -> None:
    page = parsed(written("html", bitext))
    rows = page.xpath("//tbody/tr")
    assert [[cell.text_content() for cell in row.xpath("td")] for row in rows][:2] == [
        ["Un pont a rouvert.", "A bridge has reopened."],
        ["Il relie deux quartiers.", "·"],
    ]
    assert [cell.get("lang") for cell in rows[0].xpath("td")] == ["fr", "en"]
    assert rows[1].xpath("td[2]/span/@title") == ["no counterpart"]
    assert "doubt" in rows[3].get("class")
    assert "≈" in rows[3].xpath("th")[0].text_content()
    assert rows[3].get("class").split()[0] == "opens"


def test_every_row_is_reached_by_tab(written: Written, bitext: Bitext, related: Bitext) -> None:
    page = parsed(written("html", bitext, related))
    links = page.xpath("//tbody//a/@href")
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    assert {link.removeprefix("#") for link in links} <= set(names)
    assert len(links) == 5


def test_the_page_needs_and_runs_nothing(written: Written, bitext: Bitext, nasty: Bitext) -> None:
    text = written("html", bitext, nasty, notes={"a8": ("<b onclick=x>",)})
    page = parsed(text)
    assert page.xpath("//script | //link | //img | //iframe | //@onclick | //@src") == []
    assert page.xpath("//a/@href[contains(., 'javascript')]") == []
    assert "url(" not in text
    assert "default-src 'none'" in page.xpath("//meta/@content")[1]
    assert page.xpath("//a[starts-with(@href, 'http')]/@href") == ["https://exemple.test/pont?a=1&b=2"]
    assert page.get("lang") == "fr"
    assert page.xpath("//meta[@name='viewport']")


def test_related_texts_stand_in_columns(written: Written, related: Bitext) -> None:
    page = parsed(written("html", related))
    sections = page.xpath("//section")
    assert [section.get("lang") for section in sections] == ["fr", "en"]
    assert "Nobody expected it." in sections[1].text_content()
    assert len(page.xpath("//table//tbody/tr")) == 1


PROBE = """<script>
const cells = [...document.querySelectorAll('tbody tr')].map(row => [...row.querySelectorAll('td')]
  .map(cell => cell.getBoundingClientRect()));
const [fr, en] = cells[0];
document.title = JSON.stringify({beside: Math.abs(fr.top - en.top) < 2 && fr.right <= en.left + 1,
  under: en.top >= fr.bottom - 1, wide: document.documentElement.scrollWidth > innerWidth + 1});
</script></body>"""


def looked_at(page: Path, width: int) -> str:
    """Return the title that the probe gave the page in a window of a width, in headless Chromium."""
    command = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        f"--user-data-dir={page.parent / 'profile'}", f"--window-size={width},900",
        "--dump-dom", page.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    found = re.search(r"<title>(.*?)</title>", done.stdout)
    assert found
    return found[1]


@pytest.mark.chromium
@pytest.mark.parametrize(("width", "beside"), [(1200, True), (500, False)])
def test_chromium_lays_it_out(
    written: Written, bitext: Bitext, tmp_path: Path, width: int, beside: bool
) -> None:
    text = written("html", bitext).replace("default-src 'none'", "default-src 'unsafe-inline'")
    page = tmp_path / "page.html"
    page.write_text(text.replace("</body>", PROBE), "utf-8")
    seen = looked_at(page, width)
    assert f'"beside":{str(beside).lower()}' in seen
    assert f'"under":{str(not beside).lower()}' in seen
    assert '"wide":false' in seen


@pytest.mark.chromium
def test_chromium_prints_it(written: Written, bitext: Bitext, tmp_path: Path) -> None:
    page, paper = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_text(written("html", bitext), "utf-8")
    command = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={paper}", page.as_uri(),
    ]  # fmt: skip
    subprocess.run(command, capture_output=True, check=True, timeout=60)
    from pypdf import PdfReader  # noqa: PLC0415 (only with Chromium)

    text = PdfReader(paper).pages[0].extract_text()
    assert "Un pont a rouvert." in text
    assert "A bridge has reopened." in text
