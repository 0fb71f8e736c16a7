"""Language tags, as pages, feeds and books write them."""

from __future__ import annotations

from tui.model.article import Lang

_NAMES = {
    Lang.FR: ("fr", "fra", "fre", "french", "français", "francais"),
    Lang.EN: ("en", "eng", "english", "anglais"),
}
_LANG_OF = {name: lang for lang, names in _NAMES.items() for name in names}


def language(tag: object) -> Lang | None:
    """Return the language that ``tag`` names ("fr-CA", "EN_us", "français"), if it is one of the two."""
    return _LANG_OF.get(str(tag or "").strip().casefold().replace("_", "-").split("-")[0])
