"""Whether renderings are what a reader would say, on a small corpus written for the project.

Each sentence is invented, and says by its place in :data:`REPORTS` how each term was rendered there. What is asked
of ten terms: how many occurrences stand in the row a reader would put them in, and that no word that belongs to
another term is taken for a rendering.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from search.parallel.question import ask
from search.parallel.renderings import Outcome
from tests.search.parallel.fakes import Sentence, Sentences

REPORTS: tuple[tuple[Sentence, ...], ...] = (
    (
        (
            "اجتمع رئيس الوزراء نديم الحلاق مع أعضاء المجلس.",
            "Prime Minister Nadim al-Hallaq met the members of the council.",
        ),
        (
            "قال رئيس الوزراء إن الحكومة تدرس موازنة المياه.",
            "The Prime Minister said the government was studying the water budget.",
        ),
        ("وعد رئيس الوزراء ببناء جسر جديد.", "The Prime Minister promised a new bridge."),
        ("انتقد النواب رئيس الوزراء بسبب الطحين.", "Deputies criticised the Prime Minister over flour."),
        ("رفضت الحكومة طلب التجار.", "The government refused the traders' request."),
        ("نفت الحكومة خبر الإقالة.", "The government denied the report of a dismissal."),
        ("أعلنت الحكومة عطلة ليومين.", "The government announced a holiday of two days."),
        ("شكر التجار الحكومة على القرار.", "The traders thanked the cabinet for the decision."),
    ),
    (
        ("زار الرئيس وديع سلوم المرفأ القديم.", "President Wadih Salloum visited the old harbour."),
        ("ألقى الرئيس خطاباً قصيراً في الساحة.", "The president gave a short speech in the square."),
        ("وقّع الرئيس قانون الصيد.", "The president signed the fishing law."),
        ("استقبل الرئيس وفداً من الفلاحين.", "The president received a delegation of farmers."),
        ("كتب وديع سلوم مذكراته في المنفى.", "Wadih Salloum wrote his memoirs in exile."),
        ("ولد وديع سلوم في قرية على النهر.", "Wadih Salloum was born in a village on the river."),
        ("مات والد وديع سلوم في الشتاء.", "The father of Wadih Salloum died in winter."),
    ),
    (
        ("دخلت القوات البلدة عند الفجر.", "Troops entered the town at dawn."),
        ("انسحبت القوات من التل.", "The troops withdrew from the hill."),
        ("قصفت القوات أطراف القرية.", "Troops shelled the edges of the village."),
        ("تمركزت القوات قرب الجسر.", "The troops took positions near the bridge."),
        ("طوّقت قوات النظام السوق.", "Regime forces encircled the market."),
        ("اعتقلت قوات النظام ثلاثة تجار.", "Regime forces arrested three traders."),
        ("تقدمت قوات النظام ليلاً.", "Regime forces advanced by night."),
        ("هاجم مسلحون قوات النظام شرقاً.", "Gunmen attacked regime forces in the east."),
        ("قال ناشطون إن النظام يكذب.", "Activists said the regime was lying."),
        ("صمد النظام ثلاثين عاماً.", "The regime held out for thirty years."),
        ("لا أحد يعرف ما يريده النظام.", "Nobody knows what the authorities want."),
    ),
    (
        ("أغلق الجنود المعبر صباحاً.", "Soldiers closed the crossing in the morning."),
        ("فُتح المعبر بعد شهر.", "The crossing was opened after a month."),
        ("انتظرت الشاحنات عند المعبر.", "Trucks waited at the crossing."),
        ("قُتل تاجر قرب المعبر.", "A trader was killed near the crossing."),
        ("وصف وزير الصحة المشفى بالمهمل.", "The health minister called the hospital neglected."),
        ("استقال وزير الصحة أمس.", "The health minister resigned yesterday."),
        ("زار وزير التعليم المدرسة.", "The education minister visited the school."),
        ("وعد وزير الزراعة بالبذور.", "The agriculture minister promised seeds."),
        ("بنى الأهالي المدرسة بأيديهم.", "Residents built the school with their own hands."),
        ("أحرق مجهولون المدرسة.", "Unknown men burned the school down."),
        ("يزرع الأهالي القمح.", "Residents grow wheat."),
        ("باع الأهالي أغنامهم.", "Residents sold their sheep."),
        ("خاف الأهالي من الفيضان.", "People feared the flood."),
    ),
)
PLACES = (("جرنوس", "Jarnous"), ("تلمار", "Telmar"), ("سفوح", "Sfouh"), ("بقليا", "Baqlia"))


def noise(number: int) -> Sentence:
    """A place is a town by name, one time in three in so many words, and never in the translation."""
    arabic, english = PLACES[number % 4]
    town = "" if number % 3 else "مدينة "
    return f"سجلت محطة {town}{arabic} حرارة {number} درجة.", f"{english} recorded a heat of {number} degrees."


NOISE = tuple(map(noise, range(10, 70)))

EXPECTED: dict[str, dict[str, int]] = {
    "الحكومة": {"government": 4, "-": 1},
    "رئيس": {"Prime Minister": 4, "President": 4},
    "الرئيس": {"Prime Minister": 4, "President": 4},
    '"رئيس الوزراء"': {"Prime Minister": 4},
    "القوات": {"troops": 4, "Regime forces": 4},
    "النظام": {"regime": 6, "-": 1},
    "المعبر": {"crossing": 4},
    "وزير": {"minister": 4},
    "المدرسة": {"school": 3},
    "الأهالي": {"Residents": 3, "-": 1},
    "سلوم": {"Wadih Salloum": 4},
    "مدينة": {"-": 20},
}
"""By term the row that a reader would put each occurrence in; ``-`` is not rendered."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Sentences:
    archive = Sentences(Path(tmp_path_factory.mktemp("plausible")))
    for number, report in enumerate(REPORTS):
        archive.add(*report, work=f"w{number}")
    archive.add(*NOISE, work="noise")
    return archive


def rows(corpus: Sentences, term: str) -> dict[str, int]:
    found = corpus.parallel.renderings(ask(term)).rows
    rest = {Outcome.NOT_RENDERED: "-"}
    return {row.rendering.printed or rest[row.rendering.outcome]: row.hits for row in found}


def test_nine_in_ten_occurrences_stand_where_a_reader_would_put_them(corpus: Sentences) -> None:
    """Over all terms; each counts alike, so that the one with many occurrences does not hide the others."""
    shares = []
    for term, expected in EXPECTED.items():
        found = {printed.lower(): hits for printed, hits in rows(corpus, term).items()}
        right = sum(min(hits, found.get(printed.lower(), 0)) for printed, hits in expected.items())
        shares.append(right / sum(expected.values()))
    assert sum(shares) / len(shares) >= 0.9, dict(zip(EXPECTED, shares, strict=True))


@pytest.mark.parametrize("term", EXPECTED)
def test_no_rendering_belongs_to_another_word(corpus: Sentences, term: str) -> None:
    """Names and neighbours of a term are no renderings of it."""
    assert {printed.lower() for printed in rows(corpus, term)} <= {one.lower() for one in EXPECTED[term]} | {"-"}
