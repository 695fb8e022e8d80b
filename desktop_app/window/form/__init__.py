"""The form: steps, pages of questions, rows, the picture of the days."""
