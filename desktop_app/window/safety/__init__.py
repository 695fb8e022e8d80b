"""The register as a whole: its password, its copies, opening it when it is locked or damaged.

Loaded when needed. A password is asked for in a dialog, handed to the register at once and
forgotten: no object of the window keeps it.
"""
