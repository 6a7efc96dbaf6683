"""The text that a PDF carries of itself, used only where it is sound."""
