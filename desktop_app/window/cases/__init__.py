"""The list of cases: found, ordered, what is due; cases taken in and given out."""
