"""Gives the policy and grades that a draft begins with, as the file beside this module states them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from parcli.criteria.drafting.yaml_text import Content, Share

_FILE = "draft_defaults.yaml"


def usual_policy(*, adjusted: bool) -> Mapping[str, Content]:
    """Return the usual policies by their keys; ``adjusted`` adds that of bonus and penalty points."""
    policy: dict[str, Content] = dict(_defaults()["policy"])
    return {**policy, "adjustments": _defaults()["adjustments"]} if adjusted else policy


def usual_grades() -> list[Content]:
    """Return the usual grades, the best one first."""
    return [{**grade, "from": Share(Fraction(grade["from"], 100))} for grade in _defaults()["grades"]]


@cache
def _defaults() -> Mapping[str, Any]:
    text = Path(__file__).with_name(_FILE).read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = yaml.load(text, Loader=yaml.SafeLoader)
    return loaded
