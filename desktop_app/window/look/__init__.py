"""How the window looks: theme, sizes, style sheet, icons, and small pieces without answers."""
