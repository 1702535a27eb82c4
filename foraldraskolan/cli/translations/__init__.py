"""foraldraskolan translations: what translators and reviewers need, one command a file."""
