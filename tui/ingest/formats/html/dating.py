"""When a page was first published: what its head states, what its readers see, what htmldate finds."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice

from lxml.html import HtmlElement

from tui.ingest.building import tidy
from tui.ingest.cleaning import looks
from tui.ingest.cleaning.head import stated_day
from tui.ingest.formats.html.facts import PageFacts
from tui.ingest.formats.html.parsing import writable
from tui.ingest.metadata.dates import is_impossible, moment, plausible, written_day
from tui.ingest.raw import RawBlock
from tui.model.article import Published

_DATES = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "publish_date",
    "originalpublicationdate",
    "article:published",
    "article_date_original",
    "cxenseparse:recs:publishtime",
    "timestamp",
    "weibo:article:create_at",
)
"""Names of meta elements that state the first publication, surest first; none that speaks of a later edit."""

_SEEN = 30
"""Elements looked at for the date that a page shows."""

_PREPARED = timedelta(days=7)
"""How long before its publication a page may have been made; a date further off is that of an edit."""

_LINES_BELOW = 3
_LONGEST_SEEN = 80
"""Characters of an element that shows a date and little else."""

_FEW = 5
"""Children of an element that can still be one line."""

_EDITED = re.compile(r"modified|updated|last-?mod|revised", re.IGNORECASE)
_MARKED_EDITED = re.compile(rf"(?!.*publi).*(?:{_EDITED.pattern})", re.IGNORECASE)
"""Names given to a place for the day of an edit; many pages name one place for both days."""

_OTHERS = ".//*[self::aside or contains(@class, 'comments')][not(.//h1)][not(descendant-or-self::article)]"
"""Where the dates are those of other articles and of what readers wrote."""

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?[+-]\d\d:?\d\d")


def published(
    root: HtmlElement, facts: PageFacts, blocks: tuple[RawBlock, ...], url: str | None
) -> Published | None:
    """Return when the page was first published: stated, else shown above its text, else found by htmldate.

    Of several stated dates the one that readers see is the article's; a time in UTC is told in the
    page's own zone where the page has it, since it may be another day there.
    """
    stated = [*facts.stated("datePublished"), *(facts.metas[name] for name in _DATES if name in facts.metas)]
    days = [when for each in stated if (when := moment(each))]
    seen = set(_seen(root)) if len({_day(each) for each in days}) > 1 else set()
    near = (each for each in days if _day(each) in seen and abs(_day(each) - _day(days[0])) <= _PREPARED)
    first = next(near, None) or next(iter(days), None)
    if first:
        return _local(first, root)
    impossible = any(is_impossible(str(each)) for each in stated)
    return stated_day(blocks) or _below_heading(root) or (None if impossible else _found(root, url))


def _day(when: Published) -> date:
    return when.date() if isinstance(when, datetime) else when


def _seen(root: HtmlElement) -> Iterator[date]:
    """Yield the days that the page shows in the places made for dates."""
    for element in root.xpath("//time | //*[contains(@class, 'date')]")[:_SEEN]:
        day = _shown_day(element)
        yield from (day,) if day else ()


def _shown_day(element: HtmlElement) -> date | None:
    text = tidy(str(element.text_content()))
    if len(text) > _LONGEST_SEEN or _is_of_edit(element, text):
        return None
    return written_day(looks.date_part(text))


def _is_of_edit(element: HtmlElement, text: str) -> bool:
    """Tell whether a short element shows when a page was last modified."""
    marks = " ".join(str(element.get(name) or "") for name in ("class", "id", "itemprop"))
    return looks.tells_edit(text) or _MARKED_EDITED.match(marks) is not None


def _below_heading(root: HtmlElement) -> date | None:
    """Return the day that one of the lines right below a first-level heading is."""
    lines = (each for heading in root.iter("h1") for each in islice(heading.itersiblings(), _LINES_BELOW))
    days = (_shown_day(each) for each in lines)
    return next((day for day in days if plausible(day)), None)


def _local(when: Published, root: HtmlElement) -> Published:
    """Return a moment in the zone in which the page states the same moment elsewhere."""
    if not isinstance(when, datetime) or when.utcoffset() != timedelta(0):
        return when
    texts = [str(each.get("datetime") or "") for each in root.iter("time")]
    texts += [str(each.text or "") for each in root.iterfind(".//script[@type='application/ld+json']")]
    same = (moment(found[0]) for text in texts for found in _MOMENT.finditer(text))
    return next(
        (each for each in same if isinstance(each, datetime) and each == when and each.utcoffset()), when
    )


def _without_edits(root: HtmlElement) -> HtmlElement:
    """Return a copy of the page that does not say when it, or what stands beside it, was last modified."""
    tree = copy.deepcopy(root)
    for other in tree.xpath(_OTHERS):
        if other.getparent() is not None:
            other.drop_tree()
    for meta in list(tree.iter("meta")):
        if _EDITED.search(
            f"{meta.get('property')} {meta.get('name')} {meta.get('itemprop')} {meta.get('http-equiv')}"
        ):
            meta.drop_tree()
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        script.text = writable(_EDITED.sub("edited", script.text or ""))
    for element in list(tree.iter("p", "div", "span", "time", "li", "footer", "small")):
        text = " ".join(str(element.text_content()).split()) if len(element) < _FEW else ""
        if text and len(text) <= _LONGEST_SEEN and _is_of_edit(element, text):
            element.drop_tree()
    return tree


def _found(root: HtmlElement, url: str | None) -> Published | None:
    from htmldate import find_date  # noqa: PLC0415 - comes with what only pages cost

    latest = date.today().isoformat()  # noqa: DTZ011 - a day, compared with days
    # Not the extensive search: it takes any year for a date, and seconds to load every language.
    found = find_date(
        _without_edits(root), extensive_search=False, original_date=True, url=url, max_date=latest
    )
    return plausible(moment(found))
