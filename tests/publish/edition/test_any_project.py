"""Whatever stands in a project, a handbook can be made of it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from slaeditor.model.readers import Reader
from slaeditor.publish.document_json import edition_from_json, edition_json
from slaeditor.publish.edition.builder import edition
from tests.projects import made_project


@settings(max_examples=25)
@given(st.integers(0, 2**32), st.sampled_from(list(Reader)), st.booleans())
def test_a_handbook_can_be_made_of_any_project(seed: int, reader: Reader, own: bool) -> None:
    project = made_project(seed)
    client = next((row.id for row in project.clients), "") if own else ""
    found = edition(project, reader, client)
    assert edition_from_json(edition_json(found)) == found
