"""Ingest, analyse, pair, store, index."""
