"""The options that several commands share, each said once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from glob import escape
from pathlib import Path
from typing import Any, Final, TypeVar, get_args

import click

from mojifix.cli.delivery import Delivery
from mojifix.cli.inputs import Input, collect
from mojifix.cli.terminal import Terminal
from mojifix.options import Kind, Options, Preference, Profile

Command = TypeVar("Command", bound=Callable[..., Any])


class _NamedPath(click.Path):
    """A path that is not empty, which the current folder would be taken for."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; fail with the way out when it is empty."""
        if value == "":
            self.fail("is empty; write . for the current folder.", param, ctx)
        return super().convert(value, param, ctx)


# What cannot be read fails when its turn comes, and the others are still done.
PATH: Final = _NamedPath(path_type=Path, readable=False)
NAME: Final = _NamedPath(readable=False)
# What is there may be replaced without being read.
OUTPUT_FILE: Final = _NamedPath(path_type=Path, dir_okay=False, readable=False)
OUTPUT_FOLDER: Final = _NamedPath(path_type=Path, file_okay=False, readable=False)


def known_encoding(_: click.Context, __: click.Parameter, label: str | None) -> str | None:
    """Return the label of an encoding; fail when no codec goes by it."""
    if label is not None:
        from mojifix.codepages.labels import codec_of

        if codec_of(label) is None:
            raise click.BadParameter(f"{label!r} is no encoding; give a name such as 'cp1252'.")
    return label


