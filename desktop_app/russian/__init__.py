"""The Russian language of the letter: numbers, sums, days, names, lists, typography.

Knows nothing of cases and law. The libraries of names and numerals load when first needed.
"""
