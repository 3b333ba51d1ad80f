"""Erlang C beside a simulated line: contacts at random, one line, the next free position."""

from decimal import Decimal
from heapq import heapify, heapreplace
from random import Random
from statistics import mean, stdev

import pytest

from slaeditor.rules.staffing import Demand, line_outcome

RUNS = 20
CONTACTS = 2500
WARM_UP = 300
STUDENT_T = 3.883  # 99.9 %, two-sided, 19 degrees of freedom


def waits(demand, positions, seed):
    """Returns the seconds that each contact of one run waits, after a warm-up."""
    chance = Random(seed)
    arrivals_per_second = float(demand.contacts / (demand.interval_minutes * 60))
    free_at = [0.0] * positions
    heapify(free_at)
    now, waited = 0.0, []
    for _ in range(CONTACTS):
        now += chance.expovariate(arrivals_per_second)
        begins = max(now, free_at[0])
        heapreplace(free_at, begins + chance.expovariate(1 / float(demand.handling_seconds)))
        waited.append(begins - now)
    return waited[WARM_UP:]


def interval(figures):
    """Returns the confidence interval of the mean of independent runs."""
    half = STUDENT_T * stdev(figures) / len(figures) ** 0.5
    return mean(figures) - half, mean(figures) + half


@pytest.mark.parametrize(("contacts", "positions"), [(100, 14), (100, 13), (20, 4)])
def test_the_simulated_share_in_time_is_the_computed_one(contacts, positions):
    demand = Demand(Decimal(contacts), Decimal(30), Decimal(180))
    runs = [waits(demand, positions, seed) for seed in range(RUNS)]
    low, high = interval([mean(wait <= 20 for wait in run) for run in runs])
    assert low < line_outcome(demand, positions, Decimal(20)).service_level < high


def test_the_simulated_mean_wait_is_the_computed_one():
    demand = Demand(Decimal(100), Decimal(30), Decimal(180))
    low, high = interval([mean(waits(demand, 14, seed)) for seed in range(RUNS)])
    computed = line_outcome(demand, 14, Decimal(20)).mean_wait_seconds
    assert computed is not None
    assert low < computed < high
