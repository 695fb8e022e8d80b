"""Which sheets a case calls for, and making them all: the room that knows claims and letter."""
