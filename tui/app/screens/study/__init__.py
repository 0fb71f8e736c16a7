"""Screens that go across the library: the concordance, the page of an entity."""
