"""French facing English: features, matching, alignment, stories. Pure functions."""
