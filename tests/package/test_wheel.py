"""The wheel, installed in a clean environment, works in an empty folder without the repository."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from architecture.source_tree import PACKAGE, ROOT

_SCRIPTS = "Scripts" if os.name == "nt" else "bin"
_SUFFIX = ".exe" if os.name == "nt" else ""


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the programs' folder of a new environment that holds the wheel and what it declares."""
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment, with_pip=True)
    folder = environment / _SCRIPTS
    # Compiling every module of pandas would take longer than all the tests of this file.
    options = ["-q", "--no-compile", "--disable-pip-version-check"]
    _run(str(folder / f"python{_SUFFIX}"), "-m", "pip", "install", *options, str(wheel), cwd=environment)
    return folder


@pytest.mark.parametrize("name", ["criteria", "examples"])
def test_the_wheel_carries_the_data_of_the_checkout(wheel: Path, name: str) -> None:
    wanted = {path.relative_to(ROOT).as_posix() for path in (ROOT / name).rglob("*") if _travels(path)}

    assert wanted
    assert set() == wanted - {entry.removeprefix("parcli/_data/") for entry in _entries(wheel)}


def test_the_wheel_carries_every_file_of_the_package(wheel: Path) -> None:
    wanted = {
        f"parcli/{path.relative_to(PACKAGE).as_posix()}" for path in PACKAGE.rglob("*") if _travels(path)
    }

    assert any(name.endswith("header_words.yaml") for name in wanted)
    assert set() == wanted - _entries(wheel)


def test_the_wheel_carries_no_tests(wheel: Path) -> None:
    assert {"parcli", "parindex"} == {entry.split("/")[0].split("-")[0] for entry in _entries(wheel)}


def test_no_test_tool_is_installed_with_it(programs: Path, tmp_path: Path) -> None:
    program = "import importlib.metadata as m; print(*(d.name.lower() for d in m.distributions()))"
    installed = set(_run(str(programs / f"python{_SUFFIX}"), "-c", program, cwd=tmp_path).split())

    assert "parindex" in installed
    assert set() == installed & {"pytest", "hypothesis", "mypy", "ruff", "jsonschema", "hatchling"}


def test_the_installed_command_knows_its_version(programs: Path, tmp_path: Path) -> None:
    import parcli

    assert parcli.__version__ in _run(str(programs / f"parindex{_SUFFIX}"), "--version", cwd=tmp_path)


def test_the_installed_demo_runs_in_an_empty_folder(programs: Path, tmp_path: Path) -> None:
    output = _run(str(programs / f"parindex{_SUFFIX}"), "demo", cwd=tmp_path)

    assert output.strip()
    assert list(tmp_path.rglob("*.xlsx")) != []


def _entries(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def _travels(path: Path) -> bool:
    return path.is_file() and path.suffix != ".pyc" and not path.name.startswith((".", "~$"))


def _run(*command: str, cwd: Path) -> str:
    """Run the command away from the checkout's path and settings; return its stdout."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV_", "PARINDEX"))}
    run = subprocess.run(
        command,
        cwd=cwd,
        env={**environment, "PYTHONUTF8": "1"},
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
    assert run.returncode == 0, f"{' '.join(command)}\n{run.stdout}{run.stderr}"
    return run.stdout
