"""The interface's language: gettext catalogues, English being what the code says."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from pathlib import Path

DOMAIN = "visavis"
LANGUAGES = ("en", "fr")
FOLDER = Path(__file__).parent


class _Chosen:
    """The language in use by this process; switching it is a deliberate act of the reader."""

    def __init__(self) -> None:
        self.language = "en"
        self.catalogue = gettext.NullTranslations()


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
    _chosen.catalogue = gettext.translation(DOMAIN, FOLDER, [_chosen.language], fallback=True)


def language() -> str:
    """Return the language spoken now: ``en`` or ``fr``."""
    return _chosen.language


def tr(message: str) -> str:
    """Return ``message`` in the language spoken now."""
    return _chosen.catalogue.gettext(message) if message else ""


def trn(one: str, many: str, count: int) -> str:
    """Return the form for ``count`` things, with ``{count}`` filled in."""
    return _chosen.catalogue.ngettext(one, many, count).format(count=count)
