"""What an English sentence that speaks of its own text can claim: each facet is a self-reference and a family of claims.

Composed from ``disclaimer_words_english``, searched anywhere in the folded sentence unless anchored. A facet
not marked ``of_itself=False`` is only tried where the sentence has the self-reference; none on reported speech.
"""

# ruff: noqa: E501  one facet, one line: a wrapped pattern is harder to read than a long one

from __future__ import annotations

from typing import Final

from archive.chain.disclaimer_rules import Facets, Late, cue_words, facet
from archive.chain.disclaimer_words_english import (
    ALONE,
    ANSWER,
    APPEARED,
    AUTHOR,
    BE,
    CHECKED,
    EDITED,
    END,
    HEREIN,
    LANGUAGE,
    LEAVE,
    LEFT_OUT,
    NEVER,
    NOTE,
    NOUNS,
    OTHERS,
    OURS,
    PARTS,
    PUBLISH,
    PUBLISHED,
    PURPOSE,
    REWORKED,
    SELF,
    SHORTENED,
    SMALL,
    SOURCE,
    STATE,
    SUBJECT,
    THIS,
    TRANSLATED,
    TRANSLATION,
    VIEWS,
)

_NAME: Final = r"(?:[^.;()]|(?<=\b\w)\.)+?"
_PLAIN: Final = r"(?:(?!(?:who|that|which|says?|because|after|when|calls?|but)\b)[\w,'’&-]+\s+)"
"""Words that keep the subject of the sentence."""
# "translated from a version published by X" names a publisher, not a translator.
_OF_ANOTHER: Final = "".join(
    rf"(?<!\b{verb}\s)"
    for verb in [
        "published",
        "issued",
        "released",
        "written",
        "produced",
        "printed",
        "posted",
        "provided",
        "reported",
        "distributed",
        "run",
    ]
)
_BY: Final = rf"(?:\s*{_PLAIN}{{0,7}}?{_OF_ANOTHER}\bby\s+(?P<by>(?:[^.;()]|(?<=\b\w)\.)+))?"
_BY_NOW: Final = r"(?:\s+by\s+(?P<by>(?:[^.;()]|(?<=\b\w)\.)+))?"
_WHAT: Final = rf"(?:(?:the|all|any|its|their|these|such)\s+)*{VIEWS}(?:(?:,\s*|\s+(?:and|or)\s+)(?:the\s+)?{VIEWS})*"
_OF_SELF: Final = rf"(?:\s+(?:that\s+(?:are\s+)?|which\s+are\s+)?(?:\w+ed\s+|put\s+forward\s+|set\s+out\s+|found\s+)?(?:(?:in|on|of|by|within|throughout)\s+(?:{THIS}|{OTHERS})|{HEREIN}|here|above|below|in\s+it|on\s+\w+\s+(?:pages?|(?:web)?site)))"
_POLICY: Final = rf"(?:{VIEWS}|polic\w+|stances?|lines?|those|endors\w+|approv\w+|agree\w+|our|us|outlook)"

