"""What brings texts in, or only looks at them."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from types import SimpleNamespace

from tui.cli import stopping
from tui.cli.output import Output, Paint
from tui.cli.start import DONE, NOTHING_DONE, SOME_FAILED, Context
from tui.errors import InputError, beside
from tui.ingest.options import ReadOptions, Rejected
from tui.locale import language as spoken
from tui.locale import tr
from tui.model.article import Article, BlockKind, Document, Lang
from tui.model.keeping import Feed
from tui.model.listing import Outcome, Progress, Result
from tui.model.wording import labelled, removal, word
from tui.model.wording.values import kind_name, shown_value
from tui.text.printable import shown_address


def add(args: SimpleNamespace, context: Context) -> int:
    """Add sources to the library, one outcome an article."""
    from tui.pipeline import AddOptions  # noqa: PLC0415 (inspecting adds nothing)
    from tui.pipeline import add as run  # noqa: PLC0415

    stated = {"lang": language(args.lang), "published": args.date, "source": args.source}
    options = AddOptions(**stated, tags=args.tag, private=args.private)
    with context.opened() as library:
        steps = run(library, args.sources, options, jobs=args.jobs or context.settings.jobs)
        tally = _followed(steps, args, context.output)
    _sum_up(tally, context.output)
    return _status(failed=tally[Result.FAILED], total=sum(tally.values()))


def sync(args: SimpleNamespace, context: Context) -> int:
    """Fetch subscriptions and add what is new; raises NotFoundError for an address without one."""
    from tui.pipeline.feeds import syncing  # noqa: PLC0415 (needs the network's client)

    with context.opened() as library:
        for url in args.urls:
            library.feeds.get(url)
        options = {"private": args.private, "full_text": args.full_text}
        for feed in syncing.left_alone(library, args.urls):
            _tell_left_alone(feed, context.output)
        steps = syncing.sync(library, args.urls, jobs=args.jobs or context.settings.jobs, **options)
        tally = _followed(steps, args, context.output)
    _sum_up(tally, context.output)
    return SOME_FAILED if tally[Result.FAILED] else DONE


def _tell_left_alone(feed: Feed, output: Output) -> None:
    until = feed.next_sync.astimezone().strftime("%Y-%m-%d %H:%M") if feed.next_sync else ""
    said = tr(
        "left alone until {time}: {url} ({why}); name it to try at once",
        time=until,
        url=shown_address(feed.url),
        why=beside(shown_address(feed.url), feed.error or ""),
    )
    output.note(said)


Tally = Mapping[Result, int]
Steps = Generator[Progress | Outcome, None, None]


def _followed(steps: Steps, args: SimpleNamespace, output: Output) -> Tally:
    """Show a run as it goes on and return how many articles came to what; one that is stopped says so too."""
    tally = dict.fromkeys(Result, 0)
    try:
        with stopping.in_order():
            for step in steps:
                if isinstance(step, Progress):
                    output.bar(bar(step))
                else:
                    tally[step.result] += 1
                    _tell(step, output, as_json=args.json)
    except KeyboardInterrupt:
        steps.close()  # keeps what is done
        _sum_up(tally, output)
        raise
    return tally


def _sum_up(tally: Tally, output: Output) -> None:
    if tally[Result.ADDED] or tally[Result.CHANGED]:
        _tell_faults(output)
    counts = ", ".join(f"{count} {word(result)}" for result, count in tally.items() if count)
    output.note(counts or tr("there was nothing new"))


def _tell_faults(output: Output) -> None:
    """Say once a run, and not per article, why names are found less well than they could be."""
    from tui.analysis.entities import weights_faults  # noqa: PLC0415 (only where texts were read)

    for fault in weights_faults():
        output.error(fault)


def language(text: str | None) -> Lang | None:
    """Return the language that an option names, if it was given."""
    return Lang(text) if text else None


def _status(*, failed: int, total: int) -> int:
    """Return the exit status of a run: it did nothing where every input failed, or none was found."""
    if failed == total:
        return NOTHING_DONE
    return SOME_FAILED if failed else DONE


_PAINTS = {
    Result.ADDED: Paint.GOOD,
    Result.CHANGED: Paint.GOOD,
    Result.FAILED: Paint.BAD,
    Result.SKIPPED: Paint.DOUBT,
}


def _tell(outcome: Outcome, output: Output, *, as_json: bool) -> None:
    """Write one outcome; a failure is also named on stderr, unless both are the same screen."""
    if outcome.result is Result.FAILED:
        output.error(f"{outcome.key}: {outcome.why}")
        if output.width is not None and output.live:
            return
    if as_json:
        from tui.model import jsonable  # noqa: PLC0415

        output.json(jsonable.outcome(outcome))
        return
    parts = [outcome.id or "-", outcome.lang or "-", outcome.key, outcome.why or outcome.title or ""]
    result = outcome.result if output.width is None else word(outcome.result)  # programs read the word itself
    verb = output.painted(result, _PAINTS.get(outcome.result, Paint.DIM))
    output.line("\t".join([verb, *(output.painted(part) for part in parts)]))


_BAR = 20


def bar(step: Progress) -> str:
    """Draw how far a run is: a bar where the end is known, else a count."""
    if not step.total:
        return f"{tr(step.stage)} {step.done} {step.what}"
    full = round(_BAR * min(1, step.done / step.total))
    return f"[{'#' * full}{'.' * (_BAR - full)}] {step.done}/{step.total} {tr(step.stage)} {step.what}"


def inspect(args: SimpleNamespace, context: Context) -> int:
    """Print what is made of each source; nothing is kept."""
    options = ReadOptions(
        raw=args.raw or args.lines, lines=args.lines, lang=language(args.lang), private=args.private
    )
    failed = total = 0
    for source in args.sources:
        for found in _articles(source, options):
            total += 1
            if isinstance(found, Rejected):
                failed += found.failed
                context.output.error(f"{found.key}: {found.why}")
            elif args.json:
                _print_json(found, context.output)
            else:
                _print_inspected(found, context.output)
    if total > failed:
        _tell_faults(context.output)
    return _status(failed=failed, total=total)


def _articles(source: str, options: ReadOptions) -> Iterator[Article | Rejected]:
    """Yield the analysed articles of a source; one in neither language is passed over, with its reason."""
    from tui.ingest.reading import read  # noqa: PLC0415

    for document in read(source, options):
        yield document if isinstance(document, Rejected) else _analysed(document, options)


def _analysed(document: Document, options: ReadOptions) -> Article | Rejected:
    from tui.analysis.analyse import analyse, lines_article  # noqa: PLC0415 (heavy: the language detector)

    try:
        if options.lines:
            return lines_article(document, lang=options.lang)
        return analyse(document, lang=options.lang)
    except InputError as cause:
        why = beside(document.key, str(cause))
        return Rejected(document.key, tr("skipped: {why}", why=why), failed=False)
    except Exception as error:  # noqa: BLE001 - one document of a run: its neighbours go on
        return Rejected(document.key, f"{type(error).__name__}: {error}")


def _print_json(article: Article, output: Output) -> None:
    from tui.model import jsonable  # noqa: PLC0415

    output.json(jsonable.article(article))


def _print_inspected(article: Article, output: Output) -> None:
    output.line(output.painted(article.title, Paint.BOLD))
    for name, value in _known(article):
        output.line(output.painted(f"  {name:<12}", Paint.DIM), output.painted(value))
    output.line()
    for block in article.blocks:
        kind = "" if block.kind is BlockKind.PARAGRAPH else f"[{word(block.kind)}] "
        lang = "" if block.lang is article.lang else f"[{block.lang}] "
        output.line(output.painted(kind + lang, Paint.DIM), output.painted(block.span.of(article.text)))
    for removed in article.removed:
        output.line(
            output.painted("- " + labelled(removal(removed.why), ""), Paint.DIM),
            output.painted(removed.text, Paint.DIM),
        )
    output.line()


def _known(article: Article) -> Iterator[tuple[str, str]]:
    """Yield what is known of an article, name and value, without its text."""
    yield tr("language"), article.lang
    published = article.published.isoformat() if article.published else None
    stated = {
        tr("byline"): article.byline, tr("published"): published, tr("source"): article.source,
        tr("address"): article.url,
    }  # fmt: skip
    yield from ((name, value) for name, value in stated.items() if value)
    yield tr("from"), article.path or article.key
    counts = {"blocks": len(article.blocks), "segments": len(article.segments)}
    said = tr(
        "{blocks} blocks, {segments} segments, {mentions} mentions", **counts, mentions=len(article.mentions)
    )
    yield tr("holds"), said
    yield from _found(article)


def _found(article: Article) -> Iterator[tuple[str, str]]:
    """Yield the names and the values that a text states."""
    named = (one for one in article.entities if not one.kind.is_value)
    names = "; ".join(f"{one.name} ({kind_name(one.kind)}, {one.count})" for one in named) or tr("none")
    yield tr("names"), names + " " + tr("(by {annotator})", annotator=article.annotator)
    values = [
        f"{one.span.of(article.text)} = {shown_value(one.value, one.unit, one.kind, spoken())}"
        for one in article.mentions
        if one.value is not None
    ]
    if values:
        yield tr("values"), "; ".join(values)
