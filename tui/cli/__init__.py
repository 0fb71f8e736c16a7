"""The command line."""

from __future__ import annotations


def main() -> int:
    """Run the command line; returns the exit status."""
    raise NotImplementedError
