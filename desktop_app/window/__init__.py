"""Qt widgets and nothing but: the shell, the steps, the dialogs."""
