"""The commands of the reading screen, by what they are about."""
