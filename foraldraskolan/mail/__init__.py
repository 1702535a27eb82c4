"""People in, messages out; knows no rendering."""
