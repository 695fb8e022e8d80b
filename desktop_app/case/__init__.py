"""What a person told: the typed case, its JSON file, the cleaning of text.

Nothing here knows the law, the letter or the window.
"""
