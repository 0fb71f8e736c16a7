"""What a line of plain text looks like: a sentence, a heading, a byline, a date. Pure predicates."""

from __future__ import annotations

import re

from tui.text.fold import fold

MOST_HEADING_WORDS = 16
"""Words of a heading; sentences of the press run to 22 on average."""

MOST_TITLE_WORDS = 32
"""Words of a title: the longest of the press, subtitle included."""

_END_OF_SENTENCE = re.compile(r"""[.;,…][»”"'’)\]\s]*$""")
_TWO_SENTENCES = re.compile(r"""[.!?…][»”"'’)\]]*\s+[«“"'‘(\[]?\s?[A-ZÀ-ÖØ-ÞŒ]""")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|M|Mr|Mrs|Ms|Dr|St|Ste|Jr|Sr|vs|No|no|n)\.(?=\s)")
_OPENING = re.compile(r"""^[«“"'‘(\[¿¡\s]*""")
_BULLET = re.compile(r"^\s*(?:[-*•▪◦‣–—]|\d{1,3}[.)]|[a-z]\))\s+")
_ADDRESS = re.compile(r"https?://|www\.|\S+@\S+\.\w")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_NAME = (
    r"(?:(?:[A-ZÀ-ÖØ-ÞŒ][\w.'’-]*|d['’][A-ZÀ-Þ][\w'’-]*"
    r"|d[eu]s?|la|le|van|von|der|den|el|al|bin|da|di|dos)\s?)"
)
_BY = re.compile(
    r"^(?:publié |écrit |rédigé |posté |written |posted |published |reported "
    r"|propos recueillis |texte |un article )?"
    r"(?:par|by)\s*:?\s+",
    re.IGNORECASE,
)
_NAMES = re.compile(rf"^{_NAME}{{1,5}}(?:\s*(?:,|\bet\b|\band\b|&)\s+{_NAME}{{1,5}}){{0,4}}")
_AFTER_NAMES = re.compile(
    r"""^\s*(?:$|[-–—|•·(,/]|(?:publié|published|posted|le|on|à|at|pour|for|avec|with|mis|updated)\b|\d)""",
    re.IGNORECASE,
)
_SEPARATORS = " :,-–—|•·"
_DATED = re.compile(
    r"^(?:(?:publié|posté|mis à jour|modifié|mise en ligne|créé|paru"
    r"|published|posted|updated|modified|date|on|le|last updated)\b"
    r"[\s:,]*(?:le|on|at|à)?[\s:,]*)+",
    re.IGNORECASE,
)


_EDITED = re.compile(
    r"\b(?:modified|updated|revised|reviewed|modification|modifiée?|mise? à jour|révisée?)\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\b(?:publi|post(?:é|ed)|paru|mise? en ligne|créé|created)", re.IGNORECASE)


def tells_edit(text: str) -> bool:
    """Tell whether a short line with a date says when a text was last changed, not when it came out."""
    return _EDITED.search(text) is not None and _PUBLISHED.search(text) is None


def key(text: str) -> str:
    """Return what two copies of a line share: its letters and digits, without case and accents."""
    return " ".join(_WORD.findall(fold(text)))


def words(text: str) -> int:
    """Count the words of ``text``."""
    return len(_WORD.findall(text))


def is_bullet(text: str) -> bool:
    """Tell whether a line begins like a list item."""
    return _BULLET.match(text) is not None


def without_bullet(text: str) -> str:
    """Return a list item without its sign."""
    return _BULLET.sub("", text)


def ends_sentence(text: str) -> bool:
    """Tell whether ``text`` ends as sentences do and headings do not."""
    return _END_OF_SENTENCE.search(text) is not None


def is_title_like(text: str, most_words: int = MOST_TITLE_WORDS) -> bool:
    """Tell whether a line could be a title or a heading: short, one sentence, not ended."""
    count = words(text)
    if not 1 <= count <= most_words or ends_sentence(text) or text.endswith(":") or _ADDRESS.search(text):
        return False
    if _TWO_SENTENCES.search(_ABBREVIATION.sub("", text)):
        return False
    first = _OPENING.sub("", text)[:1]
    return first.isupper() or first.isdigit()


def goes_on(text: str) -> bool:
    """Tell whether a line goes on with a sentence that the line above began: that one is no title."""
    first = _OPENING.sub("", text)[:1]
    return first.islower() and not announces_date(text) and byline(text) is None


def byline(text: str) -> str | None:
    """Return the names in a byline ("Par Ada Byron - Publié le 3 mai"), or None when the line is not one."""
    start = _BY.match(text)
    rest = text[start.end() :] if start else ""
    names = _NAMES.match(rest)
    if not names or not _AFTER_NAMES.match(rest[names.end() :]):
        return None
    return names[0].strip(" ,")


def date_part(text: str) -> str:
    """Return a line without the words that announce a date ("Publié le", "Updated on")."""
    return _DATED.sub("", text.strip(_SEPARATORS)).strip(_SEPARATORS)


def announces_date(text: str) -> bool:
    """Tell whether a line begins by announcing a date."""
    return _DATED.match(text) is not None
