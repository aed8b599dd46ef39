"""The query language end to end: what is typed, what is found, in an archive of invented texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import pytest

from archive.errors import BadQuery, Unavailable
from archive.passages import Hand
from archive.text.blocks import Block, BlockKind
from archive.values import Span
from search.links import AnsweringLink
from search.query import parse
from search.results import Lacking
from search.service import SearchService
from search.tree import And, Node, Not
from tests.search.fakes import FakeArchive, passage

HORIZON = Hand("pbl", True, ("صحيفة الأفق", "The Horizon"))
NADA = Hand("aut", False, ("ندى السهلي",))
TOBY = Hand("trl", False, ("Toby Marlwick",))

ORIGINAL = passage(
    "أعلن المجلس أن الجسر القديم سيُغلق أسبوعين.",
    "وقال المهندس إن الترميم لن يتأخر.",
    title="إغلاق الجسر",
    work="w-bridge",
    text="t-bridge-ar",
    outlets=HORIZON.names,
    agents=(*HORIZON.names, *NADA.names),
    hands=(HORIZON, NADA),
    findings=("number_changed",),
)
TRANSLATION = passage(
    "The council said the old bridge would close for two weeks.",
    "The engineer said the restoration would not be delayed.",
    title="Crossing Closes",
    language="en",
    work="w-bridge",
    text="t-bridge-en",
    agents=TOBY.names,
    hands=(TOBY,),
    has_disclaimer=True,
    findings=("number_changed",),
)
OPINION = passage(
    "A market without a bridge is a poor market, says the old baker.",
    title="The Baker",
    language="en",
    work="w-market",
    kind="opinion",
    day=date(2016, 5, 1),
    hands=(Hand("trl", False, ()),),
    translator_unnamed=True,
)
ARABIC_OPINION = passage("سوق بلا جسر سوق فقير.", title="الخباز", work="w-market", day=date(2016, 5, 1))
OLD = passage("Kafr Shouh was quiet.", title="Quiet", language="en", work="w-old", text="t-old", latest=False)
NEW = passage("Kafr Shouh is loud.", title="Loud", language="en", work="w-old", text="t-old")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> SearchService:
    archive = FakeArchive(ORIGINAL, TRANSLATION, OPINION, ARABIC_OPINION, OLD, NEW)
    return SearchService(tmp_path_factory.mktemp("language") / "index", archive)


def works(service: SearchService, q: str, **options: object) -> set[str]:
    page = service.search(parse(q, **options))  # type: ignore[arg-type]
    assert page.total == len(page.results)
    return {result.work for result in page.results}


BRIDGE, MARKET, PLACE = "w-bridge", "w-market", "w-old"


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("council OR baker", {BRIDGE, MARKET}),
        ("council | baker", {BRIDGE, MARKET}),
        ("bridge AND (council OR baker)", {BRIDGE, MARKET}),
        ("bridge NOT baker", {BRIDGE}),
        ("bridge (market OR المجلس)", {BRIDGE, MARKET}),
        ("(المجلس OR market) -engineer", {MARKET}),
        ('"council bridge"~4', {BRIDGE}),
        ('"council bridge"~2', set()),
        ("restor*", {BRIDGE}),
        ("مهندس*", {BRIDGE}),
        ("enginer~1", {BRIDGE}),
        ("الجصر~1", {BRIDGE}),
        ("markets", {MARKET}),
        ("=markets", set()),
        ("=market", {MARKET}),
        ("title:baker", {MARKET}),
        ("title:council", set()),
        ("عنوان:الجسر", {BRIDGE}),
        ('title:"crossing closes"', {BRIDGE}),
        ("body:crossing", set()),
        ("body:baker", {MARKET}),
        ("body:=bridge", {BRIDGE, MARKET}),
        ('outlet:"صحيفة الأفق"', {BRIDGE}),
        ('outlet:"the horizon" OR kind:opinion', {BRIDGE, MARKET}),
        ('يد:"ندى السهلى"', {BRIDGE}),
        ("role:translator", {BRIDGE, MARKET}),
        ('translator:"Toby Marlwick"', {BRIDGE}),
        ("translator:unnamed", {MARKET}),
        ("مترجم:مجهول", {MARKET}),
        ("lang:ar", {BRIDGE, MARKET}),
        ("-lang:ar", {PLACE}),
        ("kind:opinion", {MARKET}),
        ("نوع:رأي bridge", {MARKET}),
        ("date:2016-01..", {MARKET}),
        ("تاريخ:..٢٠١٥ -kafr", {BRIDGE}),
        ("disclaimer:any", {BRIDGE}),
        ("-disclaimer:any", {MARKET, PLACE}),
        ("status:superseded", {PLACE}),
        ("status:superseded loud", set()),
        ("finding:number_changed", {BRIDGE}),
        ("market -finding:number_changed", {MARKET}),
        ("bridge disclaimer:none", {MARKET}),
        ("-bridge OR baker", {PLACE, MARKET}),
        ("-المجلس OR kafr", {MARKET, PLACE}),
        ("-المجلس OR engineer", {BRIDGE, MARKET, PLACE}),
        ("NOT NOT bridge", {BRIDGE, MARKET}),
        ("--bridge -(NOT council)", {BRIDGE}),
        ("NOT (NOT bridge)", {BRIDGE, MARKET}),
        ("-(المجلس council)", {MARKET, PLACE}),
        ("-(المجلس baker)", {BRIDGE, MARKET, PLACE}),
        ("(المجلس council) OR kafr", {BRIDGE, PLACE}),
        ("-(bridge OR kafr)", set()),
        ("(bridge -council) OR loud", {MARKET, PLACE}),
        ("-quiet", {BRIDGE, MARKET, PLACE}),
        ("-loud OR quiet", {BRIDGE, MARKET, PLACE}),
        ("title:-baker bridge", {BRIDGE}),
        ("title: baker", {MARKET}),
        ("عنوان: الجسر", {BRIDGE}),
        ("bridge –baker", {BRIDGE}),
        ("bridge !baker", {BRIDGE}),
        ("council || baker", {BRIDGE, MARKET}),
        ("bridge && council", {BRIDGE}),
        ("نوع:مقال bridge", {MARKET}),
        ("دور:المترجم", {BRIDGE, MARKET}),
        ("حالة:قديم", {PLACE}),
        ('فرق:"عدد مغيّر"', {BRIDGE}),
        ("لغة:انجليزي baker", {MARKET}),
        ("lang:English kafr", {PLACE}),
        ("lang:فرنسي", set()),
        ("مهندص~1", {BRIDGE}),
    ],
)
def test_the_language(service: SearchService, q: str, found: set[str]) -> None:
    """Operators, fields and exclusions, in either language."""
    assert works(service, q) == found


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"role": "trl"}, {BRIDGE, MARKET}),
        ({"translator": ["unnamed", "Toby Marlwick"]}, {BRIDGE, MARKET}),
        ({"year": ["2016"]}, {MARKET}),
        ({"year": ["2015", "2016"], "kind": "opinion"}, {MARKET}),
        ({"finding": "number_changed"}, {BRIDGE}),
    ],
)
def test_the_same_facts_beside_the_query(service: SearchService, options: dict[str, object], found: set[str]) -> None:
    """Parameters are the fields by another way."""
    assert works(service, "", **options) == found


@pytest.mark.parametrize(
    ("q", "position", "code"),
    [
        ("bridge kind:gossip", 12, "bad-value"),
        ("date:2016..2015", 5, "bad-value"),
        ("نوع:خطأ", 4, "bad-value"),
        ("(ar:النظام OR regime)", 0, "mixed-sides"),
        ("ar:(kind:news)", 0, "mixed-sides"),
    ],
)
def test_faults_of_values_have_their_place(q: str, position: int, code: str) -> None:
    """The value is pointed at, not the field."""
    with pytest.raises(BadQuery) as caught:
        parse(q)
    assert (caught.value.position, caught.value.code) == (position, code)


@pytest.mark.parametrize("options", [{"kind": "gossip"}, {"mode": "luck"}, {"sort": "size"}, {"year": "soon"}])
def test_faults_of_parameters_name_them(options: dict[str, str]) -> None:
    """An unknown value is refused, not searched for in vain."""
    with pytest.raises(BadQuery) as caught:
        parse("bridge", **options)  # type: ignore[arg-type]
    assert caught.value.code == "bad-filter"
    assert caught.value.pointer == f"/{next(iter(options))}"


@pytest.mark.parametrize("facts", ["date:2015-11-12", "lang:en", "status:superseded", "-kind:opinion", ""])
@pytest.mark.parametrize("word", ["quiet", "loud", "bridge", "المجلس"])
def test_another_word_never_finds_more(service: SearchService, facts: str, word: str) -> None:
    """Facts alone and facts with a word look at the same versions, older ones too."""
    assert works(service, f"{facts} {word}") <= works(service, facts)


def test_a_headline_that_was_asked_for_is_shown(tmp_path: Path) -> None:
    """With its words marked there, whatever the body has; ``body:`` is marked outside it."""
    text = passage(
        "The muppets came. Muppets, said the mayor of muppets.", title="Looking like muppets", language="en", work="w-m"
    )
    service = SearchService(tmp_path / "index", FakeArchive(text))

    def shown(q: str) -> tuple[str, list[str]]:
        (hit,) = service.search(parse(q)).results[0].hits
        return hit.snippet, [span.of(hit.snippet) for span in hit.highlights]

    assert shown("title:muppets") == ("Looking like muppets", ["muppets"])
    assert shown("title:muppets mayor")[0] == "Looking like muppets"
    assert shown("body:muppets")[1] == ["muppets", "Muppets", "muppets"]


def test_fuzzy_words_are_met_behind_article_and_particles(tmp_path: Path) -> None:
    """As beginnings are; and marked."""
    text = passage("قال خالد الإدلبي إن الطريق مفتوح.", title="طريق", work="w-i")
    service = SearchService(tmp_path / "index", FakeArchive(text))
    for q in ("إدلب~1", "وبالإدلب~1"):
        (hit,) = service.search(parse(q)).results[0].hits
        assert [span.of(hit.snippet) for span in hit.highlights] == ["الإدلبي"]


def test_free_words_are_ranked_not_required(service: SearchService) -> None:
    """A question as it is asked: any word will do, the best text first, marks mean nothing."""
    query = parse('Where is "the old baker (of the market?', natural=True)
    page = service.search(query)
    assert [result.work for result in page.results] == [MARKET, BRIDGE, PLACE]


def test_sorted_by_date(service: SearchService) -> None:
    """The newest first, whatever the score."""
    found = [result.work for result in service.search(parse("bridge old", sort="date")).results]
    assert found == [MARKET, BRIDGE]


def test_prefixes_near_words_and_phrases_are_marked(service: SearchService) -> None:
    """What answered is what is marked."""

    def marked(q: str) -> list[str]:
        (result,) = service.search(parse(q)).results
        return [span.of(hit.snippet) for hit in result.hits for span in hit.highlights]

    assert marked("restor*") == ["restoration"]
    assert marked("enginer~1") == ["engineer"]
    assert marked('"council bridge"~4') == ["council", "bridge"]
    assert marked("=weeks") == ["weeks"]


def test_a_disclaimers_block_is_body_and_a_headline_is_not(tmp_path: Path) -> None:
    """body: finds what stands outside the headline, wherever that is."""
    found = passage("Rain.", title="Flood", language="en", blocks=[Block(BlockKind.DISCLAIMER, "The flood is theirs.")])
    service = SearchService(tmp_path / "index", FakeArchive(found))
    assert works(service, "body:flood") == {found.work_id}
    assert works(service, "body:floods title:floods") == {found.work_id}


# Aligned sentences


class Links:
    """One link of the bridge; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Node] = []

    def works(self, tree: Node) -> frozenset[str]:
        self.asked.append(tree)
        return frozenset({BRIDGE})

    def links(self, tree: Node, works: Iterable[str], *, each: int) -> Sequence[AnsweringLink]:
        start = ORIGINAL.content.index("وقال")
        span = Span(start, start + len("وقال المهندس إن الترميم لن يتأخر."))
        return [AnsweringLink(BRIDGE, ORIGINAL.version_id, TRANSLATION.version_id, (span,), ())]


