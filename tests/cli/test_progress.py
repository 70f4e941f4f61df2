"""A long piece of work shows how far it is on a terminal, and there alone."""

from __future__ import annotations

import io

import pytest

from parcli.cli.progress import with_progress
from parcli.cli.session import Session


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def _session(err: io.StringIO, *, quiet: bool = False) -> Session:
    return Session("vi", quiet, debug=False, out=io.StringIO(), err=err)


def test_a_terminal_is_told_what_is_done() -> None:
    err = _Terminal()
    passed_on = list(with_progress(iter("ab"), 2, _session(err), doing="progress-pages"))

    assert (["a", "b"], True) == (passed_on, "Đang lập trang của từng đơn vị" in err.getvalue())


@pytest.mark.parametrize(
    ("err", "total", "quiet"), [(io.StringIO(), 2, False), (_Terminal(), 2, True), (_Terminal(), 1, False)]
)
def test_no_bar_goes_to_a_file_to_who_wants_quiet_or_for_one_thing(
    err: io.StringIO, total: int, quiet: bool
) -> None:
    passed_on = list(with_progress(iter("ab"), total, _session(err, quiet=quiet)))

    assert (["a", "b"], "") == (passed_on, err.getvalue())
