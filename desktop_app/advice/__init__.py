"""What the program tells a person of the case, in words: the verdict, the days, what to do next.

No Qt, and no rule of law: those are the assessment's. What is asked is the interview's.
"""
