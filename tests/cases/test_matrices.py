"""The two large matrices of a provider hold as many cells of each kind as their source."""

from collections import Counter

import pytest

from slaeditor.model.project import Project
from slaeditor.model.work import Activity
from tests.cases import agreements

PAIRS = {
    "IaaS": {
        "RA/-": 40,
        "I/RA": 25,
        "RA/CI": 16,
        "-/RA": 13,
        "RA/I": 6,
        "RA/C": 4,
        "CI/RA": 3,
        "RI/A": 1,
        "AI/RC": 1,
    },
    "Kubernetes": {
        "RA/I": 28,
        "CI/RA": 14,
        "I/RA": 12,
        "C/RA": 11,
        "RA/-": 2,
        "RA/CI": 1,
        "RA/C": 1,
        "RA/RA": 1,
        "C/R": 1,
    },
}
SECTIONS = {"IaaS": 13, "Kubernetes": 12}


def _held() -> Project:
    return agreements.project("46_cloud_temple_raci")


def _pair(project: Project, activity: Activity) -> str:
    """The letters of client and provider, such as "RA/CI"; a dash stands for none."""
    cells = project.assignments.where("activity", activity.id)
    held = {cell.role: "".join(cell.letters.letters) for cell in cells if cell.letters}
    return "/".join(held.get(role.id, "-") for role in project.roles)


@pytest.mark.parametrize("matrix", PAIRS)
def test_a_matrix_has_every_pair_of_letters_as_often_as_its_source(matrix: str) -> None:
    project = _held()
    groups = {group.id for group in project.activity_groups.where("matrix", matrix)}
    rows = (row for row in project.activities if row.group in groups)
    assert Counter(_pair(project, row) for row in rows) == PAIRS[matrix]


@pytest.mark.parametrize("matrix", SECTIONS)
def test_a_matrix_has_the_sections_of_its_source(matrix: str) -> None:
    assert len(_held().activity_groups.where("matrix", matrix)) == SECTIONS[matrix]
