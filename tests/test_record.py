"""A record is what a frozen dataclass with the same fields is, but for what keeps it from being set."""

from dataclasses import dataclass, field, fields, replace

from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.record import record


class Spot:
    """A letter and a number, where it was found, and whose it is."""

    letter: str
    number: int = 0
    place: object = field(default=None, compare=False)
    secret: str = field(default="", repr=False)


Recorded = record(type("Spot", (), dict(vars(Spot))))
Frozen = dataclass(frozen=True, slots=True)(type("Spot", (), dict(vars(Spot))))
VALUES = st.tuples(st.sampled_from("ab"), st.integers(0, 1), st.sampled_from([None, []]), st.sampled_from(["", "s"]))


@given(VALUES, VALUES)
def test_equal_and_hashed_as_a_frozen_dataclass(
    one: tuple[str, int, object, str], other: tuple[str, int, object, str]
) -> None:
    """Two records are equal when two frozen dataclasses are, and then stand for each other in a set."""
    same = Recorded(*one) == Recorded(*other)
    assert same == (Frozen(*one) == Frozen(*other))
    assert len({Recorded(*one), Recorded(*other)}) == (1 if same else 2)


@given(VALUES)
def test_made_replaced_matched_and_shown_as_a_frozen_dataclass(values: tuple[str, int, object, str]) -> None:
    """All that dataclasses offer works on a record, and what is hidden from their text is from its."""
    made = Recorded(*values)
    assert repr(made) == repr(Frozen(*values))
    assert [each.name for each in fields(made)] == [each.name for each in fields(Frozen)]
    assert replace(made, number=7).number == 7
    assert not hasattr(made, "__dict__")
    match made:
        case Recorded(letter, number):
            assert (letter, number) == values[:2]


def test_records_of_two_kinds_differ() -> None:
    """A record equals none of another kind, not even of a kind that it is made from, whatever their fields hold."""

    @record
    class Base:
        number: int

    @record
    class Derived(Base):
        pass

    @record
    class Empty:
        pass

    assert Base(1) != Derived(1)
    assert Empty() == Empty() != Base(1)
    assert hash(Empty()) == hash(Empty())


def test_own_methods_stay() -> None:
    """What a class says of itself is not replaced."""

    @record
    class Loud:
        word: str

        def __repr__(self) -> str:
            return self.word.upper()

    assert repr(Loud("a")) == "A"
