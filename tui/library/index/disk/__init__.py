"""How the index lies on disk: Whoosh's files, written through its public extension points."""
