"""Settings of a project: ``[tool.mojifix]`` in pyproject.toml, or mojifix.toml.

Keys are the long options (``profile = "tidy"``); a table named like a command holds for that
command alone (``[tool.mojifix.clean]``). The command line overrides both.
"""

from __future__ import annotations

import os.path
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click


def default_map(group: click.Command) -> dict[str, Any]:
    """Return the defaults for every command, as click takes them.

    Raises:
        click.UsageError: a settings file is not TOML, a key is no option of any command, or its
            value none that the option takes.
    """
    try:
        path, table = _nearest(Path.cwd())
    except FileNotFoundError:  # the current folder was removed
        return {}
    if not table:
        return {}
    assert isinstance(group, click.Group)
    context = click.Context(group)
    options = {
        name: {
            key: param
            for param in command.params
            if isinstance(param, click.Option) and param.name
            for key in (param.name.replace("_", "-"), max(param.opts, key=len).lstrip("-"))
        }
        for name in group.list_commands(context)
        if (command := group.get_command(context, name))
    }
    defaults: dict[str, Any] = {name: {} for name in options}
    # Tables after plain keys, so that what is said of one command wins.
    for key, value in sorted(table.items(), key=lambda item: isinstance(item[1], Mapping)):
        if isinstance(value, Mapping):
            if key not in options:
                raise click.UsageError(
                    f"{path}: mojifix has no command {key!r}; it has {', '.join(options)}"
                )
            for inner, setting in value.items():
                _set(defaults, options, [key], inner, setting, path)
        else:
            _set(defaults, options, list(options), key, value, path)
    return defaults


def _set(
    defaults: dict[str, Any],
    options: Mapping[str, Mapping[str, click.Option]],
    commands: list[str],
    key: str,
    value: object,
    path: Path | None,
) -> None:
    name = key.replace("_", "-")
    having = [command for command in commands if name in options[command]]
    if not having:
        raise click.UsageError(
            f"{path}: there is no option --{name} to set; mojifix COMMAND --help lists them"
        )
    refusals = [_refusal(options[command][name], value) for command in having]
    if all(refusals):  # a command that alone refuses it says so when it is called
        raise click.UsageError(f"{path}: {key}: {refusals[0]}")
    for command in having:
        defaults[command][options[command][name].name] = value


def _refusal(option: click.Option, value: object) -> str | None:
    """Return why an option does not take a value, None when it does."""
    if option.multiple and isinstance(value, str):
        return f"takes a list, as [{value!r}]"
    try:
        option.type_cast_value(click.Context(click.Command(None)), value)
    except click.BadParameter as error:
        return error.message
    except (AttributeError, TypeError):  # click converts what comes as text
        return f"does not take {value!r}"
    return None


def _nearest(folder: Path) -> tuple[Path | None, Mapping[str, Any]]:
    """Return the first file from a folder upwards that holds settings, and its table."""
    for place in (folder, *folder.parents):
        own = place / "mojifix.toml"
        if os.path.isfile(own):
            return own, _read(own)
        project = place / "pyproject.toml"
        if os.path.isfile(project):
            table = _read(project).get("tool", {}).get("mojifix", {})
            if not isinstance(table, Mapping):
                raise click.UsageError(f"{project}: [tool.mojifix] is no table")
            if table:
                return project, table
    return None, {}


def _read(path: Path) -> Mapping[str, Any]:
    import tomllib  # here, because most folders have no settings to read

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise click.UsageError(f"{path}: {error}") from None
