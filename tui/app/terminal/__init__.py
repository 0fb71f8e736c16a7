"""The terminal: what is sent to it, what it can do, how it is left."""
