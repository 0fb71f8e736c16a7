"""Bytes from addresses that the reader asked for: http and https alone, with every cap of a polite guest."""
