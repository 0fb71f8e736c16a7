"""Write the countries that visavis knows in both languages: ``build_territories.py OUT.tsv``."""

from __future__ import annotations

import sys
from pathlib import Path

from babel import Locale

HEAD = "# Territories of CLDR (Unicode Licence v3): code, French name, English name."
LEFT_OUT = frozenset("eu ez gb qo un us xa xb zz".split())
"""No countries, or named in our own list with their other names."""


def main(out: str) -> None:
    """Write code, French name and English name of each two-letter territory."""
    french, english = (Locale(lang).territories for lang in ("fr", "en"))
    codes = sorted(code.lower() for code in english if len(code) == 2 and code.isalpha())
    names = ((code, english[code.upper()]) for code in codes if code not in LEFT_OUT)
    rows = [f"{code}\t{french.get(code.upper(), name)}\t{name}" for code, name in names]
    Path(out).write_text("\n".join([HEAD, *rows, ""]), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
