"""Name lists and tagger weights; where they come from is told in docs/data-and-licences.md."""
