"""Hand coding of hits: kept with quotes, alignment and recipe; added to, journaled, never changed."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy.exc import IntegrityError

from api.services import Services
from archive.coding import CODE, Codings
from archive.comparison_records import ComparisonRecord
from archive.errors import BadInput, NotFound, ThabatError
from archive.passages_sql import SqlPassages
from archive.values import Span

RECIPE = "concordance|version:1"


def _content(services: Services, version: str) -> str:
    return SqlPassages(services.database).by_version([version])[version].content


@pytest.fixture
def codings(services: Services) -> Codings:
    return services.codings


@pytest.fixture
def hit(services: Services, compared: ComparisonRecord) -> str:
    """Where المعارضة stands in the original."""
    content = _content(services, compared.a_id)
    start = content.index("المعارضة")
    return f"{compared.a_id}:{start}-{start + len('المعارضة')}:{compared.b_id}"


def test_a_coding_is_kept_with_its_evidence(
    codings: Codings, hit: str, compared: ComparisonRecord, now: datetime
) -> None:
    """Both quotes verbatim, the spans, the alignment with its recipe, who and when."""
    made = codings.add(
        hit, " named plainly ", note="as in the original", query="المعارضة", recipe=RECIPE, by="t", now=now
    )
    assert (made.hit, made.code, made.note, made.by, made.recorded_at) == (
        hit, "named plainly", "as in the original", "t", now,
    )  # fmt: skip
    assert made.quote == "المعارضة"
    assert "the opposition in the municipal council" in made.other_quote
    assert compared.alignment is not None
    assert (made.alignment_id, made.alignment_recipe) == (compared.alignment.id, compared.alignment.recipe)
    assert codings.of_hits([hit, "none"]) == {hit: (made,)}
    assert codings.all(code="named plainly") == codings.all(work_id=made.work_id) == (made,)
    assert made.as_dict()["span"] == [made.span.start, made.span.end]


def test_the_other_way_round(codings: Codings, services: Services, compared: ComparisonRecord, now: datetime) -> None:
    """A hit in the translation has the original beside it."""
    start = _content(services, compared.b_id).index("opposition")
    made = codings.add(f"{compared.b_id}:{start}-{start + 10}:{compared.a_id}", "x", recipe=RECIPE, by="t", now=now)
    assert made.quote == "opposition"
    assert "المعارضة" in made.other_quote


def test_a_second_coding_stands_beside_the_first(codings: Codings, services: Services, hit: str, now: datetime) -> None:
    """Each is a deed in the journal on the work."""
    for code in ("plain", "loaded"):
        codings.add(hit, code, recipe=RECIPE, by="t", now=now)
    assert [one.code for one in codings.of_hits([hit])[hit]] == ["plain", "loaded"]
    with services.database.read() as session:
        rows = session.connection().exec_driver_sql("SELECT kind FROM journal_entry ORDER BY seq DESC LIMIT 2").all()
    assert [row[0] for row in rows] == [CODE, CODE]


def test_the_database_refuses_to_change_one(codings: Codings, services: Services, hit: str, now: datetime) -> None:
    """Like every table that is recorded."""
    codings.add(hit, "plain", recipe=RECIPE, by="t", now=now)
    with pytest.raises(IntegrityError, match="append-only"), services.database.write() as session:
        session.connection().exec_driver_sql("UPDATE hit_coding SET code = 'other'")


@pytest.mark.parametrize(
    ("given", "error", "pointer"),
    [
        ({"hit": "nonsense"}, BadInput, "/hit"),
        ({"hit": "{a}:9-9:{b}"}, BadInput, "/hit"),
        ({"hit": "{a}:0-999999:{b}"}, NotFound, "/hit"),
        ({"hit": "{a}:0-4:{a}"}, NotFound, "/hit"),
        ({"hit": "00000000-0000-7000-8000-000000000000:0-4:{b}"}, NotFound, "/hit"),
        ({"code": "  "}, BadInput, "/code"),
        ({"code": "x" * 81}, BadInput, "/code"),
        ({"code": "two\nlines"}, BadInput, "/code"),
        ({"note": "x" * 4001}, BadInput, "/note"),
    ],
)
def test_what_cannot_be_kept(
    *, codings: Codings, compared: ComparisonRecord, hit: str, now: datetime, given: dict[str, str],
    error: type[ThabatError], pointer: str,
) -> None:  # fmt: skip
    """Nothing is written, and the field at fault is named."""
    asked = {"hit": hit, "code": "plain", **given}
    asked["hit"] = asked["hit"].format(a=compared.a_id, b=compared.b_id)
    with pytest.raises(error) as refused:
        codings.add(asked["hit"], asked["code"], note=asked.get("note"), recipe=RECIPE, by="t", now=now)
    assert refused.value.pointer == pointer
    assert codings.all() == ()


def test_spans_of_a_record_are_spans(codings: Codings, hit: str, now: datetime) -> None:
    """As everywhere in the archive: code points, half open."""
    made = codings.add(hit, "plain", recipe=RECIPE, by="t", now=now)
    assert isinstance(made.span, Span)
    assert all(isinstance(span, Span) for span in made.other_spans)
