"""What the reading screens ask of the library, on the desk's threads: each returns the answer's message."""
