"""visavis: read articles in the terminal, French and English face to face."""

from __future__ import annotations

__version__ = "0.1.0"
