"""The terms that a library holds: in order, completed, put right."""
