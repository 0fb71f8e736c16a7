"""HTML: parsing that nothing breaks, the main text of a page, its metadata, fragments to blocks."""
