"""The interface's language: gettext catalogues, English being what the code says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN = "visavis"
LANGUAGES = ("en", "fr")
FOLDER = Path(__file__).parent


class _Chosen:
    """The language in use by this process; switching it is a deliberate act of the reader."""

    def __init__(self) -> None:
        self.language = "en"
        self.catalogue: NullTranslations | None = None


_chosen = _Chosen()


def from_environment(env: Mapping[str, str]) -> str:
    """Return the interface's language by the locale's variables: French for a French locale, else English."""
    stated = env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""
    return "fr" if stated.lower().startswith("fr") else "en"


def resolve(setting: str, env: Mapping[str, str]) -> str:
    """Return the language that a setting (``auto``, ``fr``, ``en``) means in this environment."""
    return setting if setting in LANGUAGES else from_environment(env)


def use(language: str) -> None:
    """Speak ``language`` from now on."""
    _chosen.language = language if language in LANGUAGES else "en"
    import gettext  # noqa: PLC0415 (what paints the last screen has no words of its own)

    _chosen.catalogue = gettext.translation(DOMAIN, FOLDER, [_chosen.language], fallback=True)


def language() -> str:
    """Return the language spoken now: ``en`` or ``fr``."""
    return _chosen.language


def tr(message: str, /, **values: object) -> str:
    """Return ``message`` in the language spoken now, with ``values`` in the places that it names."""
    said = _chosen.catalogue.gettext(message) if message and _chosen.catalogue else message
    return said.format(**values) if values else said


def later(message: str) -> str:
    """Mark ``message`` for the catalogue; it is translated where it is shown."""
    return message


def trn(one: str, many: str, count: int, **more: str) -> str:
    """Return the form for ``count`` things, with ``{count}`` and whatever else it names filled in."""
    if _chosen.catalogue is None:
        use(_chosen.language)
    form = _chosen.catalogue.ngettext(one, many, count) if _chosen.catalogue else one
    return form.format(count=f"{count:,}".replace(",", "\u202f"), **more)
