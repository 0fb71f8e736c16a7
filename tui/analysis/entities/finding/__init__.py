"""Finding names in a text: tokens, name lists, rules, our tagger, spaCy."""
