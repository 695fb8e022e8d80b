"""The one exception whose text is shown to a person as it is."""


class UserError(Exception):
    """What went wrong, in one Russian sentence: what, why, what to do.

    Whoever raises it has already made sure that nothing is lost. The entry
    points show its text and nothing else; any other exception is a bug.
    """
