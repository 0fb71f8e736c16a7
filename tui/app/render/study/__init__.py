"""Drawing what is studied beside a text: words, names, concordances, notes."""
