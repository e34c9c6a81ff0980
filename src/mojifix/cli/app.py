"""The command itself: finds the subcommand, reads the settings, turns outcomes into exit codes.

A subcommand's module is imported when it is asked for, and imports the engine when it runs, so that
``--help`` and completion answer at once.

``exits`` lists the exit codes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, Final

import click

from mojifix import __version__
from mojifix.cli import exits, settings

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS: Final = (
    "fix", "clean", "decode", "detect", "explain", "batch", "report", "completion", "man",
)  # fmt: skip
DEFAULT_COMMAND: Final = "fix"


class App(click.Group):
    """A group whose commands are modules of this package; ``mojifix FILE`` means ``fix FILE``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command's module."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"mojifix.cli.{cmd_name}").command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command in front of what is no command and no option of the group."""
        own = {name for param in self.get_params(ctx) for name in param.opts}
        if ctx.resilient_parsing:  # completion: what is not there yet must not be guessed
            return super().parse_args(ctx, args)
        if not args and sys.stdin is not None and not sys.stdin.isatty():
            args = [DEFAULT_COMMAND]
        elif args and args[0] not in COMMANDS and args[0] not in own:
            _refuse_misspelled(args[0], ctx)
            args = [DEFAULT_COMMAND, *args]
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete commands; what begins none may be a file, for the default command."""
        from click.shell_completion import CompletionItem

        found = super().shell_complete(ctx, incomplete)
        return found or [CompletionItem(incomplete, type="file")]

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a reader that went away ends it silently, before click sees it."""
        try:
            code = super().invoke(ctx)
            if sys.stdout is not None:
                sys.stdout.flush()
        except BrokenPipeError:
            _let_go()
            return exits.PIPE_CLOSED
        return code

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run, and leave with one of the codes in ``exits``."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, False, **extra)
        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(encoding="utf-8")  # as all results are, wherever this runs
        try:
            code = super().main(args, prog_name, complete_var, False, **extra)
        except click.ClickException as error:
            error.show()
            code = exits.FAILED
        except OSError as error:  # what reads and writes files catches it; this is standard output
            _let_go()
            click.echo(
                f"Error: {error.filename or 'the output'}: {error.strerror or error}", err=True
            )
            code = exits.FAILED
        except click.Abort:
            click.echo("interrupted", err=True)
            code = exits.INTERRUPTED
        sys.exit(code if isinstance(code, int) else 0)


def _let_go() -> None:
    """Send what Python flushes once more on its way out nowhere."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse_misspelled(name: str, ctx: click.Context) -> None:
    """Stop at ``mojifix claen page.html``, which would be taken for two files."""
    if os.path.exists(name) or "." in name:
        return
    from difflib import get_close_matches

    meant = get_close_matches(name, COMMANDS, n=1)  # "fxi" is as close to one as .67, "files" .5
    if meant:
        raise click.UsageError(
            f"there is no command and no file {name}; did you mean {meant[0]}?", ctx
        )


@click.group(
    cls=App,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="`mojifix FILE` means `mojifix fix FILE`. Exit codes: 0 done, 1 --check or --diff found "
    "changes, 2 wrong usage or a failed input. Settings are read from [tool.mojifix] in "
    "pyproject.toml or from mojifix.toml.",
)
@click.version_option(__version__, prog_name="mojifix")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Repair mojibake, decode unknown bytes and strip web boilerplate."""
    ctx.default_map = settings.default_map(ctx.command)
