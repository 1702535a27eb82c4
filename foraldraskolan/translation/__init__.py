"""Swedish Document -> Document in another language, and the round trip to translators."""
