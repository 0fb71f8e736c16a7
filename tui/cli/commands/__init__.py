"""What each command does; the table names these functions, nobody else calls them."""
