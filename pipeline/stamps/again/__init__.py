"""Received stamps looked at a second time, part by part, where the first look told nothing."""
