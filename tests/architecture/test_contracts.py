"""The import contracts hold, and each of them breaks when a breach is planted in a copy of the package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from architecture.source_tree import PACKAGE, ROOT

CORE = ("model", "scoring", "ranking", "analysis")
WRITTEN = [name for name in CORE if (PACKAGE / name / "__init__.py").exists()]
FORBIDDEN = ("openpyxl", "python_calamine", "yaml", "sqlite3", "jinja2", "rich", "typer", "pandas")
CONFIG: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
CONTRACTS: dict[str, dict[str, Any]] = {c["id"]: c for c in CONFIG["importlinter"]["contracts"]}


@pytest.fixture
def copied_package(tmp_path: Path) -> Path:
    """Return the package in a copy of the project in which breaches can be planted."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    target = tmp_path / "src" / "parcli"
    shutil.copytree(PACKAGE, target, ignore=shutil.ignore_patterns("__pycache__"))
    return target


def test_an_import_upwards_breaks_the_layers(copied_package: Path) -> None:
    _plant(copied_package / "model" / "planted.py", "from parcli import workflows")

    assert "parcli.model is not allowed to import parcli.workflows" in _verdict(copied_package, "layers")


def test_an_import_between_the_edges_breaks_the_layers(copied_package: Path) -> None:
    _plant(copied_package / "workbook" / "planted.py", "from parcli import criteria")

    assert "parcli.workbook is not allowed to import parcli.criteria" in _verdict(copied_package, "layers")


def test_a_package_without_a_layer_breaks_the_layers(copied_package: Path) -> None:
    _plant(copied_package / "unplaced" / "__init__.py", "")

    assert "unplaced" in _verdict(copied_package, "layers")


def test_a_circle_inside_a_package_breaks_the_contract(copied_package: Path) -> None:
    _plant(copied_package / "scoring" / "planted_hen.py", "from parcli.scoring import planted_egg")
    _plant(copied_package / "scoring" / "planted_egg.py", "from parcli.scoring import planted_hen")

    assert "planted_hen" in _verdict(copied_package, "no-circles")


@pytest.mark.parametrize("package", WRITTEN)
def test_a_library_of_the_edges_in_the_core_breaks_the_contract(copied_package: Path, package: str) -> None:
    _plant(copied_package / package / "planted.py", "\n".join(f"import {name}" for name in FORBIDDEN))

    verdict = _verdict(copied_package, "pure-core")

    assert [] == [
        name for name in FORBIDDEN if f"parcli.{package} is not allowed to import {name}" not in verdict
    ]


def test_every_package_of_the_core_is_under_the_contract() -> None:
    listed = {module for c in CONTRACTS.values() for module in c.get("source_modules", [])}

    assert {f"parcli.{name}" for name in WRITTEN} == {module for module in listed if module.count(".") == 1}


def test_the_layers_are_exhaustive() -> None:
    assert CONTRACTS["layers"]["exhaustive"] is True


def _plant(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{text}\n", encoding="utf-8")


def _verdict(package: Path, contract: str) -> str:
    """Check one contract in the copy; return what is printed, which must say that it is broken."""
    project = package.parents[1]
    program = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    assert program is not None
    run = subprocess.run(
        [program, "--no-logo", "--no-cache", "--contract", contract],
        cwd=project,
        # The copy comes before the installed package on the path; wide, so that no name is broken in two.
        env={**os.environ, "PYTHONPATH": str(package.parent), "COLUMNS": "300", "NO_COLOR": "1"},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert "1 broken" in run.stdout, run.stdout + run.stderr
    return run.stdout
