"""veraPDF, as the tests ask it, tells a file that is wrong from one that is not."""

from pathlib import Path

import pikepdf

from tests.support.orders import Order, built, jobs, plan
from tests.support.verapdf_run import broken_rules


def test_a_file_that_is_wrong_is_told_among_others(tmp_path: Path) -> None:
    """A file breaks the standard that it breaks, one that is no PDF is an error in both, those beside them pass."""
    good, untitled, colourless, none = (
        tmp_path / f"{name} å.pdf" for name in ("good", "untitled", "colourless", "none")
    )
    good.write_bytes(built(Order("tiny", jobs(plan("tiny"))[0])).data)
    with pikepdf.open(good) as pdf:
        del pdf.Root.ViewerPreferences
        pdf.save(untitled)
    with pikepdf.open(good) as pdf:
        del pdf.Root.OutputIntents
        pdf.save(colourless)
    none.write_bytes(b"no PDF")
    told = [line.split() for line in broken_rules([good, untitled, colourless, none, good])]
    said = [" ".join(words[:2]) if words[0] in ("FAIL", "ERROR") else words[0] for words in told]
    assert said == ["FAIL ua1", "7.1-10", "FAIL 2a", "6.2.4.3-2", "ERROR ua1", "ERROR 2a"]
