"""Which of the titles that a page gives is the article's: without the site's name, not the site's own."""

from __future__ import annotations

import re

from tui.ingest.cleaning import looks

_SEPARATORS = re.compile(r"\s+(?:[|•·»›→—–:]|--?|::|//)\s+|\s*[|»]\s*")
_LEAST_WORDS = 2
"""Words that a part of a page's title needs to be an article's title when it stands beside a site's name."""


def best_title(
    candidates: tuple[tuple[str, str], ...], page_title: str | None, site: str | None
) -> str | None:
    """Return the article's title out of ``candidates`` (where found, text) and the page's ``<title>``.

    A heading that the page's title contains is what both the page's author and its template call the
    article; then come linked data and meta elements without the site's name.
    """
    headings = [text for where, text in candidates if where == "heading"]
    if page_title:
        within = looks.key(page_title)
        confirmed = [text for text in headings if looks.key(text) and looks.key(text) in within]
        if confirmed:
            return max(confirmed, key=len)
    stated = [without_site(text, site) for where, text in candidates if where != "heading"]
    first = next((text for text in stated if text and looks.key(text) != looks.key(site or "")), None)
    return first or next(iter(headings), None) or (without_site(page_title, site) if page_title else None)


def without_site(title: str, site: str | None) -> str:
    """Return ``title`` without the site's name before or after it, which a separator sets apart."""
    marks = list(_SEPARATORS.finditer(title))
    if not marks:
        return title
    head, tail = title[: marks[-1].start()], title[marks[-1].end() :]
    if _is_site(tail, site) and looks.words(head) >= _LEAST_WORDS:
        return head
    first, rest = title[: marks[0].start()], title[marks[0].end() :]
    return rest if _is_site(first, site) and looks.words(rest) >= _LEAST_WORDS else title


def _is_site(text: str, site: str | None) -> bool:
    return bool(site) and looks.key(text) == looks.key(site or "")
