"""The cases that are kept: one SQLite file, every change a transaction.

`register.py` is the door; `history.py` is undo and redo of one open case, in
memory. No questions, no law, no window. SQLite is loaded when a register is
opened, not before.
"""
