"""The display layer: only what changed is sent."""
