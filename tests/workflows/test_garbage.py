"""Building what lasts looks for no garbage, and leaves the looking as it was."""

from __future__ import annotations

import gc

import pytest

from parcli.workflows.garbage import built_to_last


def test_nobody_looks_for_garbage_while_lasting_values_are_built() -> None:
    with built_to_last():
        looking = gc.isenabled()

    assert (False, True) == (looking, gc.isenabled())


def test_what_fails_while_it_is_built_leaves_the_looking_as_it_was() -> None:
    with pytest.raises(ValueError, match="built"), built_to_last():
        raise ValueError("not built")

    assert gc.isenabled()


def test_who_did_not_look_does_not_look_afterwards() -> None:
    gc.disable()
    try:
        with built_to_last():
            pass
        looking = gc.isenabled()
    finally:
        gc.enable()

    assert not looking
