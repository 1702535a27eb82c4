"""python -m foraldraskolan."""

from foraldraskolan.cli import main

main()
