"""The two languages' ground: folding, tokens, stems, spelled dates and numbers."""