def known_languages(
    _: click.Context, __: click.Parameter, tags: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the tags of languages; fail at one that the model does not know."""
    for tag in tags:
        from mojifix.language import languages, model_tags

        if not model_tags((tag,)):
            known = ", ".join(sorted(languages()))
            raise click.BadParameter(f"{tag!r} is no language of the model, which are {known}.")
    return tags


def unless_standard_output(_: click.Context, __: click.Parameter, path: Path | None) -> Path | None:
    """Return the file to write to; None for ``-``, which means standard output as elsewhere."""
    return None if path == Path("-") else path


def suffix_of_backups(_: click.Context, __: click.Parameter, suffix: str | None) -> str | None:
    """Return the suffix; fail where it would name the file itself, or one in another folder."""
    if suffix is not None and (not suffix or Path(f"x{suffix}").name != f"x{suffix}"):
        raise click.BadParameter(f"{suffix!r} is no suffix; give one such as '.bak'.")
    return suffix


def _all(*decorators: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def decorate(command: Command) -> Command:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return decorate


# Read files, folders and standard input …
file_options: Final = _all(
    click.argument("paths", nargs=-1, type=NAME, metavar="[PATH|-]..."),
    click.option("--glob", "globs", multiple=True, metavar="GLOB",
                 help="Below a folder take only files that match; may be repeated."),
    click.option("--exclude", "excludes", multiple=True, metavar="GLOB",
                 help="Leave out files and folders that match; may be repeated."),
)  # fmt: skip
# … in an encoding that may be known.
declared_option: Final = click.option(
    "--from", "declared", metavar="ENCODING", callback=known_encoding,
    help="The encoding that the input is said to be in; a strong hint.",
)  # fmt: skip
input_options: Final = _all(file_options, declared_option)

# Write to a file, or to a folder that mirrors the input's.
output_option: Final = click.option(
    "-o", "--output", type=OUTPUT_FILE, metavar="FILE", callback=unless_standard_output,
    help="Write here instead of to standard output.",
)  # fmt: skip
output_options: Final = _all(
    output_option,
    click.option("-O", "--output-dir", type=OUTPUT_FOLDER, metavar="DIR",
                 help="Write one file per input below here, keeping the tree."),
)  # fmt: skip

# Change files in place, or only look.
change_options: Final = _all(
    click.option("-i", "--in-place", is_flag=True,
                 help="Change the files themselves, where something changes."),
    click.option("--backup", metavar="SUFFIX", callback=suffix_of_backups,
                 help="With --in-place: keep the old file under this suffix, as .bak."),
    click.option("--check", is_flag=True,
                 help="Write nothing, name the files that would change; exit 1 if any."),
    click.option("--diff", is_flag=True,
                 help="Write nothing but a unified diff for reading: invisible characters are code "
                 "points. Exit 1 when there is one."),
)  # fmt: skip
# Show the repairs themselves; for commands that repair.
receipt_options: Final = _all(
    click.option("--word-diff", is_flag=True,
                 help="As --diff, showing [-before-]{+after+} in the line."),
    click.option("--report-format", type=click.Choice(["github", "sarif", "json"]),
                 help="Write nothing but a report for continuous integration, to -o FILE if "
                 "given."),
)  # fmt: skip

# Say what the input is, and what of it is content.
content_options: Final = _all(
    click.option("--kind", type=click.Choice(get_args(Kind)), default="auto", show_default=True,
                 help="flat is a web page whose HTML is gone; plain is no page."),
    click.option("--prefer", type=click.Choice(get_args(Preference)), default="balanced",
                 show_default=True, help="precision keeps less, recall more."),
    click.option("--comments/--no-comments", default=True, show_default=True,
                 help="Keep readers' comments."),
    click.option("--tables/--no-tables", default=True, show_default=True,
                 help="Keep tables; HTML only."),
    click.option("--grids/--no-grids", default=True, show_default=True,
                 help="Keep grids of cards; HTML only."),
    click.option("--links", is_flag=True,
                 help="Put the targets of links in; HTML and Markdown only."),
)  # fmt: skip

# Choose how to repair.
language_option: Final = click.option(
    "--language", "languages", multiple=True, metavar="TAG", callback=known_languages,
    help="A language to expect, as mr or pt-BR; may be repeated.",
)  # fmt: skip
repair_options: Final = _all(
    click.option("--profile", type=click.Choice(get_args(Profile)), default="default",
                 show_default=True, help="tidy also straightens quotes, ligatures and widths."),
    language_option,
    click.option("--codepage", "codepages", multiple=True, metavar="CODEC",
                 help="A code page the damage is likely to involve; may be repeated."),
    click.option("--min-probability", type=click.FloatRange(0, 1), default=0.0,
                 show_default=True, help="Leave repairs that are less sure."),
    click.option("--unescape", is_flag=True,
                 help=r"Undo \u00e9, %C3%A9, =C3=A9 and &eacute; everywhere; escapes of ASCII, "
                 r"as &lt; and %20, stay."),
)  # fmt: skip

# Choose how much to say.
terminal_options: Final = _all(
    click.option("-q", "--quiet", is_flag=True, help="Say only what failed."),
    click.option("-v", "--verbose", is_flag=True, help="Say more."),
    click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto",
                 help="Color the output. NO_COLOR is obeyed."),
)  # fmt: skip


def format_option(*forms: str, text: str | None = None) -> Callable[[Command], Command]:
    """Choose the format of the output; the first one is the default, ``text`` is the help."""
    choice = click.Choice(forms)
    return click.option(
        "--format", "form", type=choice, default=forms[0], show_default=True, help=text
    )


def take_terminal(params: dict[str, Any]) -> Terminal:
    """Take the options of ``terminal_options`` out of the parameters."""
    return Terminal(params.pop("quiet"), params.pop("verbose"), params.pop("color"))


def take_inputs(params: dict[str, Any]) -> list[Input]:
    """Take the options of ``file_options`` out of the parameters, and collect what they name.

    Below a folder the backups of an earlier run are left out.

    Raises:
        click.UsageError: there is nothing to read.
    """
    excludes = params.pop("excludes")
    if backup := params.get("backup"):
        excludes = (*excludes, f"*{escape(backup)}")
    output = params.get("output_dir")
    return collect(params.pop("paths"), params.pop("globs"), excludes, output)


def take_delivery(params: dict[str, Any], form: str) -> Delivery:
    """Make the delivery out of the options of output, of changes and, if any, of receipts."""
    if form != "text":
        for name in ("in_place", "check", "diff", "word_diff", "report_format"):
            if params.get(name):
                option = "--" + name.replace("_", "-")
                raise click.UsageError(f"{option} is about the text itself; leave out --format")
    suffix = None if form == "text" else f".{form}"
    return Delivery(suffix=suffix, many_to_one=form == "jsonl", **params)


def take_options(params: dict[str, Any]) -> Options:
    """Take the options of ``repair_options`` and ``content_options`` out of the parameters.

    Raises:
        click.UsageError: they make no sense together.
    """
    names = {field.name for field in fields(Options)}.intersection(params)
    try:
        return Options(**{name: params.pop(name) for name in names})
    except (TypeError, ValueError) as error:
        raise click.UsageError(str(error)) from None
