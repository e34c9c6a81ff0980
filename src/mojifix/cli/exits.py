"""The exit codes, for scripts: 0 where all is done and nothing was to be told."""

from __future__ import annotations

from typing import Final

CHANGES: Final = 1  # --check or --diff found changes
FAILED: Final = 2  # wrong usage, or an input that failed while the others were done
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141  # the reader of a pipe went away
