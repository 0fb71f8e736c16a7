"""What explains the command line, made from its table: help, manual page, completion."""
