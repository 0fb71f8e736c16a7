"""From tagged spans to mentions: trimmed, cut, agreed over a text, completed with known names."""
