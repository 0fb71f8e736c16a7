"""The library: SQLite store, Whoosh index, and the facade that the app and the command line talk to."""
