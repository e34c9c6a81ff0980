"""What the benchmarks say of the packages that they measure."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def version_of(package: str) -> str:
    """Return the version of an installed package; one that is run from source says so."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "(source)"
