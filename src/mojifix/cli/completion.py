"""``mojifix completion``: completion for the shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command("completion", short_help="Print a completion script for bash, zsh or fish.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Print a script that completes commands, options and files.

    \b
    bash:  mojifix completion bash >> ~/.bashrc
    zsh:   mojifix completion zsh >> ~/.zshrc
    fish:  mojifix completion fish > ~/.config/fish/completions/mojifix.fish
    """
    maker = get_completion_class(shell)
    assert maker is not None
    click.echo(maker(ctx.find_root().command, {}, "mojifix", "_MOJIFIX_COMPLETE").source())
    return 0
