"""What holds for all tests."""

import os
import signal
from pathlib import Path

from hypothesis import settings

import mojifix

# How fast a machine is says nothing about the code; tests/limits watches how time grows.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# A command under test is this source, wherever else one is installed.
os.environ["PYTHONPATH"] = os.pathsep.join(
    [str(Path(mojifix.__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]
)

# A shell has what it starts in the background ignore Ctrl-C, and so would the commands under test.
signal.signal(signal.SIGINT, signal.default_int_handler)
