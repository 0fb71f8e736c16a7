"""Taking out of a text what is not the article: named rules, each of which can be switched off."""
