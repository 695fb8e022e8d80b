"""The law applied to a case: days out of use, grounds, findings, sums, deadlines.

Pure functions of a case, a kind of claim, the law and a day. No wording of the
letter, no clock, no files.
"""
