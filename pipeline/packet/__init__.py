"""What `split.py` asks of pages: where a paper begins, ends, goes on, and what lies behind it."""