_TRANSLATION: Final = (
    facet("translation", rf"{NOTE}{SUBJECT}\s+{BE}\s+{_PLAIN}{{0,12}}?{TRANSLATED}{_BY}", "translated"),
    facet("translation", rf"{NOTE}{SUBJECT}\s+{BE}\s+{_PLAIN}{{0,8}}?(?:an?|our|in|the|own)\s+{SMALL}{{0,3}}?(?:{TRANSLATION}|{LANGUAGE}\s+(?:version|adaptation)\b){_BY_NOW}", "translated"),
    facet("translation", rf"{NOTE}(?:this|here|below|what\s+follows)\s+(?:is|follows|comes)\s+(?:an?|our|the)\s+{SMALL}{{0,3}}?(?:{TRANSLATION}|{LANGUAGE}\s+(?:version|adaptation)\b)(?=\s+of\s+(?:an?|the|this|that)\s+{SMALL}{{0,3}}?{NOUNS}\b|\s+(?:by|and|which|from)\b|,|{END}){_BY_NOW}", "translated", of_itself=False),
    facet("translation", rf"{NOTE}(?:the\s+|our\s+)?(?:{LANGUAGE}\s+)?(?:{TRANSLATION}|(?:english|arabic)\b)\s*(?:from\s+(?:the\s+)?{LANGUAGE}\s+)?(?:is|was|are)\s+(?:ours?|our\s+own|mine|unofficial|the\s+(?:editors?|newsroom|staff)['’]s?|by\s+(?P<by>{_NAME})){END}", "translated", of_itself=False),
    facet("translation", rf"{NOTE}{TRANSLATED}[^,.;]*?\bby\s+(?:(?:our|the|members\s+of|volunteers?\s+of)\s+)*(?:[\w-]+\s+)?(?:staff|desk|team|volunteers?|editors?|newsroom|translators?|students?)\b[^,.;]{{0,40}}{END}", "translated", of_itself=False),
    facet("translation", rf"{NOTE}(?:edit(?:ing|ors?)|proof-?reading|revision)\s*(?::|by)\s*{_NAME}{END}", "edited", follows=True, of_itself=False),
    facet("translation", rf"{NOTE}(?:(?:edited|abridged|condensed|compiled|shortened|adapted|summari[sz]ed|automatically|machine|freely|specially|kindly|then|also|first|text|story|article|piece|report|essay|column|interview|original)\s*(?:,|and|-)?\s+)*{TRANSLATED}[^,.;]*?\bby\s+(?P<by>{_NAME})(?:\s+(?:for|from|on|in|and|with)\s[^;]*)?{END}", "translated", needs_name=True, of_itself=False),
    facet("translation", rf"{NOTE}(?:(?:edited|abridged|automatically|machine|freely)\s*(?:,|and|-)?\s+)*{TRANSLATED}\s*(?:and\s+\w+\s+)?(?:from|into)\s+(?:the\s+)?(?:original\s+)?{LANGUAGE}(?:\s+(?:original|text|edition|version|into\s+\w+))?{END}", "translated", of_itself=False),
    facet("translation", rf"{NOTE}(?:(?:the|our|an?|own|unofficial|full|free|abridged|{LANGUAGE})\s+)*(?:{TRANSLATION}|(?<=lish\s)(?:version|text)|(?<=abic\s)(?:version|text))(?:\s+(?:and|&)\s+\w+)?(?:\s+of\s+{THIS})?\s*(?::|–|—|-|©|(?:(?:is|was)\s+)?(?:made\s+|provided\s+|prepared\s+|produced\s+|supplied\s+|done\s+)?|(?=by\s))\s*(?:by|the\s+work\s+of|due\s+to|courtesy\s+of|that\s+of)?\s*(?P<by>{_NAME})(?={END}|,|\s+(?:and|for|with)\s)", "translated", needs_name=True, of_itself=False),
    facet("translation", rf"{NOTE}(?:the\s+translator|translator)\s*(?:is|was|:)\s*(?P<by>{_NAME}){END}", "translated", needs_name=True, of_itself=False),
    facet("translation", rf"{NOTE}{STATE}(?P<by>[^.,;:]{{2,60}}?)\s+(?:has\s+|have\s+)?(?:\w+ly\s+)?(?:translated|rendered|adapted)(?:(?:,|\s+and)\s+\w+ed)*\s+{THIS}", "translated", needs_name=True),
    facet("translation", rf"{NOTE}(?:we|our\s+{SMALL}{{0,2}}?\w+|the\s+(?:editors?|translators?|desk))\s+(?:have\s+|has\s+)?(?:\w+ly\s+)?(?:translated|rendered|adapted)(?:(?:,|\s+and)\s+\w+ed)*\s+{THIS}", "translated"),
    facet("translation", rf"{NOTE}{STATE}(?P<by>[^.,;:]{{2,60}}?)\s+(?:has\s+|have\s+)?(?:turned|put|rendered|brought)\s+{THIS}\s+into\s+{LANGUAGE}", "translated"),
    facet("translation", rf"{NOTE}{STATE}(?P<party>[^.,;:]{{2,60}}?)\s+(?:also\s+|regularly\s+)?translates\s+[^.;]{{0,60}}?\b(?:press|media|articles|columns|newspapers|reports|stories)\b", "translated", needs_name=True, of_itself=False, follows=True),
    facet("translation", rf"\b(?:to|for|of|in)\s+(?:\w+\s+and\s+)?translat(?:e|ing)\b[^.;]{{0,40}}?{THIS}", "translated"),
    facet("translation", rf"{NOTE}(?:this|the\s+(?:present|above|following|foregoing))\s+{SMALL}{{0,2}}?{TRANSLATION}\s+(?:follows|is|was|has|differs|departs|uses|keeps|omits|appears|comes|may|should|does|aims|tries|preserves|reproduces)\b", "translated"),
    facet("translation", rf"\b(?:consult|refer\s+to|see|rely\s+on)\s+the\s+(?:{LANGUAGE}|original)\b[^.;]{{0,60}}?\b(?:authoritative|doubt|translation|reference)\b", "translated"),
    facet("translation", rf"{SUBJECT}[^.;]{{0,60}}?\bin\s+(?:an?\s+|our\s+|[\w.\s-]{{2,40}}['’]s\s+)(?:\w+\s+)?{TRANSLATION}{_BY_NOW}", "translated"),
    facet("translation", r"\b(?:discrepan\w+|differ\w*|doubt|conflicts?|ambiguit\w+|diverge\w*|inconsisten\w+|disput\w+)\b.*\b(?:prevails?|authoritative|binding|precedence|controls?|governs?|definitive|relied)\b", "translated"),
    facet("translation", rf"\b(?:{LANGUAGE}|original)\s+(?:text|version|article|original|piece)\b[^.;]{{0,40}}?\b(?:prevails?|authoritative|binding|precedence|definitive)\b.*\b(?:discrepan\w+|differ\w*|doubt|conflicts?|diverge\w*)", "translated"),
    facet("translation", rf"\b(?:errors?|mistakes?|slips?|inaccurac\w+|faults?|shortcomings?|infelicit\w+|mistranslations?)\b[^.;]{{0,30}}?\b(?:this|our|the)\s+(?:{LANGUAGE}\s+)?{TRANSLATION}[^.;]*\b(?:ours?|alone|translators?['’]?s?|responsib\w+|editors?|mine|own)\b", "translated", of_itself=False),
    facet("translation", rf"\btranslators?\b[^.;]{{0,40}}?\b(?:{ANSWER})[^.;]{{0,40}}?\b(?:errors?|mistakes?|slips?|translation|rendering)\b", "translated"),
)  # fmt: skip

