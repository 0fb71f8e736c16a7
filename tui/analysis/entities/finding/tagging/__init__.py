"""Our own tagger and what it looks at."""
