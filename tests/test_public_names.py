"""The names that users build on."""

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import mojifix
from mojifix._names import HOMES


def test_there_are_at_most_twenty_public_names():
    assert len(mojifix.__all__) <= 20
    assert list(mojifix.__all__) == sorted(mojifix.__all__)


@pytest.mark.parametrize("name", sorted(HOMES))
def test_every_public_name_is_documented(name):
    assert inspect.getdoc(getattr(mojifix, name))


def test_type_checkers_see_the_names_that_are_imported_lazily():
    tree = ast.parse(Path(mojifix.__file__).read_text(encoding="utf-8"))
    guarded = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {
        alias.name: node.module.removeprefix("mojifix.")
        for node in guarded.body
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }
    assert seen == HOMES
    assert {*seen, "__version__"} == set(mojifix.__all__)


def test_type_checkers_see_no_getattr_that_would_take_every_name():
    tree = ast.parse(Path(mojifix.__file__).read_text(encoding="utf-8"))
    imports = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
    assert "__getattr__" not in {alias.asname for node in imports for alias in node.names}


def test_completion_shows_the_names_that_were_not_asked_for_yet():
    said = "import mojifix; print(*dir(mojifix))"
    shown = subprocess.check_output([sys.executable, "-c", said], text=True).split()
    assert set(mojifix.__all__) <= set(shown)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'fixx'"):
        mojifix.fixx  # noqa: B018 - the access is what is tested
