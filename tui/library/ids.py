"""Public ids: a letter and the store's number."""

from __future__ import annotations

from tui.errors import NotFoundError
from tui.locale import later, tr

_WRONG = {
    "a": later("“{public}” is not the id of an article: such an id looks like a12."),
    "p": later("“{public}” is not the id of a pair: such an id looks like p12."),
    "s": later("“{public}” is not the id of a story: such an id looks like s12."),
}


def article_id(number: int) -> str:
    """Return the public id of an article."""
    return f"a{number}"


def pair_id(number: int) -> str:
    """Return the public id of a pair."""
    return f"p{number}"


def story_id(number: int) -> str:
    """Return the public id of a story."""
    return f"s{number}"


def number(public: str, letter: str) -> int:
    """Return the number behind a public id that begins with ``letter``; raises NotFoundError.

    Raises TypeError for what is no text: callers of the library may well have kept a number.
    """
    _check(public)
    digits = public[1:]
    if public[:1] != letter or not (digits.isascii() and digits.isdigit()) or len(digits) > len("9" * 18):
        raise NotFoundError(tr(_WRONG[letter], public=public))
    return int(digits)


def is_id(public: str, letter: str) -> bool:
    """Tell whether ``public`` has the form of an id that begins with ``letter``, which is text."""
    _check(public)
    digits = public[1:]
    return public[:1] == letter and digits.isascii() and digits.isdigit() and len(digits) <= len("9" * 18)


def _check(public: object) -> None:
    if not isinstance(public, str):
        raise TypeError(tr("an id is text such as 'a12', not {public!r}", public=public))
