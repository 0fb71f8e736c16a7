"""Subscriptions: taken up, brought up to date, their entries followed to the whole text."""
