"""Subscriptions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tui.cli.layout import table
from tui.cli.start import DONE, Context
from tui.errors import InputError, UsageError, beside, reason
from tui.library.library import Library
from tui.locale import tr
from tui.model import jsonable
from tui.text.printable import clean_line, shown_address

if TYPE_CHECKING:
    from tui.ingest.formats.feeds.opml import FeedRef


def feeds(args: SimpleNamespace, context: Context) -> int:
    """Add, remove, list, import or export subscriptions."""
    with context.opened() as library:
        _ACTIONS[args.action](library, args, context)
    return DONE


def _add(library: Library, args: SimpleNamespace, context: Context) -> None:
    from tui.pipeline.feeds.subscribing import subscribe  # noqa: PLC0415 (needs the network's client)

    limits = {"keep_days": args.keep_days, "keep_articles": args.keep_articles}
    wanted = {name: count for name, count in limits.items() if count is not None}
    if args.full_text:
        wanted["full_text"] = True
    for url in _some(args.feeds, tr("feeds add: name the address of a feed")):
        if urlsplit(url).scheme not in {"http", "https"}:
            raise UsageError(
                tr("{url} is no address of the web; it begins with https:// or http://").format(
                    url=shown_address(url)
                )
            )
        done = subscribe(library, url, private=args.private, **wanted)
        told = tr("subscribed to {url}") if done.new else tr("known already: {url}")
        context.output.note(told.format(url=done.url))
        if done.why:
            context.output.note(tr("not looked at yet: {why}").format(why=done.why))


def _remove(library: Library, args: SimpleNamespace, context: Context) -> None:
    for url in _some(args.feeds, tr("feeds remove: name the address of a feed")):
        library.remove_feed(url)
        context.output.note(tr("removed {url} (undo brings it back)").format(url=url))


def _list(library: Library, args: SimpleNamespace, context: Context) -> None:
    held = library.feed_list()
    if args.json:
        for feed in held:
            context.output.json(jsonable.feed(feed))
        return
    rows = [
        (
            str(one.articles),
            one.lang or "",
            clean_line(one.title or ""),
            clean_line(one.url),
            beside(shown_address(one.url), clean_line(one.error or "")),
        )
        for one in held
    ]
    for row in table(rows, context.output.width, flexible=2):
        context.output.line("  ".join(row).rstrip())


def _import(library: Library, args: SimpleNamespace, context: Context) -> None:
    from tui.ingest.formats.feeds.opml import read_opml  # noqa: PLC0415 (needs lxml)

    for name in _some(args.feeds, tr("feeds import: name an OPML file")):
        try:
            found = read_opml(Path(name).read_bytes())
        except OSError as cause:
            raise InputError(f"{name}: {reason(cause).lower()}") from cause
        except InputError as cause:
            raise InputError(f"{name} {cause}") from cause
        new = sum(_taken(library, feed, context) for feed in found)
        context.output.note(
            tr("{file}: {count} feeds, {new} of them new").format(file=name, count=len(found), new=new)
        )


def _taken(library: Library, feed: FeedRef, context: Context) -> bool:
    """Subscribe to a feed of a list; one that cannot be taken stops no other."""
    try:
        return library.add_feed(feed.url, feed.title)
    except InputError as error:
        context.output.error(str(error))
        return False


def _export(library: Library, args: SimpleNamespace, context: Context) -> None:
    from tui.export.opml import write  # noqa: PLC0415 (the other actions don't need it)

    if not args.feeds:
        write(library.feed_list(), context.output.out)
        return
    try:
        with Path(args.feeds[0]).open("w", encoding="utf-8") as out:
            write(library.feed_list(), out)
    except OSError as cause:
        raise UsageError(
            tr("cannot write {file}: {why}").format(file=args.feeds[0], why=reason(cause))
        ) from cause


def _some(given: Sequence[str], otherwise: str) -> Sequence[str]:
    if not given:
        raise UsageError(otherwise)
    return given


_ACTIONS: dict[str, Callable[[Library, SimpleNamespace, Context], None]] = {
    "add": _add,
    "remove": _remove,
    "list": _list,
    "import": _import,
    "export": _export,
}
