"""veraPDF, as the tests ask it, tells a file that is wrong from one that is not."""

from pathlib import Path

import pikepdf

from tests.support.orders import Order, built, jobs, plan
from tests.support.verapdf_run import broken_rules


def test_a_file_that_is_wrong_is_told_among_others(tmp_path: Path) -> None:
    """A file that does not show its title breaks a rule, one that is no PDF is an error, those beside them pass."""
    good, untitled, none = (tmp_path / f"{name} å.pdf" for name in ("good", "untitled", "none"))
    good.write_bytes(built(Order("tiny", jobs(plan("tiny"))[0])).data)
    with pikepdf.open(good) as pdf:
        del pdf.Root.ViewerPreferences
        pdf.save(untitled)
    none.write_bytes(b"no PDF")
    told = broken_rules([good, untitled, none, good])
    assert [line.split(" ")[0] for line in told if not line.startswith(" ")] == ["FAIL", "ERROR"]
    assert any(line.strip().startswith("7.1-") for line in told)
