"""Articles and bitexts to files: one small module per format."""
