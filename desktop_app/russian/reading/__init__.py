"""Tolerant readers of what people type, one file a kind, each with its way back to text.

Every reader takes the typed text and gives a `Reading`: a value with the text said back in
standard form, nothing, a sentence that says what to do, or a choice to ask. Nothing is guessed
that the person could not see and correct. No case and no law here.
"""
