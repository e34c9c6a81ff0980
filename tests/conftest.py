"""What holds for all tests."""

import signal

from hypothesis import settings

# How fast a machine is says nothing about the code; tests/limits watches how time grows.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# A shell has what it starts in the background ignore Ctrl-C, and so would the commands under test.
signal.signal(signal.SIGINT, signal.default_int_handler)
