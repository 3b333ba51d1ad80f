"""Answers that are worked out once: the declarations never change while the program runs."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")


def remembered(function: Callable[P, R]) -> Callable[P, R]:
    """Return the function answering equal questions from memory, with its types kept.

    `functools.cache` types its arguments as `Hashable`, which a class of records is not in the
    eyes of a type checker although every class has a hash.
    """
    return cast("Callable[P, R]", functools.cache(function))
