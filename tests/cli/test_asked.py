"""What is scored is said with the same options wherever workbooks are scored."""

from __future__ import annotations

from inspect import signature

import pytest

from cli.running import EXAMPLE, parindex
from parcli.cli.asked import Asked, asking
from parcli.cli.exit_codes import Exit
from parcli.cli.options import StageChoice


@asking
def scored(first: str, asked: Asked, last: int = 1) -> Exit:
    assert ("a", Asked(unit="Sở A", stage=StageChoice.SELF), 2) == (first, asked, last)
    return Exit.FINE


def test_the_options_stand_in_place_of_what_is_asked() -> None:
    names = ["first", "criteria", "unit", "period", "block", "stage", "maps", "last"]

    assert names == list(signature(scored).parameters) == list(scored.__annotations__)


def test_a_command_gets_what_was_typed_in_one_piece() -> None:
    typed: dict[str, object] = {"unit": "Sở A", "stage": StageChoice.SELF}
    typed |= dict.fromkeys(("criteria", "period", "block", "maps"))

    assert Exit.FINE == scored(first="a", last=2, **typed)


@pytest.mark.parametrize("command", ["check", "score", "explain"])
def test_every_command_on_workbooks_takes_them(command: str) -> None:
    words = ("--criteria", "khong-co", "--unit", "A", "--period", "2023", "--block", "b", "--stage", "self")
    outcome = parindex(command, EXAMPLE, *words)

    assert (2, True) == (outcome.code, "khong-co" in outcome.err)
