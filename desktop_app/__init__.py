"""Претензия: a consumer's claim letter under Russian law, written offline."""

__version__ = "0.1.0"
