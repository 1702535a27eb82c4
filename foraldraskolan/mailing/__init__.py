"""A class list and a plan in, every family's letter and messages out."""
