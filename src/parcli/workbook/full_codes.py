"""Takes the headings of a table, gives them with the codes of the set where a form writes only their ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from string import ascii_uppercase
from typing import TYPE_CHECKING

from parcli.workbook.codes import letter_in_front
from parcli.workbook.headings import Heading
from parcli.workbook.titles import title_key

if TYPE_CHECKING:
    from parcli.workbook.resolution import Target, TargetIndex

_FEWEST = 2  # areas with a letter, rows with the same code
_LETTER = 3  # characters of a letter with its dot or bracket
_MOST = 1_000  # rows of a form: a longer table is none, and looking at its titles costs time


def with_full_codes(rows: Sequence[Heading], index: TargetIndex) -> Sequence[Heading]:
    """Return the rows with their areas' letters as codes, and each code below its area's.

    An area's row without code that stands right before the first of its criteria has the area's, where the
    title is alike. Letters A, B, C … are the areas in the set's order, where their titles are. Codes that
    begin again in each area (I, 1, 1.1, 2, II, 1) stand below the area's code, where more titles agree then.
    """
    if len(rows) > _MOST:
        return rows
    rows = _headed(rows, index)
    lettered = _lettered(rows, index)
    areas = lettered or _roman(rows, index)
    if not areas:
        return rows
    plain = [_coded(row, lettered[i].code) if i in lettered else row for i, row in enumerate(rows)]
    codes = Counter(row.codes[0] for i, row in enumerate(rows) if row.codes and i not in areas)
    if max(codes.values(), default=0) < _FEWEST:
        return plain
    below = _below_areas(rows, areas)
    return below if _agreeing(below, index) > _agreeing(plain, index) else plain


def _lettered(rows: Sequence[Heading], index: TargetIndex) -> Mapping[int, Target]:
    """Return the areas of rows with the letters A, B, C …, by position; none where other letters stand."""
    marks = [(i, _mark(row)) for i, row in enumerate(rows)]
    letters = [(i, mark) for i, mark in marks if len(mark) == 1 and mark.isupper()]
    areas = [target for target in index.targets if not target.parent]
    wanted = ascii_uppercase[: len(areas)]
    if len(letters) < _FEWEST or not wanted.startswith("".join(letter for _, letter in letters)):
        return {}
    found = {i: area for (i, _), area in zip(letters, areas, strict=False)}
    same = sum(not area.differs(title_key(rows[i].title)) for i, area in found.items())
    return found if 2 * same > len(found) else {}


def _mark(row: Heading) -> str:
    """Return what stands for a row's code, or the letter before its title; "C." is read as a Roman number."""
    if row.codes and not row.code_text:
        return row.codes[0]
    text = row.code_text or row.title
    return text.strip(" .)") if len(text) <= _LETTER else letter_in_front(text)[0]


def _headed(rows: Sequence[Heading], index: TargetIndex) -> Sequence[Heading]:
    """Return the rows with the codes of areas whose own row has none and stands before its first criterion.

    Where such a row has a letter and another title, the letter is its code, which the set does not have.
    """
    areas = [next(_area_of(row, index), "") for row in rows]
    seen = {code for row, code in zip(rows, areas, strict=True) if code in row.codes}
    made = list(rows)
    for position, row in enumerate(rows[:-1]):
        seen.add(areas[position])
        area = index.by_code(areas[position + 1]) if areas[position + 1] not in seen else None
        letter, key = _mark(row), title_key(row.title)
        in_column = bool(row.code_text) and len(row.code_text) <= _LETTER  # judged with all of them
        if area is None or areas[position] or in_column or not key or not (letter or row.has_max):
            continue
        if not area.differs(key):
            made[position] = _coded(row, area.code)
        elif letter and not row.codes:
            made[position] = _coded(row, letter)
    return made


def _area_of(row: Heading, index: TargetIndex) -> Iterator[str]:
    """Yield the code of the area that a row's code is of or below."""
    for code in row.codes:
        target = index.by_code(code)
        while target is not None and target.parent:
            target = index.by_code(target.parent)
        if target is not None:
            yield target.code


def _roman(rows: Sequence[Heading], index: TargetIndex) -> Mapping[int, Target]:
    coded = [(i, index.by_code(row.codes[0])) for i, row in enumerate(rows) if row.codes and _is_roman(row)]
    return {i: target for i, target in coded if target is not None and not target.parent}


def _is_roman(row: Heading) -> bool:
    return row.codes[0].isalpha()


def _below_areas(rows: Sequence[Heading], areas: Mapping[int, Target]) -> Sequence[Heading]:
    made, area = list[Heading](), ""
    for position, row in enumerate(rows):
        if position in areas:
            area = areas[position].code
            made.append(_coded(row, area))
        elif row.codes and area:
            made.append(row._replace(codes=tuple(f"{area}.{code}" for code in row.codes)))
        else:
            made.append(row)
    return made


def _coded(row: Heading, code: str) -> Heading:
    return row._replace(codes=(code,))


def _agreeing(rows: Sequence[Heading], index: TargetIndex) -> int:
    """Return how many rows have the title of one of the criteria that their code can be."""
    return sum(_agrees(row, index) for row in rows)


def _agrees(row: Heading, index: TargetIndex) -> bool:
    targets = [target for code in row.codes if (target := index.by_code(code)) is not None]
    key = title_key(row.title)
    return any(not target.differs(key) for target in targets)
