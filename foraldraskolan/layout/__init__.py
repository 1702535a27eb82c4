"""Blocks to strips to pages, by start and end, never left and right."""
