r"""Text inside other formats, repaired without breaking them: values change, structure does not.

>>> repair_container('{"name": "caf\\u00c3\\u00a9", "n": 1}', "json").text
'{"name": "caf\\u00e9", "n": 1}'
>>> container_of("prices.csv"), container_of("notes.txt")
('csv', None)
"""

from mojifix.containers.fields import ContainerError
from mojifix.containers.json_text import begins_as_jsonl
from mojifix.containers.repairing import (
    Container,
    container_of,
    options_for,
    repair_container,
    repair_named,
)

__all__ = [
    "Container",
    "ContainerError",
    "begins_as_jsonl",
    "container_of",
    "options_for",
    "repair_container",
    "repair_named",
]
