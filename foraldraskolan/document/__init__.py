"""The tree that every stage speaks: blocks, inlines, labels, and the only walks over them."""
