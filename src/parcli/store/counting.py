"""Says in SQL which results and published rows count; it is given names of tables and runs no query.

What was withdrawn does not count, and nor does what something newer replaced that was not withdrawn.
"""

from __future__ import annotations

from typing import Literal


def withdrawn(result: str) -> str:
    """Return the condition that a result's run was withdrawn."""
    return f"EXISTS (SELECT 1 FROM withdrawal AS w WHERE w.run = {result}.run)"


def withdrawal_of(result: str) -> str:
    """Return the number of the withdrawal of a result's run, null for none."""
    return f"(SELECT w.number FROM withdrawal AS w WHERE w.run = {result}.run)"


def locked_with(result: str) -> str:
    """Return the condition that a result is of a locked period and was there, not withdrawn, at the lock.

    What came later and says something else has a reason; what came later and says the same is as good.
    """
    return f"""
        {result}.correction = '' AND EXISTS (
            SELECT 1 FROM period_lock AS l
            WHERE l.index_name = {result}.index_name AND l.level = {result}.level
                AND l.period = {result}.period
                AND NOT EXISTS (
                    SELECT 1 FROM withdrawal AS w WHERE w.run = {result}.run AND w.withdrawn_at < l.locked_at
                )
        )
    """


def replaced(result: str, *, by: Literal["number", "run"] = "number") -> str:
    """Return the condition that a later result, or one of a later run, counts in a result's place.

    Results of the same unit, index, level, period and stage replace one another.
    """
    return f"""
        EXISTS (
            SELECT 1 FROM result AS newer
            WHERE newer.stage = {result}.stage AND newer.level = {result}.level
                AND newer.period = {result}.period AND newer.index_name = {result}.index_name
                AND newer.unit = {result}.unit AND newer.{by} > {result}.{by}
                AND NOT {withdrawn("newer")}
        )
    """


def imported(row: str) -> str:
    """Return the condition that an import has a published row and was not withdrawn."""
    return f"""
        EXISTS (
            SELECT 1 FROM import_row AS i
            WHERE i.published = {row}.number
                AND NOT EXISTS (SELECT 1 FROM withdrawal AS w WHERE w.import = i.import)
        )
    """


def replaced_row(row: str) -> str:
    """Return the condition that a later row which counts says the same as a published one.

    It differs in the placement alone, and knows that better.
    """
    return f"""
        EXISTS (
            SELECT 1 FROM published AS newer
            WHERE newer.digest = {row}.digest AND newer.occurrence = {row}.occurrence
                AND newer.number > {row}.number AND {imported("newer")}
        )
    """
