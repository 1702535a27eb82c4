"""Records: the plain data that one stage hands to the next, which nobody changes once it is made."""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

C = TypeVar("C")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(kind: type[C]) -> type[C]:
    """Make a class a dataclass with slots, equal and hashed by the fields that compare; mypy sees that none is set.

    A frozen dataclass says the same, but for each class Python writes and compiles six methods whenever the program
    starts. Here that is done for __init__ alone, and a field is set without asking whether it may be.
    """
    made = dataclass(slots=True, eq=False, repr=False)(kind)
    for name, method in _methods(made).items():
        if name not in vars(kind):
            setattr(made, name, method)
    return made


def _methods(kind: type[Any]) -> dict[str, Callable[..., Any]]:
    compared = [each.name for each in fields(kind) if each.compare]
    # Without fields, all of a kind are equal.
    values: Callable[[Any], Any] = attrgetter(*compared) if compared else type

    def equal(one: Any, other: Any) -> Any:
        return values(one) == values(other) if type(one) is type(other) else NotImplemented

    def hashed(one: Any) -> int:
        return hash(values(one))

    return {"__eq__": equal, "__hash__": hashed, "__repr__": _shown}


def _shown(one: Any) -> str:
    said = ", ".join(f"{each.name}={getattr(one, each.name)!r}" for each in fields(one) if each.repr)
    return f"{type(one).__qualname__}({said})"