_EDITING: Final = (
    facet("abridgement", rf"{NOTE}{SUBJECT}\s+{BE}\s+{_PLAIN}{{0,10}}?(?:{EDITED}|{SHORTENED}\b(?!\s+by\s+\d)){_BY}"),
    facet("abridgement", rf"{NOTE}(?:{SUBJECT}|it)\s+{BE}\s+{_PLAIN}{{0,10}}?(?:{EDITED}|{SHORTENED}|{REWORKED}|{LEFT_OUT})\b[^.;]{{0,40}}?\b{PURPOSE}", follows=True, of_itself=False),
    facet("abridgement", rf"{NOTE}{SUBJECT}\s+{BE}\s+{_PLAIN}{{0,10}}?(?:{REWORKED}|cut)\b[^.;]{{0,40}}?\b(?:{PURPOSE}|by\s+(?:our|the)\s+(?:{LANGUAGE}\s+|own\s+)?(?:editors?|staff|desk|newsroom|team))"),
    facet("abridgement", rf"{NOTE}(?:(?:lightly|slightly|also|minimally|heavily|translated|and)\s+)*(?:{EDITED}|{SHORTENED})(?:(?:,|\s+and|\s+or)\s+\w+)*\s+{PURPOSE}[^.,;]*(?:,\s+(?:and\s+)?\w+)*{END}", of_itself=False),
    facet("abridgement", rf"\b{BE}\s+(?:\w+\s+)?{LEFT_OUT}\s+from\s+{THIS}", "abridged"),
    facet("abridgement", rf"{NOTE}(?:{PURPOSE}|(?:for|due\s+to|because\s+of|owing\s+to)\s+[^.;,]{{3,30}})[^.;]{{0,40}}?\b(?:the|this)\s+(?:\w+\s+)?{NOUNS}\s+{BE}\s+{_PLAIN}{{0,6}}?(?:{EDITED}|{SHORTENED}|cut)\b", of_itself=False),
    facet("abridgement", rf"{NOTE}{SUBJECT}\s+{BE}\s+(?:\w+\s+)?shorter\s+than\s+the\s+original", "abridged"),
    facet("abridgement", rf"\b(?:{PARTS}|quotes|places?|dates?)\b[^.;]{{0,30}}?\b(?:of|from|in)\s+{THIS}\s+(?:have\s+been|has\s+been|were|was)\s+(?:\w+\s+)?{REWORKED}", "edited"),
    facet("abridgement", rf"{NOTE}(?:\w+\s+){{0,3}}?(?:errors?|mistakes?|typos|slips)\s+(?:in|of)\s+(?:{THIS}|the\s+original)\s+(?:have\s+been|has\s+been|were|was)\s+(?:\w+\s+)?(?:corrected|fixed|amended)", "edited", of_itself=False),
    facet("abridgement", rf"\b(?:edits|changes|cuts|revisions|corrections|amendments|alterations|modifications|adjustments)\b[^.;]{{0,30}}?\b(?:made|introduced|applied)\b[^.;]{{0,20}}?\b(?:to|into|in)\s+{THIS}", "edited"),
    facet("abridgement", rf"\b(?:made|introduced|applied)\s+{SMALL}{{0,3}}?(?:edits|changes|cuts|revisions|corrections|amendments|alterations|modifications|adjustments)\s+to\s+{THIS}", "edited"),
    facet("abridgement", rf"{NOTE}(?:we|our\s+\w+|the\s+editors?|{STATE}[^.,;:]{{2,40}}?)\s+(?:have\s+|has\s+)?(?:\w+ly\s+)?(?:{EDITED}|{SHORTENED}|{REWORKED}|{LEFT_OUT})(?:(?:,|\s+and)\s+\w+ed)*\s+(?:(?:some|a\s+few|several|certain|\w+)\s+)?(?:{PARTS}\s+(?:of|from|in)\s+)?{THIS}"),
    facet("abridgement", rf"{NOTE}(?:the\s+)?(?:original\s+)?(?:headlines?|titles?|subheadings?|subtitles?)\s+(?:of\s+{THIS}\s+)?(?:(?:was|were|is|are|has\s+been|have\s+been)\s+(?:\w+\s+)?(?:changed|chosen|added|supplied|written|provided|modified|altered|ours|the\s+editors?['’]s?)|(?:is|are)\s+(?:ours|the\s+editors?['’]s?))\b(?:\s+by\s+(?:{OURS}|{SMALL}{{0,2}}editors?)|{END})", "edited", of_itself=False),
    facet("abridgement", rf"{THIS}[^.;]{{0,60}}?\bin\s+(?:an?\s+)?(?:\w+ly\s+)?(?:edited\s+and\s+)?(?:{SHORTENED}|edited)\s+(?:form|version)\b"),
    facet("abridgement", rf"{NOTE}(?:{SUBJECT}|this|here|below|it)\s+(?:is|was|follows)\s+(?:an?|our|the)\s+(?:\w+ly\s+)?(?:\w+,?\s+(?:and\s+)?)?(?:{SHORTENED}|edited|shorter)\b[^.;]{{0,30}}?\b(?:version|form|text|translation|transcript|excerpt|adaptation)\b", of_itself=False),
    facet("abridgement", rf"{NOTE}(?:{SHORTENED}|extracted)\s+(?:and\s+\w+\s+)?from\s[^,;]*{END}", "abridged", of_itself=False),
    facet("abridgement", rf"{NOTE}{SUBJECT}\s+(?:is|was)\s+(?:an?\s+)?(?:excerpt|extract|selection|part)s?\s+(?:of|from)\b", "abridged"),
    facet("abridgement", rf"\b(?:some|certain|sensitive|identifying|several)\s+(?:\w+\s+)?(?:material|content|information|details|names|passages)\b[^.;]{{0,40}}?\b(?:have\s+been|has\s+been|were|was)\s+(?:\w+\s+)?{LEFT_OUT}\s+from\s+{THIS}", "abridged"),
    facet("abridgement", rf"\b{PARTS}\b[^.;]{{0,30}}?\b(?:of|from|in)\s+(?:the\s+(?:\w+\s+)?original|{THIS})\b[^.;]{{0,30}}?\b(?:have\s+been|has\s+been|were|was|are|is)\s+(?:\w+\s+)?(?:{LEFT_OUT}|{SHORTENED})", "abridged"),
)  # fmt: skip

