"""Feeds and lists of feeds: RSS, Atom, RDF, JSON Feed, OPML."""
