"""From what was typed to a tree.

The grammar, in full::

    query  = [ either ]
    either = all { ("OR" | "OU") all }
    all    = term { term }
    term   = [ "-" ] ( "(" either ")" | field ":" value | quoted | word [ "*" | "~" ] )
    value  = quoted | word | "(" either ")"        a group only after title: and body:

No text raises: what fits no rule is searched as words, and the place is noted as a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tui.model.query.dates import day_range
from tui.model.query.lexer import Lexeme, Mark, lex, lex_words
from tui.model.query.nodes import (
    And,
    Dates,
    Fault,
    FaultKind,
    Filter,
    Form,
    Node,
    Not,
    Or,
    Phrase,
    Place,
    Query,
    Word,
)
from tui.model.query.vocabulary import (
    ATTRIBUTES,
    PLACES,
    closed_value,
    nearest_field,
    nearest_value,
    values_of,
)
from tui.model.span import Span
from tui.text.fold import fold

_DEEPEST = 40
"""Groups within groups; more is noise, and would exhaust the stack of whoever walks the tree."""

_LONGEST = 400
"""Lexemes looked at; a longer text was pasted by mistake, and its first words say what it is about."""

_UNKNOWN_FIELD = re.compile(r"([^\W\d_]{2,}):([^\s/].*)")


def parse(text: str, today: date) -> Query:
    """Return the tree of ``text``; dates such as ``last week`` are counted from ``today``. Never raises."""
    faults: list[Fault] = []
    shouted = text.isupper()
    lexemes = _capped(lex_words(text) if shouted else lex(text, faults), faults)
    tree = _Parser(lexemes, today, faults).query()
    return Query(text, tree, tuple(sorted(faults, key=lambda fault: fault.span)))


def _capped(lexemes: Iterable[Lexeme], faults: list[Fault]) -> list[Lexeme]:
    kept: list[Lexeme] = []
    for lexeme in lexemes:
        if len(kept) == _LONGEST:
            faults.append(Fault(FaultKind.TOO_LONG, lexeme.span))
            break
        kept.append(lexeme)
    return kept


def _joined(kind: type[And | Or], nodes: Iterable[Node | None]) -> Node | None:
    """Return the nodes as one: none at all, the only one, or all in one flat node of ``kind``."""
    parts: list[Node] = []
    for node in nodes:
        parts.extend(node.parts if isinstance(node, kind) else () if node is None else (node,))
    return kind(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None


class _Parser:
    """Recursive descent over the lexemes of one query."""

    def __init__(self, lexemes: list[Lexeme], today: date, faults: list[Fault]) -> None:
        self._lexemes = lexemes
        self._at = 0
        self._depth = 0
        self._today = today
        self._faults = faults

    def query(self) -> Node | None:
        """Parse to the end; closing parentheses that nothing opened are passed over."""
        parts: list[Node | None] = []
        while self._peek():
            parts.append(self._either(Place.ANY))
            if self._peek(Mark.CLOSE):
                self._fault(FaultKind.UNOPENED_GROUP, self._take().span)
        return _joined(And, parts)

    def _peek(self, *marks: Mark) -> Lexeme | None:
        if self._at == len(self._lexemes):
            return None
        lexeme = self._lexemes[self._at]
        return lexeme if not marks or lexeme.mark in marks else None

    def _take(self) -> Lexeme:
        self._at += 1
        return self._lexemes[self._at - 1]

    def _fault(self, kind: FaultKind, span: Span, detail: str = "") -> None:
        self._faults.append(Fault(kind, span, detail))

    def _either(self, place: Place) -> Node | None:
        choices = [self._all(place)]
        while operator := self._peek(Mark.OR):
            self._take()
            choices.append(self._all(place))
            if choices[-1] is None or choices[-2] is None:
                self._fault(FaultKind.LONELY_OPERATOR, operator.span, operator.text)
        return _joined(Or, choices)

    def _all(self, place: Place) -> Node | None:
        parts: list[Node | None] = []
        while (lexeme := self._peek()) and lexeme.mark not in {Mark.OR, Mark.CLOSE}:
            parts.append(self._term(place))
        return _joined(And, parts)

    def _term(self, place: Place) -> Node | None:
        if not self._peek(Mark.MINUS):
            return self._operand(place)
        minus = self._take()
        part = self._operand(place)
        if part is None:
            self._fault(FaultKind.LONELY_OPERATOR, minus.span, minus.text)
            return None
        return part.part if isinstance(part, Not) else Not(part)

    def _operand(self, place: Place) -> Node | None:
        if self._peek(Mark.OPEN):
            return self._group(place)
        if self._peek(Mark.FIELD):
            return self._field(place)
        if self._peek(Mark.QUOTED):
            return self._phrase(self._take(), place)
        if self._peek(Mark.WORD):
            return self._word(self._take(), place)
        return None

    def _group(self, place: Place) -> Node | None:
        opening = self._take()
        if self._depth == _DEEPEST:
            self._fault(FaultKind.TOO_DEEP, opening.span)
            return None
        self._depth += 1
        inner = self._either(place)
        self._depth -= 1
        if self._peek(Mark.CLOSE):
            self._take()
        else:
            self._fault(FaultKind.UNCLOSED_GROUP, opening.span)
        return inner

    def _field(self, place: Place) -> Node | None:
        field = self._take()
        name = fold(field.text)
        if name in PLACES:
            return self._placed(field, PLACES[name])
        value = self._peek(Mark.QUOTED, Mark.WORD, Mark.OR)
        if value is None or value.span.start != field.span.end or not value.text.strip():
            self._fault(FaultKind.EMPTY_FIELD, field.span, field.text)
            return self._words_of(field.text, field.span.start, place)
        self._take()
        span = Span(field.span.start, value.span.end)
        return self._filter(name, value, span) or self._words_of(
            f"{field.text} {value.text}", span.start, place
        )

    def _placed(self, field: Lexeme, place: Place) -> Node | None:
        following = self._peek(Mark.OPEN, Mark.QUOTED, Mark.WORD)
        if following and following.span.start == field.span.end:
            return self._operand(place)
        self._fault(FaultKind.EMPTY_FIELD, field.span, field.text)
        return self._words_of(field.text, field.span.start, Place.ANY)

    def _filter(self, name: str, value: Lexeme, span: Span) -> Filter | Dates | None:
        if name not in ATTRIBUTES:
            return self._dates(value, span)
        attribute = ATTRIBUTES[name]
        chosen = closed_value(attribute, value.text.strip())
        if chosen is None:
            near = nearest_value(attribute, value.text)
            kind = FaultKind.UNKNOWN_VALUE if near else FaultKind.STRANGE_VALUE
            self._fault(kind, value.span, near or ", ".join(values_of(attribute)))
            return None
        return Filter(attribute, chosen, span)

    def _dates(self, value: Lexeme, span: Span) -> Dates | None:
        days = day_range(value.text, self._today)
        if days is None:
            self._fault(FaultKind.BAD_DATE, value.span, value.text)
            return None
        return Dates(*days, span)

    def _phrase(self, lexeme: Lexeme, place: Place) -> Node | None:
        return Phrase(lexeme.text, lexeme.span, place) if _says_something(lexeme.text) else None

    def _word(self, lexeme: Lexeme, place: Place) -> Node | None:
        unknown = _UNKNOWN_FIELD.fullmatch(lexeme.text)
        if unknown and (near := nearest_field(unknown[1])):
            self._fault(FaultKind.UNKNOWN_FIELD, lexeme.span, near)
        if unknown:
            return self._words_of(lexeme.text.replace(":", " "), lexeme.span.start, place)
        return _plain_word(lexeme, place)

    def _words_of(self, text: str, offset: int, place: Place) -> Node | None:
        found = (_plain_word(lexeme, place) for lexeme in lex_words(text))
        return _joined(And, (word and replace(word, span=word.span.shifted(offset)) for word in found))


def _says_something(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _plain_word(lexeme: Lexeme, place: Place) -> Word | None:
    """Return the word without the mark at its end that says how to match it; None when it holds no letter."""
    if not _says_something(lexeme.text):
        return None
    for mark, form in (("*", Form.PREFIX), ("~", Form.FUZZY)):
        if lexeme.text.endswith(mark):
            return Word(lexeme.text.rstrip(mark), lexeme.span, form, place)
    return Word(lexeme.text, lexeme.span, Form.PLAIN, place)
