"""Printing the sheets: which, in what order, on which printer, looked at before."""
