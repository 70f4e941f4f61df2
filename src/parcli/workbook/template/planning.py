"""Makes the plan of a template from a criteria set; see ``plan`` for what it holds."""

from __future__ import annotations

from parcli.model.criteria_set import CriteriaSet
from parcli.model.period import Period
from parcli.model.text import Lang
from parcli.workbook.template.plan import TemplatePlan


def plan_of(
    criteria_set: CriteriaSet,
    first_row: int,
    *,
    period: Period | None = None,
    block: str = "",
    lang: Lang = "vi",
) -> TemplatePlan:
    """Return the plan of a table whose first row is sheet row ``first_row``.

    Leaves that are not due in ``period`` are closed (without a period all are due); ``block`` chooses the
    grades. Every text is in ``lang``.
    """
    raise NotImplementedError
