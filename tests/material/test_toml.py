"""Where a key stands in its file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foraldraskolan.material.toml import TomlFile

TEXT = """\
a = 1
[t]
b = [
  "x",
  "y",
]
[t.u]  # a comment
c = 1
[[n]]
d = 1
[[n]]
d = 2
"quoted key" = 1
"""


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("a", 1),
        ("t", 2),
        ("t.b", 3),
        ("t.b[1]", 3),
        ("t.u.c", 8),
        ("t.u.absent", 7),
        ("n[0].d", 10),
        ("n[1].d", 12),
        ("n[1].absent", 11),
        ("absent", None),
    ],
)
def test_lines_of_keys(key: str, line: int | None) -> None:
    """A key stands on its line; one that is absent, on the line of what should hold it."""
    place = TomlFile.of(TEXT, Path("a.toml")).place(key)
    assert (place.line, place.key) == (line, key)


@given(st.lists(st.from_regex(r"[a-z]{1,6}", fullmatch=True), unique=True, min_size=1))
def test_keys_that_nobody_asks_for_are_problems(keys: list[str]) -> None:
    """Exactly the keys that were not read are reported, each on its line."""
    file = TomlFile.of("".join(f'{key} = "x"\n' for key in keys), Path("a.toml"))
    read = keys[::2]
    for key in read:
        file.root.text(key)
    lines = [problem.place.line for problem in file.close() if problem.place]
    assert lines == [number for number, key in enumerate(keys, start=1) if key not in read]
