"""Joins detail rows to the items of a rule by their labels; what does not join is a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parcli.model.assessment import BLANK, Datum, DatumState, Detail
from parcli.model.finding import Finding
from parcli.model.folding import label_key
from parcli.model.text import Text


@dataclass(frozen=True, slots=True)
class Joined:
    """The datum of each label in the rule's order (blank where no row gives one), and what went wrong."""

    data: tuple[Datum, ...]
    findings: tuple[Finding, ...]
    broken: bool

    @property
    def blank(self) -> bool:
        """Tell whether no row says anything."""
        return all(datum.state is DatumState.BLANK for datum in self.data)


def joined(labels: Sequence[Text], details: Sequence[Detail]) -> Joined:
    """Return one datum per label.

    A filled row that fits no label is noted and left out; two filled rows for one label cannot be used.
    """
    places = {label_key(name): index for index, label in enumerate(labels) for name in _names(label)}
    data = [BLANK] * len(labels)
    findings: list[Finding] = []
    broken = False
    for detail in details:
        if detail.declared.state is DatumState.BLANK:
            continue
        index = places.get(label_key(detail.label))
        if index is None:
            findings.append(Finding("detail-unknown", detail.declared.place, {"label": detail.label}))
        elif data[index] is not BLANK:
            findings.append(Finding("detail-twice", detail.declared.place, {"label": detail.label}))
            broken = True
        else:
            data[index] = detail.declared
    return Joined(tuple(data), tuple(findings), broken)


def first_place(details: Sequence[Detail], declared: Datum) -> str:
    """Return a cell to point at when a leaf's details as a whole are meant."""
    if declared.place:
        return declared.place
    return next((detail.declared.place for detail in details if detail.declared.place), "")


def _names(label: Text) -> tuple[str, ...]:
    return (label.vi,) if label.en is None else (label.vi, label.en)
