"""The process beside the app that loads models."""
