"""Any text is TOML, or is refused with its file and line: no exception of Python's own gets out."""

import tomllib
from datetime import date, datetime, time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from foraldraskolan.limits import NESTING, WORD
from foraldraskolan.problems import ProblemsFound, message
from foraldraskolan.toml_syntax import parse_toml, shown

PATH = Path("a.toml")
PIECES = [
    *"[]{}=.,#\"'\n\\ \t",
    *('"""', "'''", "[[", "]]", "a", "b", "=1\n", "\\u0000", "\\ud800", "9" * 4301, "0x" + "f" * 5000, "1e400", "nan"),
    *("9999-99-99", "0001-01-01", "18:00:00+01:00", "true", "[" * 400, "{a=" * 400, "a." * 400, '"a".' * 400),
]


@example('x = """' + '\\"""' * 1000)
@example("x = " + "[" * 1000 + "]" * 1000)
@example("x = " + "9" * 4301)
@example("[" + '"a" . ' * 1000 + '"a"]')
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_a_text_is_toml_or_refused_with_its_line(text: str) -> None:
    """What is read is what Python reads, and every value of it can be shown; what is refused has a line of the file."""
    try:
        values = parse_toml(text, PATH)
    except ProblemsFound as found:
        (problem,) = found.problems
        assert problem.place is not None and problem.place.file == PATH
        assert problem.place.line is not None and 1 <= problem.place.line <= text.count("\n") + 1
    else:
        # Not compared by ==, since no nan is another.
        assert repr(values) == repr(tomllib.loads(text))
        for value in values.values():
            assert message("{value}", value=shown(value)).values


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\nb = " + "[" * (NESTING + 1), 2),
        ("a = '''\n[[[\n'''\nb = " + "{a=" * (NESTING + 1), 4),
        ("a = 1\n\nb = " + "9" * (WORD + 1), 3),
        ("a" * (WORD + 1) + " = 1", 1),
        ("\n[" + '"a".' * (NESTING + 1) + '"a"]', 2),
    ],
)
def test_what_is_beyond_all_use_is_refused_where_it_stands(text: str, line: int) -> None:
    """The limit stands in the words, and the line is that of what goes beyond it."""
    with pytest.raises(ProblemsFound) as found:
        parse_toml(text, PATH)
    (problem,) = found.value.problems
    assert problem.place is not None and problem.place.line == line
    assert problem.hint is not None and dict(problem.hint.values)["most"] in (str(NESTING), str(WORD))


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * NESTING + "]" * NESTING,
        "a = " + "9" * WORD,
        "a = '" + "[9.9" * 1000 + "'",
        "# " + "[" * 1000,
        "a = [" + "1.5, " * 1000 + "]",
        "".join(f"a{number} . b = 1\n" for number in range(NESTING + 1)),
    ],
)
def test_what_is_within_the_limits_is_read(text: str) -> None:
    """Brackets in strings and comments, and points in numbers, are no nesting."""
    assert parse_toml(text, PATH) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        *("a", "a = 1 b = 2", "[a", "[[a]", "a b = 1", "= 1", "a = [1", "a = {b = 1", "a = 'b", 'a = "b', 'a = """b'),
        *("a = 2026-02-30", "a = b", "a = 1\na = 2", "[a]\n[a]", "a = 1\n[a.b]", "a = {b = 1, b = 2}", "a = {}\n[a.b]"),
        *(
            'a = "\\x"',
            'a = "\\uxxxx"',
            'a = "\\ud800"',
            "a = 1 # \0",
            "a = '\0'",
            'a = "\0"',
            "a = 0x",
            "a = 1e",
            "a = [1 2]",
        ),
    ],
)
def test_what_is_wrong_is_said_in_the_readers_own_language(text: str) -> None:
    """Python's English reasons have sentences of ours."""
    with pytest.raises(ProblemsFound) as found:
        parse_toml(text, PATH)
    (problem,) = found.value.problems
    assert "TOML:" not in problem.message.msgid


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2026, 12, 3), "2026-12-03"),
        (datetime(2026, 12, 3, 18), "2026-12-03T18:00:00"),
        (time(18), "18:00:00"),
        ([], "[]"),
        ([[1]], "[ … ]"),
        ({"a": 1}, "{ … }"),
        (True, "true"),
        ("å", '"å"'),
    ],
)
def test_a_value_is_shown_as_it_is_written(value: object, written: str) -> None:
    """Long values are shown as a sign of themselves."""
    assert shown(value) == written