def test_sides_are_asked_of_aligned_sentences(tmp_path: Path) -> None:
    """With and without on either side of one sentence; the work is shown by that sentence."""
    links = Links()
    service = SearchService(tmp_path / "index", FakeArchive(ORIGINAL, TRANSLATION, OPINION), links=links)
    page = service.search(parse("ar:المهندس -en:technician kind:news"))
    assert [result.work for result in page.results] == [BRIDGE]
    (hit,) = page.results[0].hits
    assert hit.snippet == "وقال المهندس إن الترميم لن يتأخر."
    assert hit.counterpart is not None  # of the very link that answers: it has nothing on the other side
    assert (hit.counterpart.version, hit.counterpart.text, hit.lacking) == (TRANSLATION.version_id, "", Lacking.OMITTED)
    (tree,) = {*links.asked}
    assert isinstance(tree, And)
    assert [isinstance(node, Not) for node in tree.nodes] == [False, True]


def test_sides_need_something_that_a_sentence_has(tmp_path: Path) -> None:
    """Sentences without a word are nearly all there are; and without an index of links none can be found."""
    service = SearchService(tmp_path / "index", FakeArchive(ORIGINAL), links=Links())
    with pytest.raises(BadQuery, match="what it must have"):
        service.search(parse("-en:regime"))
    with pytest.raises(Unavailable, match="not been indexed"):
        SearchService(tmp_path / "index", FakeArchive(ORIGINAL)).search(parse("ar:المهندس"))