_RESPONSIBILITY: Final = (
    facet("responsibility", rf"(?<!not\s)(?<!not\sthe\s)(?<!nor\s)(?<!nor\sthe\s)(?<!neither\sthe\s)\b{AUTHOR}\b(?!\s*,?\s+(?:nor|or|and)\b)(?:(?!{NEVER})[^.;]){{0,60}}?\b{ANSWER}", responsibility="author"),
    facet("responsibility", rf"\b{ANSWER}[^.;]{{0,140}}?\b(?:with|of|to|by|on|upon|is)\s+{ALONE}{AUTHOR}", responsibility="author"),
    facet("responsibility", rf"{NOTE}(?:{_WHAT}{_OF_SELF}?|(?:everything|all|anything)\s+{HEREIN})\s+(?:are|is|remains?|belongs?|reflects?|represents?|expresses?|should\s+be\s+(?:attributed|ascribed)|must\s+be\s+attributed)\s+(?:to\s+)?(?:{ALONE}(?:those\s+of\s+|that\s+of\s+|the\s+{SMALL}{{0,2}}?(?:{VIEWS}|property)\s+of\s+|to\s+)?{AUTHOR}|{ALONE}(?:his|her|their)\s+own\b|[\w.\s-]{{2,40}}['’]s\s+(?:own|alone)\b)", responsibility="author", of_itself=False),
    facet("responsibility", rf"{NOTE}(?:this|the\s+(?:above|following))\s+is\s+an?\s+(?:opinion|comment|personal|guest)\b[^.;]{{0,20}}?\b{NOUNS}{END}", of_itself=False),
    facet("responsibility", rf"{THIS}\s+(?:only\s+|solely\s+)?(?:is|are|reflects?|represents?|expresses|conveys?|sets\s+out|gives|states)\s+(?:only\s+|solely\s+)?(?:the\s+)?{SMALL}{{0,2}}?(?:{VIEWS}|those)\s+of\s+{AUTHOR}", responsibility="author"),
    facet("responsibility", rf"{THIS}\s+(?:only\s+|solely\s+)?(?:reflects?|represents?|expresses|conveys?|sets\s+out|gives)\s+(?:only\s+|solely\s+)?{AUTHOR}\s+{SMALL}{{0,2}}?{VIEWS}", responsibility="author"),
    facet("responsibility", rf"(?:{THIS}|{_WHAT}{_OF_SELF})\s+(?:commits?|binds?|engages?)\s+(?:only|none\s+but|nobody\s+but|no\s+one\s+but)\s+{AUTHOR}", responsibility="author"),
    facet("responsibility", rf"{NOTE}(?:{_WHAT}(?:{_OF_SELF}|\s+(?:expressed|stated|presented|voiced))?\s+(?:are|is)\s+{ALONE}personal|(?:these|they|those)\s+are\s+{ALONE}{AUTHOR}\s+{SMALL}{{0,2}}?{VIEWS}|{AUTHOR}\s+(?:writes?|speaks?|is\s+writing)\s+in\s+(?:an?|his|her|their)\s+(?:own\s+|strictly\s+|purely\s+)?(?:personal|private|individual)\s+capacity)\b", responsibility="author", of_itself=False),
    facet("responsibility", rf"{NOTE}{_WHAT}(?:{_OF_SELF}|\s+(?:expressed|stated|presented|voiced|published|made))\s+(?:are|is|remains?)\s+{ALONE}(?:those\s+of\s+|that\s+of\s+|(?:the\s+)?(?:sole\s+|full\s+)?responsibility\s+of\s+){ALONE}{SOURCE}", responsibility="source", of_itself=False),
    facet("responsibility", rf"{NOTE}{_WHAT}\s+(?:expressed|stated|presented|voiced|published|made)\s+(?:are|is|remains?)\s+{ALONE}(?:the\s+)?(?:sole\s+|full\s+)?responsibility\s+of\s+{ALONE}{AUTHOR}", responsibility="author", of_itself=False),
    facet("responsibility", rf"{NOTE}{STATE}[^.;:,]{{2,50}}?\s+(?:(?:accepts?|bears?|assumes?|takes?|has|have)\s+no|(?:is|are)\s+not|cannot\s+be\s+held)\s+{SMALL}{{0,2}}?(?:responsib\w+|liab\w+)(?:\s+for\s+(?:it|them|its\s+{VIEWS}|any\s+errors?))?{END}", responsibility="nobody", follows=True, of_itself=False),
    facet("responsibility", rf"{NOTE}(?:{AUTHOR}|whoever\s+signs?\s+\w+\s+{NOUNS})\s+{SMALL}{{0,3}}?{ANSWER}\s+(?:for\s+)?(?:(?:their|his|her)\s+(?:own\s+)?(?:words|{VIEWS}|texts?|{NOUNS})|what\s+(?:they|he|she)\s+\w+|it|them){END}", responsibility="author", of_itself=False),
    facet("responsibility", rf"{NOTE}(?:(?:all|signed|opinion|published|guest|the)\s+)*(?:articles|columns|op-eds|pieces|texts|posts|essays|commentaries|contributions|editorials)\s+(?:published\s+[^.,;]{{2,30}}\s+)?(?:only\s+|solely\s+)?(?:reflect|represent|express|are)\s+{ALONE}(?:the\s+)?(?:{SMALL}{{0,2}}?{VIEWS}\s+of\s+|responsibility\s+of\s+){ALONE}{AUTHOR}", responsibility="author", of_itself=False),
    facet("responsibility", rf"{NOTE}(?:its|the)\s+{SMALL}{{0,2}}?(?:authors?|writers?)\s+{SMALL}{{0,3}}?{ANSWER}\s+(?:for\s+)?(?:what\s+it\s+\w+|its\s+\w+|it)\b", responsibility="author", follows=True, of_itself=False),
    facet("responsibility", rf"\b{SOURCE}(?:(?!{NEVER})[^.;]){{0,60}}?\b{ANSWER}", responsibility="source"),
    facet("responsibility", rf"\b{ANSWER}[^.;]{{0,120}}?\b(?:with|of|to|by|on|upon)\s+{ALONE}{SOURCE}", responsibility="source"),
    facet("responsibility", rf"{NOTE}{STATE}(?P<party>[^.,;:]{{2,60}}?)(?:,[^,;]{{3,60}},)?\s+(?:remains?|is|bears?|alone|has|takes?)\s+{SMALL}{{0,3}}?{ANSWER}\s+(?:for|of)\s+(?:the\s+|its\s+|their\s+|all\s+)*(?:accuracy\s+of\s+)?(?:the\s+|its\s+)?{VIEWS}{END}", responsibility="source", needs_name=True, of_itself=False),
    facet("responsibility", rf"{NOTE}{STATE}[^;:]{{2,90}}?{NEVER}[^.;]{{0,40}}?\b{ANSWER}", responsibility="nobody", unless=rf"\bnot\s+(?:with\s+|of\s+|by\s+)?{AUTHOR}\s*,"),
    facet("responsibility", rf"{NOTE}{STATE}[^.;:]{{2,60}}?\b(?:disclaims?|declines?|waives?|rejects?|excludes?|disavows?)\s+{SMALL}{{0,2}}?{ANSWER}", responsibility="nobody"),
    facet("responsibility", rf"{NOTE}(?:use|reliance|readers?)\b[^.;]{{0,60}}?\b(?:at\s+(?:your|their|the\s+reader['’]s)\s+own\s+risk)", responsibility="nobody"),
)  # fmt: skip

