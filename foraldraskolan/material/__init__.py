"""Files in materials/ to the Library, a plan and its agenda, and the Swedish Document."""
