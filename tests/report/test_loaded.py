"""A sequence that is loaded on demand is the tuple that its loader gives, and asks for it only then."""

from __future__ import annotations

from parcli.report.loaded import Loaded


def test_nothing_is_loaded_until_somebody_looks() -> None:
    asked: list[int] = []

    def load() -> tuple[int, ...]:
        asked.append(1)
        return 3, 1, 2

    loaded = Loaded(load)

    assert [] == asked
    assert ([3, 1, 2], True) == (list(loaded), bool(asked))


def test_it_is_the_tuple() -> None:
    loaded = Loaded(lambda: (3, 1, 2))

    assert (3, 3, (1, 2), True) == (len(loaded), loaded[0], loaded[1:], 2 in loaded)
    assert [2, 1, 3] == list(reversed(loaded))


def test_it_equals_the_tuple_and_its_like() -> None:
    loaded = Loaded(lambda: (3, 1, 2))

    assert loaded == (3, 1, 2)
    assert loaded == Loaded(lambda: (3, 1, 2))
    assert (hash((3, 1, 2)), "(3, 1, 2)") == (hash(loaded), repr(loaded))
    assert loaded != [3, 1, 2]


def test_it_is_true_where_it_has_anything() -> None:
    assert (True, False) == (bool(Loaded(lambda: (0,))), bool(Loaded(tuple)))
