"""Which sheets a case calls for, and making them all.

The one place that knows claims, the letter and, for PDF and pictures, paper.
"""
