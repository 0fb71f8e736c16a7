"""The tables of ``library.db``, as SQL, one tuple of statements a schema version.

``articles`` holds what lists and filters need, ``bodies`` what opening needs; everything below
``-- the reader's own`` is never touched by adding, pairing or reindexing. Numbers behind public ids
(``a12``, ``p3``, ``s5``) are the rowids here. An article's number belongs to its key for good, in
``identities``, so what the reader decided holds when an article is removed and added again.
"""

from __future__ import annotations

_TRUTH = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;

CREATE TABLE identities (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  removed INTEGER                     -- seconds since 1970, while the reader has it deleted
);

CREATE TABLE articles (
  id INTEGER PRIMARY KEY,             -- identities.id
  lang TEXT NOT NULL,                 -- fr, en
  title TEXT NOT NULL,
  title_fold TEXT NOT NULL,           -- tui.text.fold of the title
  byline TEXT,
  published TEXT,                     -- ISO 8601, as known: a day or an aware moment
  day TEXT,                           -- its first ten characters: YYYY-MM-DD
  moment INTEGER NOT NULL,            -- sort key: published, else added, in seconds since 1970
  source TEXT,
  source_fold TEXT,
  url TEXT,
  path TEXT,
  words INTEGER NOT NULL,
  kinds INTEGER NOT NULL,             -- bit n: holds a mention of the n-th tui.model.article.Kind
  added INTEGER NOT NULL,             -- seconds since 1970
  entry INTEGER NOT NULL,             -- entries.id that shows this article
  hash BLOB NOT NULL,                 -- of all that was read: tells whether an input changed
  text_hash BLOB NOT NULL,            -- of the text alone: tells whether a text is known
  indexed INTEGER NOT NULL DEFAULT 0  -- 1 once the search index holds this version
);
CREATE INDEX articles_moment ON articles (moment DESC, id DESC);
CREATE INDEX articles_day ON articles (day);
CREATE INDEX articles_source ON articles (source_fold);
CREATE INDEX articles_text_hash ON articles (text_hash);
CREATE INDEX articles_entry ON articles (entry);
CREATE INDEX articles_path ON articles (path);
CREATE INDEX articles_unindexed ON articles (id) WHERE indexed = 0;

CREATE TABLE bodies (article INTEGER PRIMARY KEY, text TEXT NOT NULL, data BLOB NOT NULL);
CREATE TABLE features (
  article INTEGER PRIMARY KEY,
  data BLOB NOT NULL,
  matched INTEGER NOT NULL DEFAULT 0  -- 1 once pairing has taken this version in
);
CREATE INDEX features_unmatched ON features (article) WHERE matched = 0;
CREATE TABLE stale_features (         -- what pairing took in, and holds no more
  article INTEGER PRIMARY KEY,
  data BLOB NOT NULL
);
CREATE TABLE unindexed (article INTEGER PRIMARY KEY);  -- gone from here, perhaps still in the search index

CREATE TABLE entities (
  id INTEGER PRIMARY KEY,
  entity TEXT NOT NULL UNIQUE,        -- place:us
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  fr TEXT,
  en TEXT,
  folds TEXT NOT NULL                 -- folded names, one a line, with a line break before and after
);
CREATE TABLE article_entities (
  entity INTEGER NOT NULL,
  article INTEGER NOT NULL,
  count INTEGER NOT NULL,             -- 0: in the program's eyes only, not as corrected
  salience REAL NOT NULL,
  key INTEGER NOT NULL,
  PRIMARY KEY (entity, article)
) WITHOUT ROWID;
CREATE INDEX article_entities_article ON article_entities (article);

CREATE TABLE pairs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  fr INTEGER NOT NULL UNIQUE,
  en INTEGER NOT NULL UNIQUE,
  mode TEXT NOT NULL,
  score REAL NOT NULL,
  manual INTEGER NOT NULL DEFAULT 0,
  data BLOB NOT NULL                  -- evidence, beads, links
);
CREATE TABLE stories (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  first TEXT,
  last TEXT
);
CREATE TABLE story_articles (article INTEGER PRIMARY KEY, story INTEGER NOT NULL);
CREATE INDEX story_articles_story ON story_articles (story);
CREATE TABLE copies (article INTEGER PRIMARY KEY, original INTEGER NOT NULL);
CREATE INDEX copies_original ON copies (original);
CREATE TABLE learnt (
  kind TEXT NOT NULL,                 -- alias, word
  fr TEXT NOT NULL,                   -- of an alias: an entity id
  en TEXT NOT NULL,                   -- of an alias: the id that it goes by
  weight REAL NOT NULL,
  PRIMARY KEY (kind, fr, en)
) WITHOUT ROWID;

