"""Says who issues a document and on what it rests, as its head and its foot have it; knows no result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from parcli.messages.document_words import OFFICE_HEADS
from parcli.messages.times import time_text
from parcli.model.criteria_set import LegalBasis
from parcli.model.folding import folded
from parcli.report.context import ReportContext
from parcli.report.saying import Saying
from parcli.report.sentences import report_title

_COMMITTEE = "doc-head-committee"
_KINDS = {
    "QĐ": "doc-basis-decision",
    "TT": "doc-basis-circular",
    "NĐ": "doc-basis-decree",
    "KH": "doc-basis-plan",
    "HD": "doc-basis-guidance",
}


def issuing_values(context: ReportContext, say: Saying, *, kind: str) -> dict[str, object]:
    """Return what both documents say of themselves; ``kind`` is their part of the mark, as QĐ.

    Number, date and signer are no values: whoever issues the document writes them.
    """
    head = context.head
    office = head.office or say.word("doc-office-unknown")
    headed_by = _headed_by(head.office)
    signer = say.word(headed_by)
    return {
        "lang": say.lang,
        "office": office,
        "office_lines": _lines(office),
        "on_behalf": head.on_behalf,
        "signer": signer,
        "issuer": office if head.on_behalf else say.word("doc-headed", head=signer, office=office),
        "mark": f"{kind}-UBND" if headed_by == _COMMITTEE else f"{kind}-…",
        "draft": say.word("draft") if head.standing == "draft" else "",
        "notes": tuple(_notes(context, say)),
        "title": report_title(context, say.lang),
        "subject": _inside(report_title(context, say.lang)),
        "period": say.period(head.period),
        "bases": tuple(_bases(context, say)),
        "made_at": time_text(head.made_at, say.lang),
        "made_by": f"parindex {head.tool_version}",
    }


def _lines(office: str) -> tuple[str, ...]:
    """Return an office's name as heads of documents break it: the kind of body, then whose it is."""
    words = office.split(" ")
    for start in OFFICE_HEADS:
        kind = len(start.split())
        if 1 < kind < len(words) and folded(" ".join(words[:kind])) == folded(start):
            return " ".join(words[:kind]), " ".join(words[kind:])
    return (office,)


def _headed_by(office: str) -> str:
    name = folded(office) + " "
    found = (key for start, key in OFFICE_HEADS.items() if name.startswith(folded(start) + " "))
    return next(found, "doc-head-other")


def _notes(context: ReportContext, say: Saying) -> Iterator[str]:
    """Yield what a reader has to know of all figures."""
    if context.head.stage == "self":
        yield say.word("head-self")
    if any(each.status == "illustrative" for each in context.method.sets):
        yield say.word("head-illustrative")


def _inside(title: str) -> str:
    """Return a title as it stands inside a sentence; what begins in capitals is a name or an abbreviation."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _bases(context: ReportContext, say: Saying) -> Iterator[str]:
    bases = (basis for each in context.method.sets for basis in each.legal_basis)
    yield from (_basis(basis, say) for basis in _each_once(bases))


def _each_once(bases: Iterable[LegalBasis]) -> Iterable[LegalBasis]:
    return {basis.number: basis for basis in bases}.values()


def _basis(basis: LegalBasis, say: Saying) -> str:
    """Return a decision as a sentence cites it; its kind is told by its mark ("876/QĐ-BNV")."""
    said = basis.number
    if said[:1].isdigit():  # else its kind stands before the number already
        kind = said.rpartition("/")[2].partition("-")[0]
        said = say.word(_KINDS.get(kind, "doc-basis-other"), number=said)
    if basis.date:
        said = say.word("doc-basis-dated", basis=said, date=_day(basis.date, say))
    if basis.issuer:
        said = say.word("doc-basis-issued", basis=said, issuer=basis.issuer)
    if basis.title is not None:
        said = say.word("doc-basis-titled", basis=said, title=_inside(say.text(basis.title)))
    return said


def _day(text: str, say: Saying) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return day.strftime("%d/%m/%Y") if say.lang == "vi" else text
