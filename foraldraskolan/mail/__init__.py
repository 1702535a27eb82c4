"""People in: the class list that a school saves, read as who gets a letter in which language; knows no rendering."""
