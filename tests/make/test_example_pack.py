"""The example pack as a folder: whole, or not there at all; test_pack.py holds the laws over its files."""

from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path

import pytest

from foraldraskolan.cli import run
from foraldraskolan.make.conductor import make
from foraldraskolan.make.orders import Order
from foraldraskolan.make.pack import make_pack, pack_orders
from foraldraskolan.make.renewal import LIST
from foraldraskolan.problems import ProblemsFound
from tests.support.orders import content, plan


def test_the_pack_is_whole(tmp_path: Path) -> None:
    """There is a file for each job, a list of what lies there, and nothing left over."""
    folder = tmp_path / "pack med å"
    make_pack(plan("example"), content("example"), folder, NullTranslations())
    assert {file.name for file in folder.iterdir()} == {order.file for order in pack_orders(plan("example"))} | {
        "README.txt",
        LIST,
    }


@pytest.mark.parametrize("order", pack_orders(plan("example")), ids=lambda order: order.file)
def test_a_file_made_alone_is_the_packs(order: Order, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command for one document makes the bytes that the pack has; a file is what its ending asks for."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    command = ["checklist", "--staff"] if order.medium == "staff" else [order.medium, "--language", order.language]
    assert run([*command, "--output", str(tmp_path / order.file)]) == 0
    (made,) = make([order], plan("example"), content("example"))
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {order.file: made.data}


def test_a_file_in_a_folder_has_its_usual_name(tmp_path: Path) -> None:
    """A folder in place of a file gets the PDF under the name that it has in the pack."""
    assert run(["handout", "--language", "ar", "--output", str(tmp_path)]) == 0
    assert [file.name for file in tmp_path.iterdir()] == ["handout-ar.pdf"]


def test_a_pack_with_a_problem_writes_nothing(tmp_path: Path) -> None:
    """When one document cannot be made, no file appears and what lies there stays as it was."""
    old = tmp_path / "mine.txt"
    old.write_bytes(b"old")
    meeting = replace(plan("example").meeting, place="plats " * 400, title="möte \U0001f600")
    with pytest.raises(ProblemsFound) as found:
        make_pack(replace(plan("example"), meeting=meeting), content("example"), tmp_path, NullTranslations())
    assert any("\U0001f600" in dict(problem.message.values).values() for problem in found.value.problems)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]
    assert old.read_bytes() == b"old"
