"""From texts to screen lines: pure functions, the only place that counts terminal cells."""
