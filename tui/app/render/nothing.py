"""What stands in the list when a search found nothing: that it did, and what may help."""

from __future__ import annotations

from tui.app.render.line import Line, Run
from tui.locale import tr
from tui.text.printable import clean_line


def nothing(words: str, *, better: str = "", across: str = "", in_titles: bool = False) -> tuple[Line, ...]:
    """Return the lines for a search for ``words``.

    ``better`` is a spelling that would find more; ``across`` the key that searches the other language too,
    "" when that is on; ``in_titles`` tells that only titles could be searched.
    """
    said = tr("No title holds {words}.") if in_titles else tr("Nothing found for {words}.")
    return ((), _said(said.format(words=clean_line(words)), "title"), (), *_advice(better, across))


def alone(title: str) -> tuple[Line, ...]:
    """Return the lines for an article that no other is like."""
    return ((), _said(tr("No article is like {title}.").format(title=clean_line(title)), "title"))


def _advice(better: str, across: str) -> tuple[Line, ...]:
    if better:
        return (_said(tr("Did you mean: {words} (Tab takes it)").format(words=clean_line(better)), "accent"),)
    hints = [
        tr("Fewer words find more."),
        tr("begin* finds what begins so, nearly~ what is spelled so."),
        tr("Enter, then {key}, searches in the other language too.").format(key=across) if across else "",
    ]
    return tuple(_said(hint, "dim") for hint in hints if hint)


def _said(text: str, role: str) -> Line:
    return (Run(f"   {text}", role),)
