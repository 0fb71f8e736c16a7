"""From a clean document to an article: languages, segments, title, names and values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from tui.analysis.entities import Annotator, default_annotator, link, merge
from tui.analysis.language import main_language, with_languages
from tui.analysis.segments import segment
from tui.analysis.title import made_title
from tui.analysis.values import find_values
from tui.errors import InputError
from tui.locale import tr
from tui.model.article import Article, Block, BlockKind, Document, Lang, Mention, Published, Segment


def analyse(document: Document, *, lang: Lang | None = None, annotator: Annotator | None = None) -> Article:
    """Return the article in ``document``; ``lang`` overrules detection.

    Raises InputError when the text is empty, or in neither French nor English.
    """
    main = lang or _language(document)
    blocks = with_languages(document.text, document.blocks, main)
    segments = segment(document.text, blocks)
    title = document.title or made_title(document.text, blocks, segments)
    return with_mentions(_bare(document, main, title, blocks, segments), annotator or default_annotator(main))


def lines_article(document: Document, *, lang: Lang | None = None, names: bool = True) -> Article:
    r"""Return a document as an article with one segment a line (split on ``\n`` only, blank lines count).

    ``names`` off leaves names and values out: alignment does not need them. Raises InputError like analyse.
    """
    text = document.text
    plain = tuple(Block(BlockKind.PARAGRAPH, start, end) for start, end in _lines(text))
    main = lang or _language(replace(document, blocks=plain))
    blocks = tuple(replace(block, lang=main) for block in plain)
    segments = tuple(Segment(number, block.start, block.end) for number, block in enumerate(blocks))
    article = _bare(document, main, document.title or made_title(text, blocks, segments), blocks, segments)
    return with_mentions(article, default_annotator(main)) if names else replace(article, annotator="none")


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.removesuffix("\n").split("\n") if text else ():
        yield start, start + len(line)
        start += len(line) + 1


def _language(document: Document) -> Lang:
    if not document.text.strip():
        raise InputError(tr("{key}: there is no text in it", key=document.key))
    found = main_language(document.text, document.blocks, document.lang)
    if found.lang is not Lang.UND:
        return found.lang
    likely = " " + tr("(it looks like '{code}')", code=found.code) if found.code != "und" else ""
    raise InputError(
        tr("{key}: the text is in neither French nor English{likely}", key=document.key, likely=likely)
    )


def _bare(
    document: Document, lang: Lang, title: str, blocks: tuple[Block, ...], segments: tuple[Segment, ...]
) -> Article:
    return Article(
        id=None,
        key=document.key,
        lang=lang,
        title=title,
        text=document.text,
        blocks=blocks,
        segments=segments,
        byline=document.byline,
        published=document.published,
        source=document.source,
        url=document.url,
        path=document.path,
        alternates=document.alternates,
        links=document.links,
        removed=document.removed,
    )


def with_mentions(article: Article, annotator: Annotator) -> Article:
    """Return ``article`` with its names, as ``annotator`` finds them, and its values."""
    names = annotator.annotate(article.text, article.lang, article.blocks)
    mentions = merge(names, tuple(_values(article)))
    linked, entities = link(mentions, article.text, article.lang, article.title)
    return replace(article, mentions=linked, entities=entities, annotator=annotator.name)


def _values(article: Article) -> Iterator[Mention]:
    day = _day(article.published)
    for block in article.blocks:
        lang = article.lang if block.lang is Lang.UND else block.lang
        for mention in find_values(block.span.of(article.text), lang, day):
            yield replace(mention, start=mention.start + block.start, end=mention.end + block.start)


def _day(published: Published | None) -> date | None:
    return published.date() if isinstance(published, datetime) else published