_ENDORSEMENT: Final = (
    facet("endorsement", rf"(?:{_WHAT}(?:{_OF_SELF})|{THIS}|{AUTHOR}\s+{VIEWS})[^.;]{{0,60}}?{NEVER}[^.;]{{0,40}}?\b(?:reflect\w*|represent\w*|express\w*|mirror\w*|speak\s+for|coincide\w*|correspond|attributed|ascribed|construed|read\s+as|taken\s+(?:as|for|to)|mistaken\s+for|confused\s+with|interpreted|seen\s+as|viewed\s+as|regarded\s+as|understood\s+as|mean\b|imply|constitute|signify|amount|commit|bind)(?!\s+(?:the\s+)?(?:facts|reality|truth|situation|change|a\s+change)\b)(?!\s+(?:only\s+)?(?:the\s+)?(?:views|opinions)\s+of\s+the\s+author)[^.;]*", "not_endorsed", unless=rf"{NEVER}[^.;]{{0,30}}?\b(?:but|except)\s+(?:only\s+)?(?:those|that)\s+of\s+{AUTHOR}"),
    facet("endorsement", rf"(?:{_WHAT}{_OF_SELF}|{AUTHOR}\s+{VIEWS}|{THIS})[^.;]{{0,60}}?{NEVER}\s+(?:necessarily\s+|always\s+|be\s+)*(?:an?\s+(?:\w+\s+)?(?:position|policy|view|opinion|statement)\s+of|those\s+of|that\s+of|the\s+(?:\w+\s+)?{VIEWS}\s+of|shared|endorsed|ours\b|our\s+own)(?!\s+{AUTHOR})", "not_endorsed"),
    facet("endorsement", rf"{NOTE}{_WHAT}{_OF_SELF}?\s+(?:are|is|remain)\b[^.;]{{0,60}}?{NEVER}\s+(?:necessarily\s+)?(?:ours|those\s+of|that\s+of|(?:by\s+)?{OURS})", "not_endorsed", follows=True, of_itself=False),
    facet("endorsement", rf"{NOTE}{_WHAT}{_OF_SELF}?\s+(?:are|is|remain|belong)\b[^.;]{{0,30}}?{AUTHOR}[^.;]{{0,30}}?{NEVER}\s+(?:necessarily\s+)?(?:been\s+)?(?:reflect|represent|express|those|speak|ours|shared|mirror|approved|endorsed|vetted)", "not_endorsed", of_itself=False),
    facet("endorsement", rf"{NEVER}\s+(?:does\s+it\s+|do\s+we\s+|been\s+|necessarily\s+|always\s+|in\s+any\s+way\s+|by\s+this\s+)*(?:approved|sanctioned|defends?|agrees?|endors(?:e|es|ed|ing)|shares?|adopts?|supports?|subscribes?|approves?|stands?\s+by|concurs?)\b[^.;]*(?:{SELF}|\bit\b)", "not_endorsed"),
    facet("endorsement", rf"{NOTE}(?:nothing|none|no\s+part)\b[^.;]{{0,40}}?{SELF}[^.;]{{0,30}}?\b(?:is|are|represents?|constitutes?|reflects?|expresses)\b[^.;]{{0,40}}?\b(?:{VIEWS}|line|stance|polic\w+)\b", "not_endorsed"),
    facet("endorsement", r"\b(?:nothing|no\s+part|no\s+\w+)\b[^.;]{0,40}?\bshould\b[^.;]{0,30}?\b(?:read|taken|construed|understood|attributed|regarded)\b", "not_endorsed"),
    facet("endorsement", rf"\b(?:publish(?:ing)?|publication|republish\w*|republication|appearance|inclusion|reproduc\w+|translating|translation|posting|running|hosting)\b[^.;]{{0,60}}?{NEVER}[^.;]{{0,50}}?\b(?:endors\w+|approv\w+|agree\w+|support\w*|sympathy)", "not_endorsed"),
    facet("endorsement", rf"{THIS}[^.;]{{0,60}}?\bwithout\s+(?:\w+\s+){{0,2}}?(?:taking\s+(?:sides|a\s+position)|endors\w+|approv\w+|adopting|sharing)", "not_endorsed"),
    facet("endorsement", r"\b(?:takes?|holds?|adopts?|has|have)\s+no\s+(?:\w+\s+)?(?:position|stance|side|view)\s+(?:on|in|about|regarding)\b", "not_endorsed"),
    facet("endorsement", rf"{NEVER}[^.;]{{0,30}}?\bspeaks?\s+for\s+(?:{OURS}|the\s+\w)", "not_endorsed"),
)  # fmt: skip

