"""English words that are written with a capital in names and headlines, yet translated rather than transliterated.

Data. Without them every ``Supreme Court`` would be two missing names. Titles, institutions, directions, faiths, sports
and the small words that stand at the head of a sentence; nationalities and places are ``lexicons/places.toml``'s.
"""

from __future__ import annotations

import re
from typing import Final

_SMALL: Final = """
a about above according across after again against ago all almost along already also although always am among an and
another any anyone are around as at away back be because been before behind being below besides between beyond both
but by can come could dear despite did do does down during each earlier early either else even ever every everyone
everything few first five for four from full further given go good had half has have having he hello her here hers
herself high him himself his historically hopefully how however i if in indeed inside instead into is it its itself
just kind last late later least less let like likely little long look lots made make many may maybe me meanwhile might
mine more moreover most much must my near nearly neither never new next nine no nobody none nor not nothing now
obviously of off often oh ok okay old on once one only onto or other others our ours out outside over own people per
perhaps please plus previously quite rather really right same second seen seven shall she should similarly since six
small so some someone something sometimes soon still such sure take ten than thank thanks that the their theirs them
then there therefore these they thing things think third this those though three through throughout thus to today
together tomorrow tonight too top toward towards traditionally two under unless unlike until up upon us used using
usually very via was watch way we well were what whatever when where whereas whether which while who whoever whole
whom whose why will with within without would yes yesterday yet you young your yours zero
"""
_TITLES: Final = """
admiral ambassador attorney baron baroness bishop boss brigadier brother captain cardinal caliph chairman chairwoman
chancellor chief colonel commander commissioner congressman congresswoman constable corporal councillor count countess
crown dame deputy detective director doctor dr duchess duke emir emperor empress father field first founder gen general
gov governor head imam inspector journalist judge justice king lady leader lieutenant lord lt madam major manager
marshal mayor member members minister miss mother mr mrs ms officer police pope premier president presiding prime prince
princess prof professor queen rabbi rep representative rev reverend secretary sen senator sergeant sgt sheikh sheriff
sir sister speaker spokesman spokesperson spokeswoman st saint sultan teacher vice
"""
_INSTITUTIONS: Final = """
academy act action administration advisory affairs agency agreement agriculture aid air alliance amendment appeal
appeals army art artificial arts assembly association athletics authority award awards bank bar bars basin bay beach
bell bible bill board body book border boutique bridge brigade brigades broadcasting budget building bureau business
cabinet camp campaign castle cathedral cause center central centre century chamber champions championship channel
charter child children christian christianity christmas church churches circuit city class clinic club coalition coast
code college columnist command commerce commission committee common commons commonwealth communist community company
conference congress conservation conservative conservatives constitution constitutional convention cooperation corps
correspondent council country county court courts criminal crisis cross culture cup customs day death declaration
defence defense degree delegation democracy democrat democratic democrats department desert development diocese
directorate disaster district division drama drought dutch easter east eastern economic economy editor education
election electoral emergency energy enforcement environment environmental episcopal equality establishment evening
events exchange executive exhibition express faculty fair faith family farm farmer fashion federal federation festival
finance financial fire fish flag food football force forces foreign forest forum foundation fourth free freedom friday
front fund future gallery game games gate gender global gold golden government grand great green group guard guardian
guide gulf hall health hell help heritage hill hills history holy home hospital hotel house human humanity hurricane
imperial independence independent indigenous industries industry information initiative innovation institute insurance
intelligence interest interior internal international internet investigation investigations investment iron islam
islamic islamist island islands islamists jail jihad joint journal judicial judiciary jury kingdom knights labor labour
lake land language law league left legal legislative liberal liberals liberation liberty library life lake love lower
machine magazine management maritime market mass media medical medicine meeting memorial men middle military militia
mining ministry minority mission mobile monitor month morning mosque mount mountain mountains movement municipal
museum music muslim muslims nation national nationalist nations natural nature naval navy network news night nobel
north northeast northern northwest nuclear observatory ocean office officer officials olympic olympics online
operation operations opposition order organisation organization orthodox ottoman pacific palace paper parish park
parliament parliamentary party passover peace peninsula people peoples permanent plan planet planning platform player
plaza policy political politics popular port post power prayer premiership presidency presidential press prison
private prize professional program programme progress project prophet prosecution prosecutor protection protestant
protocol province provincial public quran radio railway rain rainfall ramadan reconciliation reconstruction red reform
refugee refugees regiment region regional registry relations relief religion religious report reporter republic
republican republicans research resident residents resolution resource resources respiratory revolution revolutionary
rights river road rock room royal rule rural safety saints salvation science sciences sea season secret section
security senate senior service services session shadow ship shop show silk social socialist society solidarity south
southeast southern southwest space special sport sports spring square staff stadium standards star state states station
statistics stock street strike strip student students study style summer summit sun sunday sunni support supreme
survey syndicate tax team technical technology telegraph television temple territories territory terrorism theater
theatre third times title tobacco tower town trade training transport travel treasury treaty trial tribunal troops
trust truth tunnel union unit united unity university upper urban valley veterans victory village violence vision voice
volunteers voter voters wall war watch water weapons weather week welfare west western white wildlife wind wing winter
witness witnesses woman women work worker workers works world year young youth zone
school schools canal mini tory tories acts advanced advocates asian cold colony cotton cyber daily dome evil
fear hearts highlands highway joker joint
lower magistrates majesty path peach practice pretrial reality rock sailors select side silicon stage superpowers
survivor terminal times total tour troopers virtual wall wester woods
"""
_MODERN: Final = """
android brexit chat data disc discs double email english facebook google iphone tv twitter web wi-fi youtube boxer
black blue brown bull cat dead dog double eagle fox gay hip-hop lion rap tiger gang killer pig bat bats tide premier
struggle tears minutes fragrance crimestoppers phenomenal promoted mauls soars toll tough flash flooding bad benefit
threatening habitat habitats unknown existing cyclist arena scuffles tensions figures standing announcing speaking
"""

TITLES: Final = frozenset(_TITLES.split())
"""A name follows."""
INSTITUTIONS: Final = frozenset(_INSTITUTIONS.split())
"""The words around may be translated with it."""
ORDINARY: Final = frozenset(f"{_SMALL}{_MODERN}".split()) | TITLES | INSTITUTIONS

_DERIVED: Final = re.compile(
    r".{3,}(?:tions?|ments?|ness|ities|ity|ships?|ologists?|ology|ists?|isms?|ances?|ences?|ives?|ous|ful|less|able|ible"
    r"|ically|ingly|ally|hood|wards?|ological|ational|ians?|icans?|icians?|ized|ised|ators?|ants?|ents?|ors|ers)\Z"
)


def is_ordinary(folded: str) -> bool:
    """Whether a translator would look for the meaning rather than the sound; ``folded`` is one word."""
    word = folded.removesuffix("'s").removesuffix("’s")
    return word in ORDINARY or (word.endswith("s") and word[:-1] in ORDINARY) or bool(_DERIVED.match(word))
