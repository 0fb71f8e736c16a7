"""Knowing names: which mentions are one thing, in one article and across two languages."""
