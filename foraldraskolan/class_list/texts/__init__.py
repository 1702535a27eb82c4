"""What one text of a list says: a title, a name, an address, a language, a mark, a remark."""
