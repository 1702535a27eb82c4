"""Text to lines of positioned glyphs; knows neither documents nor PDF."""
