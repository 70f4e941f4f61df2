"""Finds packaged data (criteria sets, templates, the example) in a wheel and in a checkout alike."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent


def data_dir(name: Literal["criteria", "examples"]) -> Path:
    """Return the folder of packaged data.

    In a wheel it lies in ``parcli/_data``; in a checkout or editable install at the top level of the project.

    Raises:
        FileNotFoundError: neither is there, so the installation is broken.
    """
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parents[1] / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(name)
