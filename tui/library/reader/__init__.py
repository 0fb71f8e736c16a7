"""The reader's own: marks, notes, corrections, subscriptions, searches; adding leaves it alone."""
