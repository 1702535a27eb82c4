"""Meaning to form: one file a medium, behind one record."""
