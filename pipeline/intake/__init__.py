"""The door: what is taken in, what is refused, and where the bytes are kept."""
