"""Files in materials/ -> one Swedish Document."""
