"""The two trees that the stages speak, meaning and form; what both are made of, and the only walks over them."""
