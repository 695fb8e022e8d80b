"""The letter as it is looked at: its pages on screen, from a phrase to its question and back."""
