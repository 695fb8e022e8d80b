"""What is asked: questions declared as data, in thirteen steps; pure functions over a case.

No Qt and no wording of the letter. A question knows its path in the case, its kind of value, its
words and when it is asked; the window makes the pages of it.
"""
