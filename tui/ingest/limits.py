"""How much ingestion takes in: every cap in one place, with its reason. Sizes are in bytes."""

from __future__ import annotations

KB = 1024
MB = 1024 * KB

HEAD = 64 * KB
"""Read to tell a format; a page declares its charset and title well within it."""

MAX_TEXT = 16 * MB
"""One file, page or record: the longest novels have 3 MB, pages with pictures written into them 10."""

MAX_CHARACTERS = 5_000_000
"""Characters of one article: more than the longest novels; analysis of more takes minutes."""

MAX_FEED = 32 * MB
"""One feed or subscription list: the largest real ones hold a site's whole history in full text."""

MAX_FILE = 256 * MB
"""A PDF, an EPUB or an archive: their pictures weigh, their text does not."""

MAX_EXPANDED = 512 * MB
"""All that one archive may unpack to, members together."""

MAX_RATIO = 200
"""Unpacked size for packed size beyond which an archive is a bomb; plain text packs to about a quarter."""

MAX_MEMBERS = 20_000
"""Members of one archive: more than a year of a newspaper."""

MAX_DEPTH = 3
"""Archives within archives: a .tar.gz counts two."""

MAX_PAGES = 5_000
"""Pages of a PDF."""

MAX_SECONDS = 60.0
"""For one input whose library cannot be interrupted between pages; real ones take a few."""

MAX_NESTING = 200
"""Depth of HTML elements kept; real pages stay under 60 and libraries recurse."""

MAX_TITLE = 400
"""Characters of a title, byline or source; more is not one."""
