"""Received stamps and other impressions: found, straightened, and read for themselves."""
