"""Slides: 16:9 for the back row of an assembly hall, one thought a slide; each kind of slide has its file."""
