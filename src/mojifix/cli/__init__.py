"""The command line: ``mojifix fix | clean | decode | detect | explain | batch | report``.

>>> from click.testing import CliRunner
>>> CliRunner().invoke(main, ["fix", "-"], input="cafÃ©").output
'café'
"""

from mojifix.cli.app import main

__all__ = ["main"]
