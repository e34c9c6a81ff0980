"""What holds for all tests."""

from hypothesis import settings

# How fast a machine is says nothing about the code; tests/limits watches how time grows.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
