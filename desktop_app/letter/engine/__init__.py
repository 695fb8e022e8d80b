"""Filling any Word template: docxtpl made strict, escaped, sandboxed and quick; spans and checks.

Nothing here knows a claim: values come as text with the path of their answer.
"""
