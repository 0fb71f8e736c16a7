"""What the reader knows, as frozen values: standard library only, no input or output."""
