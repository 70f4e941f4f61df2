"""Joins detail rows to the items of a rule by their labels; what does not join is a finding."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from parcli.model.assessment import BLANK, Datum, DatumState, Detail
from parcli.model.finding import Finding
from parcli.model.folding import label_key
from parcli.model.text import Text


class Joined(Struct, frozen=True):
    """One datum per label in the rule's order, blank where no row gives one; findings make it unusable."""

    data: tuple[Datum, ...]
    findings: tuple[Finding, ...]

    @property
    def blank(self) -> bool:
        """Tell whether no row says anything."""
        return all(datum.state is DatumState.BLANK for datum in self.data)


def joined(labels: Sequence[Text], details: Sequence[Detail]) -> Joined:
    """Return one datum per label, a blank row's with its place; two filled rows of a label are a finding."""
    places = _places(labels)
    data = [BLANK] * len(labels)
    findings: list[Finding] = []
    for detail in details:
        index = places.get(label_key(detail.label))
        blank = detail.declared.state is DatumState.BLANK
        if index is None or (blank and data[index] is not BLANK):
            continue  # ``unknown_rows`` reports what belongs nowhere
        if not blank and data[index].state is not DatumState.BLANK:
            findings.append(Finding("detail-twice", detail.declared.place, {"label": detail.label}))
        data[index] = detail.declared
    return Joined(tuple(data), tuple(findings))


def known_rows(labels: Sequence[Text], details: Sequence[Detail]) -> tuple[Detail, ...]:
    """Return the rows, filled or blank, that belong to one of the labels."""
    places = _places(labels)
    return tuple(detail for detail in details if label_key(detail.label) in places)


def unknown_rows(labels: Sequence[Text], details: Sequence[Detail]) -> tuple[Finding, ...]:
    """Return a finding for each filled row that belongs to none of the labels: it is not counted."""
    places = _places(labels)
    return tuple(
        Finding("detail-unknown", detail.declared.place, {"label": detail.label})
        for detail in _filled(details)
        if label_key(detail.label) not in places
    )


def first_place(details: Sequence[Detail], declared: Datum) -> str:
    """Return a cell to point at when a leaf's details as a whole are meant."""
    if declared.place:
        return declared.place
    return next((detail.declared.place for detail in details if detail.declared.place), "")


def _filled(details: Sequence[Detail]) -> list[Detail]:
    return [detail for detail in details if detail.declared.state is not DatumState.BLANK]


def _places(labels: Sequence[Text]) -> dict[str, int]:
    """Return the position of each label by its folded Vietnamese and English wording."""
    return {
        label_key(name): index
        for index, label in enumerate(labels)
        for name in (label.vi, label.en or label.vi)
    }
