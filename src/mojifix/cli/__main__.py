"""``python -m mojifix.cli``."""

from mojifix.cli.app import main

main(prog_name="mojifix")
