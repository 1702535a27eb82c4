"""Where the material lies."""

from foraldraskolan.project import Project


def test_the_default_project_has_material() -> None:
    """The default folder holds the example plan."""
    assert Project.default().example_plan.is_file()
