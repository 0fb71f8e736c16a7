"""Brings the French catalogue up to date with the code and compiles it: ``python tools/catalogue.py``.

Says which messages lack a translation, and ends with status 1 when there are any.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tui.cli.about.words import words

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "tui"
FOLDER = PACKAGE / "locale" / "fr" / "LC_MESSAGES"
STILL = datetime(2026, 1, 1, tzinfo=UTC)
"""The file changes when its words do, not with the clock."""
KEYWORDS = {"tr": None, "trn": (1, 2), "later": None}


def extracted() -> Catalog:
    """Return every message of the code, English."""
    catalogue = Catalog(project="visavis", charset="utf-8")
    found = extract_from_dir(str(PACKAGE), keywords=KEYWORDS, comment_tags=())
    for file, _line, message, _comments, _context in sorted(found, key=lambda one: (one[0], one[1])):
        catalogue.add(message, locations=[(f"tui/{file}", 1)])
    for message in words():
        catalogue.add(message, locations=[("tui/cli/table.py", 1)])
    return catalogue


def updated() -> Catalog:
    """Return the French catalogue with the messages of the code, translations kept."""
    path = FOLDER / "visavis.po"
    held = read_po(
        BytesIO(path.read_bytes()) if path.exists() else BytesIO(b""), locale="fr", domain="visavis"
    )
    held.update(extracted(), no_fuzzy_matching=True)
    held.obsolete.clear()
    held.header_comment = "# French words of visavis; brought up to date by tools/catalogue.py."
    held.project, held.version = "visavis", "1"
    held.revision_date = held.creation_date = STILL
    held.last_translator = held.language_team = held.msgid_bugs_address = "visavis"
    held.fuzzy = False
    return held


def missing(catalogue: Catalog) -> list[str]:
    """Return the messages without a translation."""
    untold = []
    for message in catalogue:
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and not all(forms):
            untold.append(str(message.id))
    return untold


def compiled(catalogue: Catalog) -> bytes:
    """Return the catalogue as gettext reads it."""
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def main() -> int:
    """Update, compile, and say what is missing."""
    catalogue = updated()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "visavis.po").open("wb") as file:
        write_po(file, catalogue, omit_header=False, width=110, no_location=True, sort_output=True)
    (FOLDER / "visavis.mo").write_bytes(compiled(catalogue))
    for message in missing(catalogue):
        sys.stderr.write(f"no French for: {message}\n")
    return 1 if missing(catalogue) else 0


if __name__ == "__main__":
    sys.exit(main())