CREATE TABLE entries (
  id INTEGER PRIMARY KEY,             -- the smallest article id it shows
  moment INTEGER NOT NULL,
  title_fold TEXT NOT NULL,
  source_fold TEXT NOT NULL,
  card TEXT NOT NULL                  -- what a line of the library screen shows, as JSON
);
CREATE INDEX entries_moment ON entries (moment DESC, id DESC);
CREATE INDEX entries_title ON entries (title_fold, id);
CREATE INDEX entries_source ON entries (source_fold, moment DESC, id DESC);
CREATE TABLE tallies (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO tallies VALUES ('articles', 0), ('entries', 0), ('pairs', 0), ('stories', 0), ('read', 0);
"""

_READER = """
CREATE TABLE state (
  article INTEGER PRIMARY KEY,
  read INTEGER NOT NULL DEFAULT 0,
  starred INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX state_starred ON state (article) WHERE starred = 1;
CREATE TABLE positions (article INTEGER PRIMARY KEY, segment INTEGER NOT NULL, at INTEGER NOT NULL);
CREATE TABLE tags (tag TEXT NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (tag, article)) WITHOUT ROWID;
CREATE INDEX tags_article ON tags (article);
CREATE TABLE notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL,
  segment INTEGER,
  text TEXT NOT NULL,
  at INTEGER NOT NULL
);
CREATE INDEX notes_article ON notes (article);
CREATE TABLE bookmarks (
  article INTEGER NOT NULL,
  segment INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (article, segment)
) WITHOUT ROWID;
CREATE TABLE edits (
  article INTEGER NOT NULL,
  field TEXT NOT NULL,                -- title, published, lang, source, byline
  value TEXT,
  PRIMARY KEY (article, field)
) WITHOUT ROWID;
CREATE TABLE pair_choices (
  fr INTEGER NOT NULL,
  en INTEGER NOT NULL,
  choice TEXT NOT NULL,               -- kept, forbidden
  PRIMARY KEY (fr, en)
) WITHOUT ROWID;
CREATE TABLE bead_edits (
  fr INTEGER NOT NULL,
  en INTEGER NOT NULL,
  data BLOB NOT NULL,                 -- the beads the reader made, with the words of their segments
  PRIMARY KEY (fr, en)
) WITHOUT ROWID;
CREATE TABLE entity_corrections (
  entity TEXT PRIMARY KEY,
  action TEXT NOT NULL,               -- kind, same, ignore
  value TEXT
) WITHOUT ROWID;
CREATE TABLE saved_searches (name TEXT PRIMARY KEY, query TEXT NOT NULL, at INTEGER NOT NULL);
CREATE TABLE search_history (query TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX search_history_at ON search_history (at DESC);
CREATE TABLE feeds (
  url TEXT PRIMARY KEY,
  title TEXT,
  lang TEXT,
  etag TEXT,
  modified TEXT,
  last_sync TEXT,
  error TEXT,
  next_sync TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  keep_days INTEGER,
  keep_articles INTEGER,
  full_text INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE feed_articles (
  feed TEXT NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (feed, article)
) WITHOUT ROWID;
CREATE INDEX feed_articles_article ON feed_articles (article);
CREATE TABLE undo (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL,
  at INTEGER NOT NULL,
  data BLOB NOT NULL
);
"""

_TALLY = """
CREATE TRIGGER {table}_more AFTER INSERT ON {table} BEGIN
  UPDATE tallies SET value = value + 1 WHERE name = '{table}'; END;
CREATE TRIGGER {table}_less AFTER DELETE ON {table} BEGIN
  UPDATE tallies SET value = value - 1 WHERE name = '{table}'; END;
"""

_DERIVED_LATER = """
CREATE TRIGGER features_dropped BEFORE DELETE ON features WHEN old.matched BEGIN
  INSERT OR IGNORE INTO stale_features VALUES (old.article, old.data); END;
CREATE TRIGGER articles_gone AFTER DELETE ON articles BEGIN
  INSERT OR IGNORE INTO unindexed VALUES (old.id); END;
"""

_READ_TALLY = """
CREATE TRIGGER state_more AFTER INSERT ON state BEGIN
  UPDATE tallies SET value = value + new.read WHERE name = 'read'; END;
CREATE TRIGGER state_less AFTER DELETE ON state BEGIN
  UPDATE tallies SET value = value - old.read WHERE name = 'read'; END;
CREATE TRIGGER state_turned AFTER UPDATE OF read ON state BEGIN
  UPDATE tallies SET value = value + new.read - old.read WHERE name = 'read'; END;
"""

_TALLIES = "".join(_TALLY.format(table=table) for table in ("articles", "entries", "pairs", "stories"))

VERSIONS: tuple[str, ...] = (_TRUTH + _READER + _TALLIES + _READ_TALLY + _DERIVED_LATER,)
"""Script number n brings a library from schema version n to n + 1; the first makes an empty one."""

SCHEMA_VERSION = len(VERSIONS)

READER_STATE = ("state", "positions", "tags", "notes", "bookmarks", "feed_articles")
"""Tables of the reader's with a column ``article``, emptied of it when the reader removes it."""

DERIVED = ("articles", "bodies", "features", "article_entities", "story_articles", "copies")
"""Tables that hold an article itself; the first is keyed ``id``, the others ``article``."""
