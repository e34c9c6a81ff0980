"""What is loaded before anybody asked for it."""

import subprocess
import sys

import pytest

HEAVY = {"ftfy", "charset_normalizer", "selectolax", "regex", "wcwidth"}
REPORT = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
{code}
print(sorted({{name.partition(".")[0] for name in sys.modules}} & {heavy}))
print([name for name in opened if name.endswith((".bin", ".json"))])
print(sorted(name for name in sys.modules if name.startswith("mojifix.")))
"""


def loaded_by(code: str) -> tuple[str, str, str]:
    script = REPORT.format(code=code, heavy=HEAVY)
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    heavy, models, modules = run.stdout.strip().split("\n")[-3:]
    return heavy, models, modules


def test_importing_mojifix_loads_no_dependency_no_model_and_no_engine():
    assert loaded_by("import mojifix") == ("[]", "[]", "['mojifix._names']")


HELP = """
from mojifix.cli import main
try:
    main({args!r})
except SystemExit as done:
    assert done.code == 0, done.code
"""


@pytest.mark.parametrize(
    "args", [["--help"], ["--version"], ["clean", "--help"], ["batch", "--help"]]
)
def test_help_loads_no_dependency_no_model_and_no_engine(args):
    heavy, models, modules = loaded_by(HELP.format(args=args))
    assert (heavy, models) == ("[]", "[]")
    for engine in ("mojibake", "decoding", "language", "layout", "boilerplate", "cleaning",
                   "report", "records"):  # fmt: skip
        assert f"mojifix.{engine}" not in modules


def test_importing_every_public_name_loads_no_dependency_and_no_model():
    assert loaded_by("from mojifix import *")[:2] == ("[]", "[]")
