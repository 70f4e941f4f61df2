"""The versions pinned for an installation without a network are ones which the package accepts."""

from __future__ import annotations

import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from architecture.source_tree import ROOT


@pytest.fixture(scope="module")
def pinned() -> dict[str, str]:
    """Return the pinned version of each package by its normalized name."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    requirements = [Requirement(line) for line in lines if not line.startswith("#")]
    return {canonicalize_name(r.name): str(r.specifier).removeprefix("==") for r in requirements}


def test_every_dependency_is_pinned_within_its_range(pinned: dict[str, str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [Requirement(text) for text in project["dependencies"]]

    assert [] == [str(r) for r in wanted if not r.specifier.contains(pinned[canonicalize_name(r.name)])]


def test_every_version_is_pinned_exactly(pinned: dict[str, str]) -> None:
    assert [] == [name for name, version in pinned.items() if not version[:1].isdigit() or "*" in version]
