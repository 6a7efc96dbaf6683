"""How far a value is to be believed: its chance of being right (`confidence`), and what speaks
against it on its own paper or on others of the file.
"""
