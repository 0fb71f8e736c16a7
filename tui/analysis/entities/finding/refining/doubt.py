"""Names that are none: words with the capital of a sentence's beginning, months, common abbreviations."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.entities.finding.refining.consistency import own_words
from tui.analysis.entities.finding.tokens import Token
from tui.analysis.entities.finding.wordlists import classes, gazetteer
from tui.analysis.entities.lexicon import lexicon
from tui.model.article import Kind, Lang, Mention
from tui.text.fold import fold

_LISTED = frozenset("gcvlop")
"""Signs of the gazetteer that say that a word is a name; surnames (s) are common words too often."""

_DAYS = frozenset(
    "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février avril mai juin juillet août "
    "septembre octobre novembre décembre monday tuesday wednesday thursday friday saturday sunday january "
    "february april may june july august september october november december".split()
)
"""Days and months but March and Mars, which are other things as often; a person may be called April."""

_GENERIC = frozenset(
    "ADN ADSL API ATM BD CD CDD CDI CMS CPU CSS CSV CV DNA DVD EDT EPUB EST FAQ FTP GB GHz GIF GMT GPS "
    "GPU GUI HD HDMI HDTV HTML HTTP HTTPS ICU ID IP IPO IRM IVG JPEG JPG JSON KB LAN LCD LED MB MMS MP "
    "MP3 MP4 ODF OGM OS OVNI PC PDF PHP PIN PME PNG QR RAM RC ROM RSS RV SDF SMIC SMS SQL SSD SSH SSL "
    "SUV TB TGV TLS TV TVA UFO URL USB UTC UTF UTF-8 VAR VIP VPN VR VTC XHTML XML YAML ZIP RGB UHD PCs "
    "CDs DVDs TVs SUVs URLs GPUs CPUs ICUs SMEs APIs PMEs QA PR AM PM BC AD BBQ DIY FYI RIP VAT CCTV "
    "HIV VIH SIDA AIDS QI IQ PLC".split()
)
"""Abbreviations of common nouns: formats, devices, units, taxes, illnesses."""


def named(found: Sequence[Mention], sentenced: Sequence[Sequence[Token]], lang: Lang) -> list[Mention]:
    """Return the mentions without those that name nothing."""
    own, small = own_words(sentenced)
    starts = {word.start: word for line in sentenced for word in line}

    def names(one: Mention) -> bool:
        word = starts[one.start].text
        return one.end - one.start != len(word) or _names(word, one.kind, own, small, lang)

    return [one for one in found if names(one)]


def _names(word: str, kind: Kind, own: frozenset[str], small: frozenset[str], lang: Lang) -> bool:
    """Tell whether one word may be a name in a text with ``own`` words in capitals and ``small`` ones."""
    if lexicon().find(word, lang):
        return True
    if len(word) == 1 or word in _GENERIC or (word.lower() in _DAYS and kind is not Kind.PERSON):
        return False
    if not word.istitle() or not word.isalpha() or word in own:
        return True
    lower = word.lower()
    signs = gazetteer().get(fold(word), "")
    if lower in small:
        return "g" in signs and kind is Kind.PERSON
    return (
        lower not in classes(lang) or not _LISTED.isdisjoint(signs) or ("s" in signs and kind is Kind.PERSON)
    )
