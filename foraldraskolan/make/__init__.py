"""Orders to files: one paper, a pack, a series, a class; on all cores, all of them or none."""
