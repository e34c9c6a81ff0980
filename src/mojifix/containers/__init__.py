r"""Text inside other formats, repaired without breaking them: values change, structure does not.

>>> repair_container('{"name": "caf\\u00c3\\u00a9", "n": 1}', "json").text
'{"name": "caf\\u00e9", "n": 1}'
>>> container_of("prices.csv"), container_of("notes.txt")
('csv', None)
"""

from mojifix.containers.fields import ContainerError
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
    "container_of",
    "options_for",
    "repair_container",
    "repair_named",
]
