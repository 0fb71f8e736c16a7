"""Cuts a query into lexemes. Nothing raises: what fits no rule is a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto

from tui.frozen import dataclass
from tui.model.query.nodes import Fault, FaultKind
from tui.model.query.vocabulary import is_field_name
from tui.model.span import Span

QUOTES = {'"': '"', "«": "»", "“": "”", "„": "”"}
"""Opening quotes and what closes them: typewriter, French, English and low ones."""

_OR = frozenset({"OR", "OU"})
_SPACE = re.compile(r"\s+")
_FIELD = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*):(?=\S)(?!//)")
_WORD = re.compile(r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![^\s()])|[^\s()\"«»“”„]+")
"""A number keeps together over its thousands' separators."""


class Mark(Enum):
    """What a lexeme is."""

    OPEN = auto()
    CLOSE = auto()
    OR = auto()
    MINUS = auto()
    FIELD = auto()
    QUOTED = auto()
    WORD = auto()


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A piece of the query: ``text`` without its quotes or colon, at ``span`` of what was typed."""

    mark: Mark
    text: str
    span: Span


def lex(text: str, faults: list[Fault]) -> Iterator[Lexeme]:
    """Yield the lexemes of ``text``; quotes that nothing closes are noted in ``faults`` and skipped."""
    at = 0
    while at < len(text):
        if space := _SPACE.match(text, at):
            at = space.end()
            continue
        lexeme = _next(text, at, faults)
        at = lexeme.span.end if lexeme else at + 1
        if lexeme:
            yield lexeme


def lex_words(text: str) -> Iterator[Lexeme]:
    """Yield the words of ``text``, taking nothing for an operator."""
    for match in _WORD.finditer(text):
        yield Lexeme(Mark.WORD, match[0], Span(*match.span()))


def _next(text: str, at: int, faults: list[Fault]) -> Lexeme | None:
    char = text[at]
    if char in "()":
        return Lexeme(Mark.OPEN if char == "(" else Mark.CLOSE, char, Span(at, at + 1))
    if char in QUOTES:
        return _quoted(text, at, faults)
    if char == "-" and _binds(text, at):
        return Lexeme(Mark.MINUS, char, Span(at, at + 1))
    return _field(text, at) or _word(text, at)


def _binds(text: str, at: int) -> bool:
    """Tell whether the hyphen at ``at`` negates what follows: it opens a word, and a word follows."""
    opens = at == 0 or text[at - 1].isspace() or text[at - 1] == "("
    following = text[at + 1 : at + 2]
    return opens and (following.isalnum() or following in {*QUOTES, "("})


def _quoted(text: str, at: int, faults: list[Fault]) -> Lexeme | None:
    end = text.find(QUOTES[text[at]], at + 1)
    if end < 0:
        faults.append(Fault(FaultKind.UNCLOSED_QUOTE, Span(at, at + 1), text[at]))
        return None
    return Lexeme(Mark.QUOTED, text[at + 1 : end], Span(at, end + 1))


def _field(text: str, at: int) -> Lexeme | None:
    match = _FIELD.match(text, at)
    if match and is_field_name(match[1]):
        return Lexeme(Mark.FIELD, match[1], Span(at, match.end()))
    return None


def _word(text: str, at: int) -> Lexeme | None:
    match = _WORD.match(text, at)
    if not match:
        return None
    mark = Mark.OR if match[0] in _OR else Mark.WORD
    return Lexeme(mark, match[0], Span(*match.span()))
