"""What a translation must have in common with its source, and what it may never hold: one function a check."""
