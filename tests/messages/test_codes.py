"""Every code that the program names has its text, and no text lacks a code that is named."""

from __future__ import annotations

import pytest

from messages.code_usage import codes_given_to, composed, named_texts
from parcli.messages.bases import BASES
from parcli.messages.errors import ERRORS
from parcli.messages.findings import FINDINGS
from parcli.messages.labels import LABELS

NAMED_BY = {
    "findings": (FINDINGS, ("Finding", "finding", "add", "_finding", "_add")),
    "bases": (BASES, ("Basis", "step")),
    "errors": (ERRORS, ("ParError", "UnusableFile", "UnusableSet", "ProjectError", "WrongUsage")),
    "labels": (LABELS, ("label",)),
}
# named nowhere as a whole: of a state and a policy (``scoring.treatment``), and an adjustment's sign
MADE = {
    *(
        f"{state}-{policy}"
        for state in ("not-applicable", "did-not-arise")
        for policy in ("full-marks", "zero")
    ),
    "bonus",
    "penalty",
}


@pytest.mark.parametrize("name", NAMED_BY)
def test_every_code_that_is_named_has_its_text(name: str) -> None:
    table, functions = NAMED_BY[name]

    assert {} == {code: place for code, place in codes_given_to(*functions).items() if code not in table}


@pytest.mark.parametrize(("name", "least"), [("findings", 60), ("bases", 15), ("errors", 10), ("labels", 25)])
def test_the_scan_sees_the_codes(name: str, least: int) -> None:
    _, functions = NAMED_BY[name]

    assert len(codes_given_to(*functions)) >= least


@pytest.mark.parametrize("name", NAMED_BY)
def test_every_text_has_a_code_that_is_named(name: str) -> None:
    table, _ = NAMED_BY[name]
    package = "cli" if name == "labels" else ""  # their keys are short words, which stand elsewhere too

    assert [] == [code for code in table if not _is_used(code, package) and code not in MADE]


def _is_used(code: str, package: str) -> bool:
    return code in named_texts(package) or any(form.fullmatch(code) for form in composed(package))
