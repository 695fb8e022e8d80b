"""Checking a template that a person has edited: every fault at once, each with its paragraph.

The engine refuses a template at the first fault; here the same rules are asked for all of them,
and the words are compared with the vocabulary. No claim is known here.
"""
