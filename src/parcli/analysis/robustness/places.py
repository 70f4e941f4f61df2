"""Ranks many fields of the same units at once: takes a matrix of values, gives a matrix of ranks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from parcli.model.criteria_set import RankingPolicy
from parcli.model.rules import Rounding

Values = NDArray[np.float64]
Places = NDArray[np.int32]

# Values that are equal when exact may differ in the last of 16 digits; no two exact ones are as near as this.
_FINE = 1e9


def ranked_values(values: Values, policy: RankingPolicy, rounding: Rounding) -> Values:
    """Return values as the policy ranks them: as published, or exact without the noise of floats."""
    if policy.precision == "exact":
        return np.rint(values * _FINE) / _FINE
    times = 10.0**rounding.digits
    return _whole(values * times, rounding) / times


def places(values: Values, policy: RankingPolicy) -> Places:
    """Return the rank of each unit in each draw (draws × units), 1 for the greatest value.

    Under ``by_name`` equal values take successive ranks in the order of the columns.
    """
    stable = policy.ties == "by_name"  # takes four times as long, and only names care
    order = np.argsort(-values, axis=1, kind="stable" if stable else None)
    ordered = np.take_along_axis(values, order, axis=1)
    position = np.broadcast_to(np.arange(values.shape[1], dtype=np.int32), values.shape)
    if not stable:
        new = np.ones(values.shape, dtype=bool)
        new[:, 1:] = ordered[:, 1:] < ordered[:, :-1]
        if policy.ties == "dense":
            position = np.cumsum(new, axis=1, dtype=np.int32) - 1
        else:
            position = np.maximum.accumulate(np.where(new, position, 0), axis=1)
    found = np.empty(values.shape, dtype=np.int32)
    np.put_along_axis(found, order, (position + 1).astype(np.int32), axis=1)
    return found


def _whole(values: Values, rounding: Rounding) -> Values:
    if rounding.mode == "half_even":
        return np.rint(np.rint(values * _FINE) / _FINE)
    lift = (0.5 if rounding.mode == "half_up" else 0.0) + 1 / _FINE
    if values.min() >= 0:  # as nearly always, in a third of the time
        return np.asarray(np.floor(values + lift), dtype=np.float64)
    return np.asarray(np.sign(values) * np.floor(np.abs(values) + lift), dtype=np.float64)
