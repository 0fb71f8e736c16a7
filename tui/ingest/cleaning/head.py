"""The head of a plain text: kickers, title, byline and date, told from the body by their looks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tui.ingest.cleaning import looks
from tui.ingest.cleaning.removing import without_at
from tui.ingest.metadata.dates import plausible, written_day
from tui.ingest.raw import RawBlock, RawDocument
from tui.model.article import BlockKind, Published

TITLE = "title, kept as such"
BYLINE = "byline, kept as such"
DATE = "date line, kept as such"
KICKER = "kicker"

_HEAD_LINES = 8
"""Lines at the top among which a head is looked for."""

_KICKER_WORDS = 3
"""Words of a kicker ("Actualité", "Tech & IA"); a title this short has nothing longer below it."""

_BYLINE_WORDS = 20
"""Words of a byline with the date and the place beside it."""

_TITLES_TO_BODY = 0.5
"""Share of title-like lines from which a text is a list or a poem: then only its first line is a title."""


@dataclass(slots=True)
class _Head:
    """What the lines at the top are: indexes of title-like ones, and the rest by reason."""

    titles: list[int] = field(default_factory=list)
    byline: str | None = None
    published: Published | None = None
    reasons: dict[int, str] = field(default_factory=dict)
    closed: bool = False

    def take(self, index: int, text: str, *, begun: bool) -> bool:
        """Say what line ``index`` is, whose sentence may be ``begun`` alone; False for the body's first."""
        name = looks.byline(text)
        day = written_day(looks.date_part(text.partition(name)[2] if name else text))
        if name:
            self.byline = self.byline or name
            self.published = self.published or plausible(day)
            self.reasons[index] = BYLINE
        elif day or (looks.announces_date(text) and not looks.date_part(text)):
            self.published = self.published or plausible(day)
            self.reasons[index] = DATE
        elif looks.is_title_like(text) and not (begun or self.reasons or looks.is_bullet(text)):
            self.titles.append(index)
        else:
            return False
        return True


def with_head(document: RawDocument, off: frozenset[str]) -> RawDocument:
    """Return a plain text with its title, byline and date told apart, and its kickers gone."""
    _ = off
    if len(document.blocks) < 2:
        return document
    if not document.flat:
        return _without_stated_head(document)
    head = _read(document.blocks)
    if document.title is None:
        title = _choose(document.blocks, head)
        if title is not None:
            head.reasons[title] = TITLE
            head.reasons |= {
                index: KICKER for index in head.titles if index < title and _is_kicker(document.blocks[index])
            }
            document = replace(document, title=document.blocks[title].text)
    found = replace(
        document,
        byline=document.byline or head.byline,
        published=document.published or head.published,
    )
    return without_at(found, head.reasons)


def _without_stated_head(document: RawDocument) -> RawDocument:
    """Return a structured document without the copies of its title, byline and date above its body."""
    title = looks.key(document.title or "")
    reasons: dict[int, str] = {}
    for index, block in enumerate(document.blocks[:_HEAD_LINES]):
        why = _stated(block.text, title)
        if why is None:
            break
        reasons[index] = why
    return without_at(document, reasons)


def _stated(text: str, title: str) -> str | None:
    """Return what of the head a block is, if it is nothing else."""
    if title and looks.key(text) == title:
        return TITLE
    if looks.byline(text) and looks.words(text) <= _BYLINE_WORDS:
        return BYLINE
    return DATE if written_day(looks.date_part(text)) else None


def stated_day(blocks: tuple[RawBlock, ...]) -> Published | None:
    """Return the day that a line among the first ones states, being nothing but a date."""
    lines = (looks.date_part(one.text) for one in blocks[:_HEAD_LINES] if not looks.tells_edit(one.text))
    return next((day for line in lines if (day := plausible(written_day(line)))), None)


def _is_begun(after: RawBlock) -> bool:
    """Tell whether a sentence begun above goes on in ``after``, which is no date line either."""
    return looks.goes_on(after.text) and not written_day(looks.date_part(after.text))


def _read(blocks: tuple[RawBlock, ...]) -> _Head:
    head = _Head()
    following = (*blocks[1 : _HEAD_LINES + 1], None)
    for index, (block, after) in enumerate(zip(blocks[:_HEAD_LINES], following, strict=False)):
        if not head.take(index, block.text, begun=after is not None and _is_begun(after)):
            break
    return head


def _is_kicker(block: RawBlock) -> bool:
    return looks.words(block.text) <= _KICKER_WORDS


def _choose(blocks: tuple[RawBlock, ...], head: _Head) -> int | None:
    """Return which title-like line is the title: the first that is no kicker, else the first of all."""
    if not head.titles or not _has_body(blocks, head):
        return None
    return next((index for index in head.titles if not _is_kicker(blocks[index])), head.titles[0])


def _has_body(blocks: tuple[RawBlock, ...], head: _Head) -> bool:
    """Tell whether anything but the head's lines follows, longer than the title."""
    body = [
        block for index, block in enumerate(blocks) if index not in head.titles and index not in head.reasons
    ]
    return any(looks.words(block.text) > _KICKER_WORDS for block in body)


def with_headings(document: RawDocument, off: frozenset[str]) -> RawDocument:
    """Return a plain text whose heading-like lines are headings."""
    _ = off
    if not document.flat or not document.blocks:
        return document
    blocks = document.blocks
    following = (*blocks[1:], None)
    marked = tuple(_marked(block, after) for block, after in zip(blocks, following, strict=True))
    headings = sum(block.kind is BlockKind.HEADING for block in marked)
    return document if headings > _TITLES_TO_BODY * len(blocks) else replace(document, blocks=marked)


def _marked(block: RawBlock, after: RawBlock | None) -> RawBlock:
    if block.kind is not BlockKind.PARAGRAPH or after is None:
        return block
    is_heading = looks.is_title_like(block.text, looks.MOST_HEADING_WORDS) and not _is_begun(after)
    is_heading = is_heading and (
        looks.words(after.text) > looks.words(block.text) or looks.ends_sentence(after.text)
    )
    return replace(block, kind=BlockKind.HEADING) if is_heading else block
