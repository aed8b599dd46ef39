"""Words whose full stop does not end a sentence, and the words that betray that it did after all.

Data for :mod:`archive.text.segment`, gathered from style guides' lists and by reading Arabic and
English newspapers. Words stand without their final stop, Latin ones in lower case, Arabic ones
without harakat. Other languages share the Latin tables and add their titles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_TITLES_EN: Final = (
    "mr mrs ms dr prof st mt ft rev fr hon gov gen lt col maj capt cmdr adm sgt cpl pvt brig sen sens rep reps pres "
    "amb supt messrs mme mlle vs e.g i.e cf viz v ph.d"
)
_TITLES_OTHER: Final = {
    "fr": "m mm mme mlle mgr dr pr cie av env",
    "de": "hr fr dr prof z.b d.h bzw ca nr str u.a",
    "es": "sr sra srta dr dra ud uds d",
    "tr": "sn dr prof av doç öğr yrd",
    "ku": "dr prof",
}
# These are abbreviations only before a figure: "No. 5", "Nov. 10" - but "He said no. Then he left."
_NUMBERED: Final = "no nos p pp vol fig art sec ch nr jan feb mar apr jun jul aug sep sept oct nov dec"
# These may stand at the end of a sentence; the next word decides.
_OPEN: Final = "inc corp ltd co jr sr bros ave blvd rd dept univ assn approx est al ext gmbh plc llc"
_STARTERS: Final = (
    "the a an he she it we they i you this that these those there here his her its their our my in on at but and or "
    "so if when while as for after before however meanwhile what who why how where no not some many most both since "
    "although though now then also with by from according asked under during despite because one two last earlier "
    "later yet still even such every all just let do is are was were did can will would could should another other "
    "others each nor neither once only perhaps until unless whether according among between few several nobody "
    "nothing everyone everybody someone today yesterday tomorrow soon "
    "that's it's"
)

# د. doctor, أ. professor or Mr, م. engineer; with و and ل written on.
_TITLES_AR: Final = "د أ م أ.د ا.د أ.م.د ود وأ وأ.د ولد لد الد والد أ.م"
# Latin letters as Arabic spells them: initials when alone (دي آر. بوبو has one acronym of two).
_LETTER_NAMES_AR: Final = (
    "إيه ايه أيه بي سي دي إي إف اف جي جيه إتش اتش آي كيه كي إل ال إم ام إن او أو كيو آر ار إس اس تي يو في دبليو إكس "
    "اكس واي زد زي"
)
# After a quoted question or cry, these words still belong to it; the particles after any quotation.
_REPORTING_AR: Final = (
    "قال قالت قالوا يقول تقول تساءل تساءلت سأل سألت صرح صرحت أضاف أضافت أكد أكدت كتب كتبت صاح صرخ هتف هتفت أوضح أوضحت "
    "كما هكذا بهذه"
)
_ATTRIBUTING_AR: Final = "حسب حسبما بحسب وفق وفقا نقلا"
_REPORTING_EN: Final = (
    "said says asked asks wrote writes added adds told replied replies shouted chanted exclaimed wondered tweeted "
    "declared insisted joked quipped recalled cried"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


REPORTING_AR: Final = _words(_REPORTING_AR)
ATTRIBUTING_AR: Final = _words(_ATTRIBUTING_AR)
REPORTING_EN: Final = _words(_REPORTING_EN)
LETTER_NAMES_AR: Final = _words(_LETTER_NAMES_AR)
TITLES_AR: Final = _words(_TITLES_AR)


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """``titles`` never end a sentence, ``numbered`` not before a figure, ``open`` not unless a starter follows."""

    titles: frozenset[str]
    numbered: frozenset[str]
    open: frozenset[str]
    starters: frozenset[str]


_LATIN: Final = Abbreviations(_words(_TITLES_EN), _words(_NUMBERED), _words(_OPEN), _words(_STARTERS))


def abbreviations(language: str) -> Abbreviations:
    """Return the table for a primary language subtag. English words occur in Arabic news, so all share them."""
    extra = _words(_TITLES_OTHER.get(language, ""))
    return Abbreviations(_LATIN.titles | extra, _LATIN.numbered, _LATIN.open, _LATIN.starters)
