"""``python -m mojifix``."""

from mojifix.cli import main

main(prog_name="mojifix")
