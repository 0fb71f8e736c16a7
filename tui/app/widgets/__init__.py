"""The widgets: lines drawn one by one, whatever the length of what they show."""
