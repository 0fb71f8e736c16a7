"""Text to facts: language, segments, entities, values. Pure functions."""
