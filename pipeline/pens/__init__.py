"""What pens, daters and numbering stamps wrote into lines of print, and what reads it."""
