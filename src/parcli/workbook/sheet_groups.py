"""Takes the forms of all sheets, leaves one for each unit: parts are joined, what is left over is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from parcli.model.assessment import Datum
from parcli.model.finding import Finding, Param
from parcli.model.folding import folded
from parcli.model.period import Period
from parcli.workbook.codes import code_key
from parcli.workbook.columns import ANSWER_ROLES
from parcli.workbook.form import Form, IgnoredRow
from parcli.workbook.labels import Labels, Stated
from parcli.workbook.period_sheets import criteria_of, of_one_period, of_other_period
from parcli.workbook.stage_sheets import with_other_stages
from parcli.workbook.titles import title_key
from parcli.workbook.words import phrase_key, starts_with_any, words

_STATED = ("unit", "unit_code", "level", "block", "period", "criteria_set")


def one_for_each_unit(forms: Sequence[Form], *, asked: Period | None = None) -> tuple[Form, ...]:
    """Return a form for each unit that the file is of, in the order of sheets and columns.

    Sheets that name different units are theirs; where none names any and the same criteria stand on several,
    the sheets' own names count if they are all units' names. Of one unit, sheets with different criteria
    below the same columns are parts of one table, and so are those with the same criteria below other columns
    of answers; of two other tables the longer one is read, and the other is named in a finding. Of sheets of
    several periods those of the one asked for are read.

    Raises:
        UnusableFile: one unit's sheets are of several periods, and none is asked for.
    """
    if len(forms) == 1:  # of most files: there is nothing to join or to leave
        return tuple(forms)
    by_unit = _by_unit(_named_by_sheet(forms)).values()
    groups = [_of_one_unit(group, asked) for group in by_unit]
    if len(groups) == 1:
        return (groups[0],)
    return tuple(replace(form, beside=True) for form in groups)


def _named_by_sheet(forms: Sequence[Form]) -> Sequence[Form]:
    """Return the forms with their sheets' names as units, where only these tell whose each table is."""
    overlapping = len(forms) > 1 and all(criteria_of(form) & criteria_of(forms[0]) for form in forms)
    are_units = all(starts_with_any(phrase_key(form.sheet), words().unit_names) for form in forms)
    if not overlapping or not are_units or any(form.unit_name for form in forms):
        return forms
    return [_named(form) for form in forms]


def _named(form: Form) -> Form:
    labels = replace(form.labels, unit=Stated(form.sheet, form.columns[0].place))
    finding = Finding("unit-from-sheet", form.columns[0].place, {"name": form.sheet})
    return replace(form, labels=labels, findings=(*form.findings, finding))


def _by_unit(forms: Iterable[Form]) -> Mapping[str, list[Form]]:
    """Return the forms by their unit; those that name none belong to the first one that is named."""
    groups: dict[str, list[Form]] = {}
    for form in forms:
        groups.setdefault(folded(form.unit_name), []).append(form)
    nameless = groups.pop("", [])
    if not nameless:
        return groups
    if not groups:
        return {"": nameless}
    first = next(iter(groups))
    return {first: [*groups.pop(first), *nameless], **groups}


def _of_one_unit(group: Sequence[Form], asked: Period | None) -> Form:
    meant, others = of_one_period(group, asked)
    forms = with_other_stages(meant)
    chosen = max(forms, key=lambda form: len(form.rows))
    parts = _parts(chosen, forms)
    joined = _joined([form for form in forms if form in parts]) if len(parts) > 1 else chosen
    left = [form for form in forms if form not in parts and form.rows]
    said = (*(_not_read(form, chosen) for form in left), *(of_other_period(form) for form in others))
    return replace(joined, findings=(*joined.findings, *said))


def _parts(chosen: Form, forms: Sequence[Form]) -> list[Form]:
    """Return the forms that continue the chosen one: the same columns above other areas."""
    parts, taken, areas = [chosen], criteria_of(chosen), _areas(chosen)
    for form in forms:
        own, own_areas = criteria_of(form), _areas(form)
        continues = own and own_areas and not own & taken and not own_areas & areas
        if form is not chosen and areas and continues and _columns(form) == _columns(chosen):
            parts.append(form)
            taken, areas = taken | own, areas | own_areas
    return parts


def _areas(form: Form) -> frozenset[str]:
    return frozenset(code_key(row.codes[0]).partition(".")[0] for row in form.rows if row.codes)


def _columns(form: Form) -> frozenset[str]:
    return form.roles & (ANSWER_ROLES | {"max"})


def _joined(parts: Sequence[Form]) -> Form:
    """Return one form of all parts; a part's footer is a total of that part, and is not read."""
    first, *others = parts
    labels, conflicts = _labels(parts)
    sums = [IgnoredRow(r.row, r.title or r.code_text, "part_sum", p.sheet) for p in parts for r in p.sums]
    told = Finding(
        "sheets-joined", others[0].columns[0].place, {"sheets": tuple(part.sheet for part in parts)}
    )
    return replace(
        first,
        labels=labels,
        columns=tuple(column for part in parts for column in part.columns),
        filled={place: count for part in parts for place, count in part.filled.items()},
        rows=tuple(row for part in parts for row in part.rows if row.kind == "row"),
        ignored=(*(row for part in parts for row in part.ignored), *sums),
        findings=(told, *conflicts, *(finding for part in parts for finding in part.findings)),
    )


def _labels(parts: Sequence[Form]) -> tuple[Labels, tuple[Finding, ...]]:
    """Return what the parts say above their tables, the first one's where two say different things."""
    labels, findings = parts[0].labels, list[Finding]()
    for part in parts[1:]:
        for name in _STATED:
            first, other = getattr(labels, name), getattr(part.labels, name)
            if first is None:
                labels = replace(labels, **{name: other})
            elif other is not None and folded(str(other.value)) != folded(str(first.value)):
                params: dict[str, Param] = {
                    "first": str(first.value),
                    "other": first.place,
                    "second": str(other.value),
                }
                findings.append(Finding("label-conflict", other.place, params))
    return labels, tuple(findings)


def _not_read(form: Form, chosen: Form) -> Finding:
    params: dict[str, Param] = {"sheet": form.sheet, "chosen": chosen.sheet, "rows": len(form.rows)}
    known = {key for key, _ in _said(chosen)}
    other = [datum.place for key, datum in _said(form) if key not in known]
    if not other or not criteria_of(form) & criteria_of(chosen):
        return Finding("sheet-not-read", form.sheet, params)
    return Finding("sheet-differs", other[0], {**params, "count": len(other)})


def _said(form: Form) -> Iterator[tuple[tuple[str, ...], Datum]]:
    """Yield each answer with what it is about and what it says: criterion, row below it, role, text."""
    code = ""
    for row in form.rows:
        code = row.codes[0] if row.codes else code
        for value in row.answers:
            yield (code_key(code), title_key(row.title), value.role, value.datum.text), value.datum
