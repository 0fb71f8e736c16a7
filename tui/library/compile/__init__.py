"""What a parsed query becomes: SQL for the store, terms for the index, a matcher for a text on the screen."""
