"""Says how a report's figures came about, where several outputs say the same; it writes nothing."""

from __future__ import annotations

from collections.abc import Iterator

from parcli.messages.catalog import says_the_same
from parcli.model.finding import Param
from parcli.model.rules import Rounding
from parcli.report.context import FindingCount, Method
from parcli.report.saying import Saying


def finding_said(found: FindingCount, say: Saying) -> str:
    """Return what a finding says; of several that say other things each, one as an example."""
    text = say.text(found.example)
    return text if found.count == 1 or says_the_same(found.code) else say.word("finding-example", text=text)


def rounding_notes(method: Method, say: Saying) -> Iterator[str]:
    """Yield how figures are rounded: ours as their sets say, printed ones not at all, means of these."""
    alike = len({each.rounding for each in method.sets}) == 1
    for each in method.sets[: 1 if alike else None]:
        key = "method-rounding" if alike else "method-rounding-set"
        yield say.word(key, set=each.id, **_words(each.rounding, say))
    if method.publications:
        yield say.word("method-as-printed")
    if method.publications and not method.sets:
        yield say.word("method-means-rounded", **_words(method.rounding, say))


def _words(rounding: Rounding, say: Saying) -> dict[str, Param]:
    return {"digits": str(rounding.digits), "mode": say.word(f"rounding-{rounding.mode}")}
