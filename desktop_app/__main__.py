"""`python -m desktop_app` is the same as `pretenziya`."""

from desktop_app.cli import run

run()
