"""What the library screen can do, one family of commands a module."""
