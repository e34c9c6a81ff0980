"""The examples in the docstrings run, in the package as it is installed."""

import doctest
import inspect
from functools import cached_property
from importlib import import_module
from pkgutil import walk_packages

import pytest

import mojifix

MODULES = ["mojifix"] + [
    module.name
    for module in walk_packages(mojifix.__path__, "mojifix.")
    if not module.name.endswith("__main__")
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_run(name):
    assert doctest.testmod(import_module(name)).failed == 0


def test_the_examples_of_cached_properties_run():
    finder, runner = doctest.DocTestFinder(), doctest.DocTestRunner()
    for module in map(import_module, MODULES):
        for _, kind in inspect.getmembers(module, inspect.isclass):
            for member in vars(kind).values():
                if isinstance(member, cached_property):  # which doctest does not look into
                    for found in finder.find(member.func, globs=vars(module)):
                        assert runner.run(found).failed == 0
    assert runner.tries > 0


def test_the_modules_were_found():
    assert len(MODULES) > 50
