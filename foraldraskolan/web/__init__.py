"""Forms to HTML and plain text, and both to a message."""
