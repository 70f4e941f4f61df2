"""Tables with every column that offices print, rounded from exact figures, are never accused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from random import Random

import pytest
from msgspec import Struct

from parcli.analysis.reconcile.outcome import EXPLAINED
from parcli.messages.numbers import published_text
from parcli.model.rules import Rounding
from parcli.scoring.rounding import rounded
from support.reconciling import reconciled

_GRADES = ((90, "Xuất sắc"), (80, "Tốt"), (70, "Khá"), (50, "Trung bình"), (0, "Yếu"))


class Office(Struct):
    """A unit's exact figures; ``most`` is what applies to it."""

    name: str
    block: int
    parts: list[Fraction]
    most: Fraction
    bonus: Fraction
    before: Fraction

    @property
    def total(self) -> Fraction:
        return sum(self.parts, self.bonus)

    @property
    def share(self) -> Fraction:
        return self.total / self.most * 100


class Printed(Struct):
    """Which columns a table has, and with how many decimals."""

    digits: int
    blocks: int
    bonus: bool
    ordinals: bool
    maxima: bool
    shares: bool
    ranks: bool
    grades: bool
    before: bool

    def figure(self, value: Fraction) -> str:
        return published_text(rounded(value, Rounding(self.digits, "half_up")), "vi").replace("−", "-")

    def shown(self, value: Fraction) -> Fraction:
        return Fraction(rounded(value, Rounding(self.digits, "half_up")))


def offices(random: Random, form: Printed) -> list[Office]:
    maxima = [Fraction(random.randint(10, 40), 2) for _ in range(random.randint(2, 7))]
    number = random.randint(3, 14)
    made = []
    for at in range(number):
        parts = [most * Fraction(random.randint(4_000, 10_000), 10_000) for most in maxima]
        left_out = form.shares and form.maxima and random.random() < 0.2
        parts[-1] = Fraction(0) if left_out else parts[-1]
        most = sum(maxima[:-1] if left_out else maxima, Fraction(0))
        bonus = Fraction(random.randint(0, 8), 4) if form.bonus else Fraction(0)
        before = sum(parts, bonus) * Fraction(random.randint(9_000, 11_000), 10_000)
        made.append(Office(f"Sở {chr(65 + at)}", at * form.blocks // number, parts, most, bonus, before))
    random.shuffle(made)
    score = score_of(form)
    if random.random() < 0.5:
        return sorted(made, key=lambda each: (each.block, each.name))
    return sorted(made, key=lambda each: (each.block, -score(each)))


def score_of(form: Printed) -> Callable[[Office], Fraction]:
    """Return what the table ranks by: the percentage where it is printed."""
    return (lambda each: each.share) if form.shares else (lambda each: each.total)


def table(units: Sequence[Office], form: Printed) -> str:
    score = score_of(form)
    heads = {
        "STT": form.ordinals,
        "Đơn vị": True,
        **{f"LV{at + 1}": True for at in range(len(units[0].parts))},
        "Điểm thưởng": form.bonus,
        "Tổng điểm": True,
        "Điểm tối đa": form.maxima,
        "Tỷ lệ (%)": form.shares,
        "Xếp hạng": form.ranks,
        "Xếp loại": form.grades,
        "Năm trước": form.before,
        "Tăng/giảm": form.before,
    }
    rows, block = [[head for head, there in heads.items() if there]], -1
    for number, unit in enumerate(units, start=1):
        if form.blocks > 1 and unit.block != block:
            rows.append((["I" * (unit.block + 1)] if form.ordinals else []) + [f"Khối {unit.block + 1}"])
            block = unit.block
        rank = 1 + sum(score(other) > score(unit) for other in units if other.block == unit.block)
        change = unit.total - unit.before
        cells = {
            "STT": str(number),
            "Đơn vị": unit.name,
            **{f"LV{at + 1}": form.figure(points) for at, points in enumerate(unit.parts)},
            "Điểm thưởng": form.figure(unit.bonus),
            "Tổng điểm": form.figure(unit.total),
            "Điểm tối đa": form.figure(unit.most),
            "Tỷ lệ (%)": form.figure(unit.share) + "%",
            "Xếp hạng": str(rank),
            "Xếp loại": next(name for least, name in _GRADES if form.shown(unit.share) >= least),
            "Năm trước": form.figure(unit.before),
            "Tăng/giảm": ("+" if change > 0 else "") + form.figure(change),
        }
        rows.append([cells[head] for head, there in heads.items() if there])
    return "\n".join(" | ".join(row) for row in rows)


@pytest.mark.parametrize("seed", range(300))
def test_a_right_table_is_never_accused(seed: int) -> None:
    random = Random(seed)
    shares = random.random() < 0.6
    form = Printed(
        digits=random.choice((1, 2, 2, 3)),
        blocks=random.choice((1, 1, 2, 3)),
        bonus=random.random() < 0.4,
        ordinals=random.random() < 0.4,
        maxima=shares or random.random() < 0.3,
        shares=shares,
        ranks=random.random() < 0.7,
        grades=shares and random.random() < 0.5,
        before=random.random() < 0.4,
    )
    typed = table(offices(random, form), form)
    found = reconciled(typed).disagreements

    assert [] == [each.finding for each in found if each.cause not in EXPLAINED], typed
