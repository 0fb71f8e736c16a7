"""What the program keeps as short words, said in the language of the interface where it is shown.

Kept are the words of the code, which programs can rely on; a word that is not known here is shown as it is.
"""

from __future__ import annotations

from enum import StrEnum

from tui.locale import later, tr, trn
from tui.model.article import BlockKind
from tui.model.keeping import Level
from tui.model.listing import Result
from tui.model.pair import Mode, Pair, Status

_CLUES = {
    "address": later("address"), "passages": later("passages"), "titles": later("titles"),
    "names": later("names"), "numbers": later("numbers"), "dates": later("dates"),
    "published": later("published"),
}  # fmt: skip
_REMOVALS = {
    "newsletter or subscription line": later("newsletter or subscription line"),
    "donation or membership appeal": later("donation or membership appeal"),
    "share or follow buttons": later("share or follow buttons"),
    "link to other articles": later("link to other articles"),
    "cookie or privacy notice": later("cookie or privacy notice"),
    "disclaimer": later("disclaimer"),
    "advertising label": later("advertising label"),
    "copyright line": later("copyright line"),
    "picture credit": later("picture credit"),
    "page furniture": later("page furniture"),
    "path within the site": later("path within the site"),
    "title, kept as such": later("title, kept as such"),
    "byline, kept as such": later("byline, kept as such"),
    "date line, kept as such": later("date line, kept as such"),
    "kicker": later("kicker"),
    "body pasted twice": later("body pasted twice"),
    "repeated caption or line": later("repeated caption or line"),
    "not understood, left out": later("not understood, left out"),
}
_WORDS: dict[StrEnum, str] = {
    Mode.ALIGNED: later("row by row"),
    Mode.RELATED: later("linked passages"),
    Status.DIFFER: later("differs"),
    Status.AGREE: later("agree"),
    Status.FR_ONLY: later("FR only"),
    Status.EN_ONLY: later("EN only"),
    Result.ADDED: later("added"),
    Result.CHANGED: later("changed"),
    Result.UNCHANGED: later("unchanged"),
    Result.SKIPPED: later("skipped"),
    Result.FAILED: later("failed"),
    BlockKind.HEADING: later("heading"),
    BlockKind.QUOTE: later("quote"),
    BlockKind.ITEM: later("item"),
    BlockKind.CAPTION: later("caption"),
    BlockKind.CODE: later("code"),
    Level.GOOD: later("good"),
    Level.NOTICE: later("notice"),
    Level.FAULT: later("fault"),
}
_FIELDS = {
    "title": later("title"), "published": later("published"), "lang": later("language"),
    "source": later("source"), "byline": later("byline"),
}  # fmt: skip
_CHOICES = {
    "kept": later("{fr} and {en} are a pair"),
    "forbidden": later("{fr} and {en} are no pair"),
}
_CHANGES = {
    "read": later("marked read"),
    "unread": later("marked not read"),
    "star": later("starred"),
    "unstar": later("star taken away"),
    "note": later("note"),
    "bookmark": later("bookmark"),
    "beads": later("rows set by hand"),
    "edit": later("correction of {rest}"),
    "pair": later("pair of {rest}"),
    "unpair": later("pair taken apart: {rest}"),
    "entity": later("correction of the name {rest}"),
    "save": later("search saved as {rest}"),
    "forget": later("search {rest} forgotten"),
    "subscribe": later("subscription to {rest}"),
    "unsubscribe": later("end of the subscription to {rest}"),
    "tag": later("tagged {rest}"),
    "untag": later("tag {rest} taken away"),
}


def word(held: StrEnum) -> str:
    """Return the word for a mode, a status, a result or a level."""
    return tr(_WORDS[held])


def clue(kind: str) -> str:
    """Return what kind of evidence speaks for a pair."""
    return tr(_CLUES.get(kind, kind))


def removal(why: str) -> str:
    """Return why cleaning took something out."""
    return tr(_REMOVALS.get(why, why))


def field(name: str) -> str:
    """Return the name of what can be corrected of an article."""
    return tr(_FIELDS.get(name, name))


def labelled(name: str, value: str) -> str:
    """Return ``value`` after its name, with the colon that the language writes."""
    return tr("{name}: {value}", name=name, value=value)


def choice(fr: str, en: str, made: str) -> str:
    """Return what the reader said of two articles: a pair, or none."""
    return tr(_CHOICES.get(made, "{fr} and {en}: " + made), fr=fr, en=en)


def change(label: str) -> str:
    """Return what a change was that can be undone, from the label under which it is kept."""
    verb, _, rest = (
        label.replace(":", " ", 1).partition(" ") if label.startswith(_TAGS) else label.partition(" ")
    )
    if verb == "remove" and rest.isdecimal():
        return trn("{count} article deleted", "{count} articles deleted", int(rest))
    return tr(_CHANGES[verb], rest=rest) if verb in _CHANGES else label


_TAGS = ("tag:", "untag:")


def how_sure(pair: Pair) -> str:
    """Return how sure it is that two articles belong together: a score, or that the reader says so."""
    return tr("paired by you") if pair.manual else tr("score {score:.2f}", score=pair.score)
