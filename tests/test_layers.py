"""The house: every module imports only from its own layer and from those below it.

What is imported for type checkers alone is not there when the program runs.
"""

import ast
import re
from pathlib import Path

import mojifix

PACKAGE = Path(mojifix.__file__).parent
# From the ground up.
LAYERS = (
    "resources", "codepages", "options", "explaining", "surrogates", "highlighting",
    "serialization", "records", "spans", "atomic", "folders", "language",
    "decoding", "mojibake", "containers", "layout", "boilerplate", "render", "report",
    "document", "forms", "cleaning", "batch", "engines", "cli",
)  # fmt: skip
# The front door: names of every layer, imported lazily.
FRONT = ("__init__", "__main__", "_names")
MODULES = sorted(PACKAGE.rglob("*.py"))


def layer_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def is_run(node: ast.AST) -> bool:
    return not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")


def imported_layers(path: Path) -> set[str]:
    layers = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tree.body = list(filter(is_run, tree.body))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            if node.module == "mojifix":
                layers.update(alias.name for alias in node.names)
            elif node.module and node.module.startswith("mojifix."):
                layers.add(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            names = [alias.name.split(".") for alias in node.names]
            layers.update(name[1] for name in names if name[0] == "mojifix" and name[1:])
    return layers - {"__version__"}


def test_every_module_belongs_to_a_layer():
    assert {layer_of(path) for path in MODULES} <= {*LAYERS, *FRONT}


def test_imports_point_only_downwards():
    for path in MODULES:
        if layer_of(path) not in FRONT:
            height = LAYERS.index(layer_of(path))
            above = {layer for layer in imported_layers(path) if LAYERS.index(layer) > height}
            assert not above, path


def test_the_house_is_shown_to_contributors_from_the_ground_up():
    table = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`.+?) \|", table, re.MULTILINE)
    rooms = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert rooms == list(LAYERS)


def test_an_upward_import_would_be_seen(tmp_path):
    module = tmp_path / "module.py"
    late = "def late():\n    from mojifix.cli.app import main\n"
    typed = "if TYPE_CHECKING:\n    from mojifix.batch import clean_many\n"
    module.write_text(typed + late, encoding="utf-8")
    assert imported_layers(module) == {"cli"}
