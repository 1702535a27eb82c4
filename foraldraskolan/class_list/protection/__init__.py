"""Which children are protected, and who may be."""
