"""The reader's own: marks, notes, corrections, subscriptions, searches; never touched by adding or pairing."""
