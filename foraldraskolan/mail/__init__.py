"""People in, Documents and messages out; knows no rendering."""
