"""Any class list to who gets a letter, in which language, where."""
