"""The commands, a file each group; `cli.py` puts them together."""