_OTHER: Final = (
    facet("verification", rf"(?:{NEVER}|\b(?:fail\w*|unable|lack\w*|impossible|difficult|unverified)\b)[^;]{{0,70}}?\b{CHECKED}\b(?!\s+(?:the\s+)?(?:attendance|candidates))", "not_verified"),
    facet("verification", r"\b(?:unverified|unconfirmed|uncorroborated|unchecked|yet\s+to\s+be\s+(?:verified|confirmed)|awaits?\s+(?:verification|confirmation))\b", "not_verified"),
    facet("endorsement", rf"{NOTE}[^.;:]{{2,60}}?{NEVER}\s+(?:necessarily\s+)?(?:endors\w+|shares?|adopts?|supports?|agrees?\s+with)\s+(?:any\s+of\s+|all\s+of\s+)?(?:its|their|these|those)\s+{SMALL}{{0,2}}?(?:{VIEWS}|contents?|conclusions?|claims?){END}", "not_endorsed", follows=True, of_itself=False),
    facet("verification", rf"{NOTE}[^.;:]{{2,60}}?{NEVER}[^.;]{{0,40}}?{CHECKED}\s+(?:for\s+)?(?:independently\s+)?(?:any\s+of\s+|all\s+of\s+)?(?:its|their|the|these|those)\s+{SMALL}{{0,2}}?(?:{VIEWS}|accuracy){END}", "not_verified", follows=True, of_itself=False),
    facet("permission", rf"{NOTE}{SUBJECT}\s+(?:{BE}\s+)?[^.;]{{0,60}}?\b(?:with|by|under|through|thanks\s+to|in)\s+(?:an?\s+|the\s+)?{SMALL}{{0,3}}?{LEAVE}\b(?:\s+(?:of|from|with)\s+(?P<permitter>{_NAME})(?={END}|[,;]|\s+(?:and|under|in)\s))?", "permission"),
    facet("permission", rf"{NOTE}(?:{PUBLISHED}(?:\s+and\s+\w+)?)\s+(?:here\s+|in\s+\w+\s+)?(?:with|by|under|through|in|courtesy)\s*(?:an?\s+|the\s+)?{SMALL}{{0,3}}?(?:{LEAVE}\s+)?(?:of|from|with)\s+(?P<permitter>{_NAME}){END}", "permission", needs_name=True, of_itself=False, unless=rf"^(?!.*(?:{LEAVE})\b)"),
    facet("permission", rf"{NOTE}{PUBLISHED}[^.,;]{{0,60}}?\b(?:with|by|under)\s+{SMALL}{{0,4}}?(?:permission|consent|leave|licen[cs]e|authori[sz]ation)\b[^.,;]{{0,40}}{END}", "permission", of_itself=False),
    facet("permission", rf"{NOTE}(?:(?:by|with)\s+(?:the\s+)?{SMALL}{{0,2}}?(?:permission|consent|leave|courtesy)\s+(?:of|from)|{PUBLISHED}\s+(?:here\s+)?with\s+{SMALL}{{0,2}}?thanks\s+to)\s+(?P<permitter>{_NAME}){END}", "permission", needs_name=True, of_itself=False),
    facet("permission", r"\b(?:agreed|consented|assented)\s+to\s+(?:the\s+|our\s+|its\s+)?(?:re)?(?:publication|publishing|translation|printing|posting|use|translating)\b", "permission"),
    facet("permission", rf"{NOTE}{PUBLISHED}\s+(?:here\s+)?with\s+{SMALL}{{0,2}}?{LEAVE}\s+(?:of|from)\s+{AUTHOR}", "permission", of_itself=False),
    facet("permission", rf"\b(?:permission|consent|leave|licen[cs]e|right|rights|allow(?:ed|ing)|permit(?:ted|ting)|authori[sz](?:ed|ing))\b[^.;]{{0,40}}?\b(?:to|for)\s+(?:{PUBLISH}|(?:re)?(?:publishing|printing|producing|posting|translating|using))\b[^.;]{{0,50}}?{THIS}", "permission"),
    facet("permission", rf"{THIS}[^.;]{{0,60}}?\b(?:creative\s+commons|cc\s+by|open\s+licen[cs]e)\b", "permission"),
    facet("permission", rf"{THIS}[^.;]{{0,60}}?\bcourtesy\s+of\s+(?P<permitter>{_NAME}){END}", "permission"),
    facet("source", rf"{NOTE}{SUBJECT}\s+(?:(?:was|has|had|have|is)\s+)?(?:been\s+)?(?:originally|first|previously|initially|already|earlier)\s+{APPEARED}\b(?:\s+(?:by|in|on)\s+(?!{LANGUAGE}\b)(?P<source>{_NAME}))?(?={END}|[,;]|\s+(?:and|on|in|under)\s)"),
    facet("source", rf"{NOTE}(?:the\s+)?(?:original\s+{LANGUAGE}|{LANGUAGE}\s+original|original)\s+(?:\w+\s+)?{APPEARED}\s+(?:in|by|on)\s+(?P<source>{_NAME}){END}", needs_name=True, of_itself=False),
    facet("source", rf"{NOTE}(?:originally|first|previously|initially)\s+{APPEARED}\s+in\s+{LANGUAGE}\b[^.;,]{{0,40}}{END}", of_itself=False),
    facet("source", rf"{NOTE}{SUBJECT}\s+(?:(?:was|is|has\s+been)\s+)?(?:re-?)?(?:published|printed|produced|posted|taken|drawn|reproduced|supplied|provided|syndicated)\s+(?:here\s+)?(?:from|by)\s+(?!{LANGUAGE}\b)(?P<source>{_NAME})(?={END}|[,;]|\s+(?:and|on|in|under|with)\s)", needs_name=True),
    facet("source", rf"{NOTE}(?:the\s+)?(?:original\s+{LANGUAGE}|{LANGUAGE}\s+original|original)\s+(?:\w+\s+)?{APPEARED}\s+(?:in|by|on)\s+(?P<source>{_NAME}){END}", needs_name=True, of_itself=False),
    facet("source", rf"{NOTE}(?:originally|first|previously|initially)\s+{APPEARED}\s+(?:in\s+{LANGUAGE}\s+)?(?:by|in|on|at)\s+(?!{LANGUAGE}\b)(?P<source>{_NAME})(?:\s+(?:on|under|in)\s[^;]*)?{END}", needs_name=True, of_itself=False),
    facet("source", rf"{NOTE}the\s+(?:original\s+)?(?:{LANGUAGE}\s+)?(?:original|version|text|article|piece)\s+(?:of\s+{THIS}\s+)?(?:(?:was|is|has\s+been)\s+)?(?:first\s+)?(?:{APPEARED}|available|can\s+be\s+(?:read|found|viewed|seen))\b"),
    facet("source", rf"{NOTE}(?:to\s+)?(?:read|see|view|find)\s+(?:the\s+)?(?:full\s+)?(?:{LANGUAGE}\s+)?original\b[^.;]{{0,60}}?\b(?:here|in\s+{LANGUAGE}|at|on|click)\b", of_itself=False),
)  # fmt: skip

