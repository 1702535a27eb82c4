"""A file of any kind -> its sheets as rows of text cells."""