ENGLISH_FACETS: Final = Facets(
    rules=_TRANSLATION + _EDITING + _RESPONSIBILITY + _ENDORSEMENT + _OTHER,
    cues=cue_words(
        "this these above below following foregoing preceding present accompanying herein hereof what here"
        " publishes publish republishes reproduces reproduce translates translate prints posts carries hosts translation responsible"
        " third-party external guest user-generated syndicated contributed"
    ),
    opening=Late(
        rf"{NOTE}(?:(?:\w+\s+){{0,3}}(?:(?:re-?)?(?:translat|publi|print|produc|post)|{LANGUAGE}|excerpt|extract|render|adapted|edit|proof|abridged|shortened|condensed|trimmed|publi|print|reproduc|posted|original|first|previous|initial|read|see|view|opinion|view|{VIEWS}|appears|courtesy|headline|title|subhead|they|those|we|our|it|its|author|writer|columnist|signed|articles|pieces|columns|whoever|contributor|errors?\b|mistakes?|permission|consent|leave\s+of)|for\s+(?:reasons|the\s+sake|length|clarity|brevity|space|purposes))"
    ),
    of_itself=Late(SELF),
    speech=Late(
        r"(?<!\bis\s)(?<!\bwhat\s)\bsaid\b|\b(?:says(?!\s+here)|saying|told(?!\s+us\b)|according\s+to|added|adding|argued|claimed\s+that|announced|reported\s+that|explained|wrote|warned|ruled|insist(?:s|ed)|complained|asked|quipped|joked|testified|stressed|noted\s+that|declared|tells|recalled)\b|[“\"][^”\"]{30}"
    ),
)
