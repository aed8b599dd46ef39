"""English wordings of disclaimers: data, over folded sentences. What the groups mean is in ``disclaimer_rules``."""

# ruff: noqa: E501  one rule, one line: a wrapped pattern is harder to read than a long one

from __future__ import annotations

from typing import Final

from archive.chain.disclaimer_rules import Rule, rule

_NOTE: Final = r"^[\W_]*(?:(?:editor|translator|publisher)s?['’]?s?\s+note\W+|disclaimer\W+|note\W+|important\W+)?"
_PIECE: Final = r"(?:article|piece|text|story|report|op-ed|interview|column|commentary|essay|post|item|content|material|translation)s?"
_THIS: Final = rf"(?:(?:this|these|the\s+above|the\s+following|the\s+present|the\s+original)\s+(?:[\w-]+\s+)?{_PIECE}|the\s+{_PIECE}\s+above)"
_BE: Final = r"(?:was|is|were|are|has\s+been|have\s+been)"
_HOW: Final = r"(?:(?:originally|first|also|only|slightly|lightly|subsequently|then)\s+)?"
_DID: Final = r"(?:translated|edited|abridged|adapted|shortened|condensed|summarized|summarised|proofread|reviewed|revised|compiled|published|republished|written)"
_LANGUAGE: Final = r"(?:\s+(?:(?:from|into)\s+(?:the\s+)?(?:original\s+)?(?:arabic|english|french|kurdish|turkish)(?:\s+(?:original|into\s+english|text))?))?"
_BY: Final = r"\s+by\s+(?P<by>[^.;()]+?)"
_END: Final = r"(?:\s*\([^()]*\))?[\s.!\"'”’»]*$"
_TAIL: Final = r"(?:\s*,?\s+(?:from|and|for|with|on|in|who|which|without)\s.*|[,;(].*)?" + _END
_VIEWS: Final = r"(?:views?|opinions?|ideas?|positions?|viewpoints?|statements?|facts?|information|contents?|conclusions?|analys[ie]s|claims?)"
_ABOUT_PIECE: Final = rf"(?:{_THIS}|(?:this|the)\s+(?:web)?site|this\s+page|here|herein|our\s+\w+)"
_EXPRESSED: Final = (
    r"(?:expressed|set\s+out|contained|presented|stated|published|put\s+forward|appearing|voiced|included|found)"
)
_AUTHOR: Final = r"(?:the\s+|their\s+|its\s+|his\s+|her\s+)?(?:respective\s+|individual\s+|original\s+)?(?:authors?|writers?|contributors?|columnists?)(?:['’]s?|s['’])?"
_STATES: Final = r"(?!the\s+(?:ministry|minister|government|army|state|court|president|party|police|regime|council)\b)"
_SITE: Final = rf"{_STATES}(?:we|which|the\s+editors|(?:this|the|our)\s+(?:web)?(?:site|page|publication|newspaper|publisher|archive)|(?P<party>[^.,;:]{{2,60}}?))"
_IT: Final = r"(?:it|the\s+(?:text|article|piece|story|report|translation|interview|original|column))"
_ALONE: Final = r"(?:(?:alone|solely|fully|entirely|exclusively|wholly|only)\s+)*"
_OF_PIECE: Final = rf"(?:\s+(?:(?:it|they|he|she)\s+(?:contains?|expresse?s?|presents?|publishe?s?|reports?)|(?:{_EXPRESSED}\s+)?(?:in|of)\s+(?:{_ABOUT_PIECE}|it|its\s+{_PIECE})|{_EXPRESSED}|here|herein|above))*"
_NOT: Final = r"(?:do(?:es)?\s+not|don['’]t|doesn['’]t|cannot|has\s+not|have\s+not|did\s+not|is\s+not\s+able\s+to|are\s+not\s+able\s+to)"

ENGLISH: Final[tuple[Rule, ...]] = (
    rule(
        "translation",
        rf"{_NOTE}(?:{_THIS}|the\s+{_PIECE})\s+(?:[^.]{{0,80}}?\s+)?{_BE}\s+{_HOW}translated(?:\s*,?\s+(?:and\s+)?{_HOW}{_DID})*{_LANGUAGE}{_BY}{_LANGUAGE}{_TAIL}",
        "translated",
        needs_name=True,
    ),
    rule(
        "translation",
        rf"{_NOTE}(?:{_THIS})\s+{_BE}\s+(?:[\w,]+\s+){{0,6}}?(?:and\s+)?translated(?:\s+and\s+{_DID})?(?!\s+into\s+(?!english|arabic))(?:{_LANGUAGE}){_END}",
        "translated",
    ),
    rule(
        "translation",
        rf"{_NOTE}(?:{_THIS}|the\s+{_PIECE})\s+{_BE}\s+{_HOW}(?:{_DID}\s+and\s+)?translated(?:\s+and\s+{_DID})?{_LANGUAGE}{_BY}{_LANGUAGE}{_TAIL}",
        "translated",
        needs_name=True,
    ),
    rule(
        "translation",
        rf"{_NOTE}{_THIS}\s+{_BE}\s+.{{3,90}}\s+and\s+(?:was\s+)?translated(?:\s+and\s+edited)?{_LANGUAGE}{_BY}{_LANGUAGE}{_TAIL}",
        "translated",
        needs_name=True,
    ),
    rule(
        "translation",
        rf"{_NOTE}(?:(?:edited|adapted)\s+and\s+)?translated{_LANGUAGE}(?:\s+and\s+{_DID})?{_LANGUAGE}{_BY}{_LANGUAGE}{_TAIL}",
        "translated",
        needs_name=True,
    ),
    rule(
        "translation",
        rf"{_NOTE}translation(?:\s+and\s+editing)?\s*(?::|by)\s*(?P<by>[^.;()]+?){_END}",
        "translated",
        needs_name=True,
    ),
    rule(
        "translation",
        rf"{_NOTE}{_STATES}(?P<by>[^.,;:]{{2,60}}?)\s+(?:has\s+)?translated(?:\s+and\s+{_DID})?\s+this\s+{_PIECE}",
        "translated",
        needs_name=True,
    ),
    rule(
        "translation",
        rf"{_NOTE}(?:this|the\s+following|the\s+above|what\s+follows|below)\s+is\s+an?\s+(?:[\w-]+\s+){{0,3}}?translation\s+of\s+(?:an?|the)\s+(?:[\w-]+\s+)?{_PIECE}",
        "translated",
    ),
    rule(
        "translation",
        rf"{_NOTE}(?:{_THIS}|the\s+{_PIECE})\s+{_BE}\s+{_HOW}edited{_BY}{_TAIL}",
        "edited",
        needs_name=True,
    ),
    rule("translation", rf"{_NOTE}edited{_BY}{_END}", "edited", needs_name=True),
    rule(
        "abridgement",
        rf"{_NOTE}{_THIS}\s+{_BE}\s+(?:[\w,]+\s+){{0,4}}?(?:abridged|shortened|condensed)(?!\s+by\s+\d)",
        "abridged",
    ),
    rule(
        "abridgement",
        rf"{_NOTE}{_THIS}\s+{_BE}\s+{_HOW}edited\s+for\s+(?:\w+\s+and\s+)?(?:length|clarity|brevity|style)",
        "edited",
    ),
    rule(
        "responsibility",
        rf"{_NOTE}(?:the\s+)?(?:sole\s+|full\s+)?(?:responsibility|liability)\s+for\s+(?:the\s+|any\s+|all\s+)*(?:accuracy\s+of\s+)?(?:the\s+)?{_VIEWS}.*\b(?:lies|rests|remains|is)\s+(?:[\w]+\s+)?(?:with|that\s+of)\s+{_AUTHOR}",
        responsibility="author",
    ),
    rule(
        "responsibility",
        rf"{_NOTE}(?:the\s+)?(?:sole\s+|full\s+)?(?:responsibility|liability)\s+for\s+(?:the\s+|any\s+|all\s+)*(?:accuracy\s+of\s+)?(?:the\s+)?{_VIEWS}.*\b(?:lies|rests|remains|is)\s+(?:[\w]+\s+)?(?:with|that\s+of)\s+(?:the\s+|its\s+)?(?:original\s+)?(?:source|outlet|publication)s?",
        responsibility="source",
    ),
    rule(
        "responsibility",
        rf"{_NOTE}{_AUTHOR}\s+(?:is|are|alone\s+(?:is|are)|bears?|takes?)\s+(?:alone\s+|solely\s+|fully\s+|entirely\s+|sole\s+|full\s+)?(?:responsible|responsibility)\s+for\s+(?:the\s+)?{_VIEWS}",
        responsibility="author",
    ),
    rule(
        "responsibility",
        rf"{_NOTE}(?:the\s+|all\s+|any\s+)*{_VIEWS}(?:\s+(?:and|or)\s+{_VIEWS})?\s+(?:{_EXPRESSED}\s+)?(?:(?:in|on|by|within)\s+[^.]{{2,60}}?\s+|here\s+|herein\s+)?(?:are|is|remain)\s+(?:solely\s+|entirely\s+|exclusively\s+|strictly\s+|only\s+)*(?:those\s+of\s+|that\s+of\s+)?(?:the\s+)?(?:sole\s+responsibility\s+of\s+)?(?:{_AUTHOR}(?:\s+own)?|his\s+own|her\s+own|their\s+own)(?:\s+(?:alone|only|sole\s+responsibility|own))?(?:\s*,?\s+and\s+.*|\s*,.*)?{_END}",
        responsibility="author",
    ),
    rule(
        "responsibility",
        rf"{_NOTE}{_SITE}\s+(?:is|are)\s+not\s+(?:in\s+any\s+way\s+)?(?:responsible|liable)\s+for\s+(?:the\s+|any\s+)*(?:accuracy\s+of\s+)?(?:the\s+)?{_VIEWS}\s+(?:and\s+\w+\s+)?(?:{_EXPRESSED}|of\s+(?:this|these|the|external|linked|translated|syndicated|republished|its)\s+(?:\w+\s+)?(?:{_PIECE}|sites?|websites?)){_TAIL}",
        responsibility="nobody",
    ),
    rule(
        "responsibility",
        rf"{_NOTE}{_SITE}\s+(?:accepts?|bears?|assumes?|takes?|{_NOT}\s+(?:accept|bear|assume|take))\s+(?:no\s+|any\s+)?(?:responsibility|liability)\s+for\s+(?:the\s+|any\s+)*(?:(?:accuracy\s+of\s+)?(?:the\s+)?{_VIEWS}|(?:accuracy|correctness|completeness|reliability)\s+of\s+{_THIS}|errors?(?:\s+(?:and|or)\s+\w+)?\s+in\s+(?:{_THIS}|the\s+(?:original|translation|source)))",
        responsibility="nobody",
    ),
    rule(
        "endorsement",
        rf"{_NOTE}(?:the\s+|all\s+|any\s+)*(?:{_VIEWS}\b.*\b{_EXPRESSED}|{_VIEWS}(?:\s+and\s+{_VIEWS})?\s+(?:of|in|by)\s+(?:{_AUTHOR}|{_THIS}|{_ABOUT_PIECE})|{_AUTHOR}\s+{_VIEWS}|{_THIS}|{_PIECE}\s+published\s+(?:here|on\s+\w+\s+\w+))\b.*?\b(?:does|do|may|might|need)\s+not\s+(?:necessarily\s+)?(?:reflect|represent|express|mirror)\s+(?:the\s+|those\s+)*(?:official\s+|editorial\s+)?(?:of\s+|{_VIEWS}\s+(?:or\s+\w+\s+)?of\s+|policy\s+of\s+|policies\s+of\s+|stance\s+of\s+|line\s+of\s+)(?P<party>[^.;]+?){_END}",
        "not_endorsed",
    ),
    rule(
        "endorsement",
        rf"{_NOTE}(?:the\s+|all\s+|any\s+)*{_VIEWS}\b.*\b{_EXPRESSED}\b.*\bnot\s+(?:necessarily\s+)?(?:those\s+of|shared\s+by|endorsed\s+by)\s+(?P<party>[^.;]+?){_END}",
        "not_endorsed",
    ),
    rule(
        "endorsement",
        rf"{_NOTE}{_SITE}\s+(?:{_NOT}\s+(?:verif\w+|check)\s+.*\b(?:and|nor)\s+)?(?:it\s+)?{_NOT}\s+necessarily\s+(?:endorse|share|support|agree\s+with|adopt)\s+(?:the\s+|any\s+|all\s+)*(?:{_VIEWS}|{_PIECE})",
        "not_endorsed",
    ),
    rule(
        "endorsement",
        rf"{_NOTE}{_SITE}\s+{_NOT}\s+(?:endorse|share|adopt)\s+(?:the\s+|any\s+|all\s+)*{_VIEWS}\s+(?:{_EXPRESSED}|of\s+(?:the\s+)?(?:{_PIECE}|{_AUTHOR}))",
        "not_endorsed",
    ),
    rule(
        "endorsement",
        rf"{_NOTE}(?:its\s+|the\s+)?(?:publication|inclusion|republication|translation|appearance|posting)\s+(?:(?:of|in|on)\s+[^.]{{2,60}}?\s+|here\s+)?does\s+not\s+(?:necessarily\s+)?(?:imply|constitute|mean|signify)\s+(?:an?\s+|any\s+|our\s+)?(?:endorsement|approval|agreement)",
        "not_endorsed",
    ),
    rule(
        "verification",
        rf"{_NOTE}{_SITE}\s+(?:{_NOT})\s+(?:been\s+able\s+to\s+)?(?:independently\s+)?verif(?:y|ied)\s+(?:the\s+)?(?:accuracy\s+of\s+the\s+)?(?:contents?|accuracy|information|veracity|claims|facts)\s+(?:of|in|contained\s+in|published\s+in)\s+(?:the\s+|this\s+|these\s+|its\s+|every\s+|all\s+)*(?:original\s+|translated\s+|republished\s+)?(?:stor(?:y|ies)|articles?|pieces?|material|content|translations?|texts?|items?|posts?|op-eds?)",
        "not_verified",
    ),
    rule(
        "verification",
        rf"{_NOTE}(?:{_THIS}|(?:the\s+)?(?:information|contents?)\s+(?:in|of)\s+{_THIS})\s+(?:has|have|could|was|were)\s+not\s+(?:been\s+)?(?:be\s+)?(?:independently\s+)?(?:been\s+)?(?:verified|fact-checked)\s*(?:by\s+(?P<party>[^.;]+?))?{_END}",
        "not_verified",
    ),
    rule(
        "translation",
        rf"{_NOTE}(?:{_THIS}|{_IT})\s+{_BE}\s+{_HOW}translated(?:\s+and\s+{_DID})?{_LANGUAGE}{_BY},?\s+and\s+(?:was\s+)?{_HOW}edited\s+by\s+(?P<edited_by>[^.;()]+?){_TAIL}",
        "translated",
        "edited",
        needs_name=True,
    ),
    rule(
        "translation",
        rf"{_NOTE}{_IT}\s+{_BE}\s+{_HOW}translated(?:\s+and\s+{_DID})?{_LANGUAGE}{_BY}{_LANGUAGE}{_TAIL}",
        "translated",
        needs_name=True,
        follows=True,
    ),
    rule(
        "translation",
        rf"{_NOTE}{_IT}\s+{_BE}\s+{_HOW}(?:(?:edited|abridged)\s+and\s+)?translated(?:\s+and\s+{_DID})?{_LANGUAGE}{_END}",
        "translated",
        follows=True,
    ),
    rule(
        "abridgement",
        rf"{_NOTE}{_IT}\s+{_BE}\s+{_HOW}(?:abridged|shortened|condensed|cut)\b",
        "abridged",
        follows=True,
    ),
    rule(
        "translation",
        rf"{_NOTE}(?:(?:{_THIS}|{_IT})\s+{_BE}\s+)?translated(?:\s+and\s+{_DID})?{_LANGUAGE}(?:\s+and\s+{_DID})?\s+by\s+(?:our|the)\s+(?:own\s+|english\s+|arabic\s+|translation\s+|news\s+|editorial\s+)*(?:desk|staff|team|editors?|newsroom|translators?|volunteers?){_END}",
        "translated",
    ),
    rule(
        "translation",
        rf"{_NOTE}(?:this|the\s+(?:above|following|present))\s+(?:english\s+|arabic\s+)?translation\s+{_BE}\s+(?:[\w-]+\s+){{0,4}}?(?:edited|abridged|shortened|condensed|revised|reviewed|adapted|produced|made|prepared)\b",
        "translated",
    ),
    rule(
        "translation",
        rf"{_NOTE}{_THIS}\s+{_BE}\s+{_HOW}translated\s+from\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,2}}?(?:version|translation|text)(?:\s+(?:published|printed|that\s+appeared)\s+(?:by|in|on)\s+(?P<source>[^.;()]+?))?{_END}",
        "translated",
    ),
    rule(
        "translation",
        rf"{_NOTE}{_SITE}\s+{_NOT}\s+(?:compared?|checked?|seen?)\s+(?:it|this\s+{_PIECE})\s+(?:with|against)\s+(?:the\s+|its\s+)(?:[\w-]+\s+)?(?:original|source)s?{_END}",
        follows=True,
    ),
    rule(
        "translation",
        rf"{_NOTE}{_THIS}\s+{_BE}\s+(?:(?:machine|automatically|computer)[\s-]*translated|translated\s+(?:automatically|by\s+(?:a\s+)?(?:machine|computer|software)|using\s+))",
        "translated",
    ),
    rule(
        "translation",
        rf"{_NOTE}(?:{_THIS}\s+{_BE}\s+{_HOW})?translated\s+and\s+(?:re-?)?(?:published|printed|posted)\s+(?:here\s+)?(?:with|by)\s+(?:[\w-]+\s+){{0,3}}permission\b",
        "translated",
    ),
    rule(
        "translation",
        rf"{_NOTE}(?:any|all)\s+(?:remaining\s+)?(?:errors?|mistakes?|inaccuracies)\s+(?:(?:and|or)\s+\w+\s+)?(?:in|of)\s+(?:the\s+|this\s+)?translation\s+(?:is|are|remains?)\s",
        "translated",
    ),
    rule(
        "translation",
        rf"{_NOTE}(?:the\s+)?(?:sole\s+|full\s+)?responsibility\s+for\s+(?:the\s+|this\s+)(?:accuracy\s+of\s+(?:the\s+|this\s+))?(?:english\s+|arabic\s+)?translation\s+(?:lies|rests|remains|is)\s+(?:\w+\s+)?with\s+(?P<party>[^.;()]+?){_END}",
        "translated",
        responsibility="publisher",
        needs_name=True,
    ),
    rule(
        "responsibility",
        rf"{_NOTE}(?:the\s+|its\s+)?(?:original\s+(?:source|outlet|publication|publisher|newspaper|website|site)|source|outlet)s?\s+(?:is|are|remains?|bears?)\s+{_ALONE}(?:responsible|liable|responsibility)\s+for\s+(?:the\s+|its\s+|their\s+|all\s+|any\s+)*{_VIEWS}{_OF_PIECE}{_END}",
        responsibility="source",
    ),
    rule(
        "responsibility",
        rf"{_NOTE}{_STATES}(?P<party>[^.,;:]{{2,60}}?)\s+(?:(?:is|are|remains?)\s+(?:alone|solely|fully|entirely|exclusively|wholly)\s+responsible|alone\s+(?:is|are)\s+responsible|bears?\s+(?:the\s+)?(?:sole|full|entire)\s+responsibility)\s+for\s+(?:the\s+|its\s+|their\s+|all\s+|any\s+)*(?:accuracy\s+of\s+)?(?:the\s+|its\s+)?{_VIEWS}{_OF_PIECE}{_END}",
        responsibility="source",
        needs_name=True,
    ),
    rule(
        "responsibility",
        rf"{_NOTE}(?:the\s+|all\s+|any\s+)*{_VIEWS}(?:\s+(?:and|or)\s+{_VIEWS})?\s+(?:{_EXPRESSED}\s+)?(?:in|of|by)\s+{_THIS}\s+(?:is|are|remains?)\s+{_ALONE}(?:the\s+)?(?:sole\s+|full\s+)?responsibility\s+of\s+(?:the\s+|its\s+|their\s+)?(?:original\s+)?(?:source|outlet|publication|publisher)s?",
        responsibility="source",
    ),
    rule(
        "responsibility",
        rf"{_NOTE}(?:the\s+)?(?:sole\s+|full\s+)?responsibility\s+(?:for\s+(?:it|its\s+{_VIEWS})\s+)?(?:lies|rests|remains|is)\s+{_ALONE}with\s+(?:the\s+|its\s+|their\s+)?(?:original\s+)?(?:source|outlet|publication|publisher)s?{_END}",
        responsibility="source",
        follows=True,
    ),
    rule(
        "responsibility",
        rf"{_NOTE}(?:the\s+)?(?:sole\s+|full\s+)?responsibility\s+(?:for\s+(?:it|its\s+{_VIEWS})\s+)?(?:lies|rests|remains|is)\s+{_ALONE}with\s+{_AUTHOR}{_END}",
        responsibility="author",
        follows=True,
    ),
    rule(
        "endorsement",
        rf"{_NOTE}(?:it|they|these)\s+(?:does|do|may)\s+not\s+(?:necessarily\s+)?(?:reflect|represent|express)\s+(?:the\s+|those\s+)*(?:official\s+|editorial\s+)?(?:{_VIEWS}|policy|stance|line)",
        "not_endorsed",
        follows=True,
    ),
    rule(
        "endorsement",
        rf"{_NOTE}(?:the\s+|all\s+|any\s+)*{_VIEWS}\s+(?:{_EXPRESSED}\s+)?(?:in|of|by)\s+{_THIS}\s+(?:does|do|may|need)\s+not\s+(?:necessarily\s+)?(?:reflect|represent|express|mirror)\s+(?:the\s+|our\s+|any\s+)*(?:official\s+|editorial\s+)?(?:{_VIEWS}|policy|stance|line)\b",
        "not_endorsed",
    ),
    rule(
        "verification",
        rf"{_NOTE}{_SITE}\s+(?:{_NOT}\s+(?:been\s+able\s+to\s+)?|could\s+not\s+|(?:was|were|is|are|has\s+been|have\s+been)\s+(?:unable|not\s+able)\s+to\s+)(?:independently\s+)?(?:verif(?:y|ied)|confirm(?:ed)?|check(?:ed)?|corroborated?)\s+(?:independently\s+)?(?:the\s+|any\s+|all\s+|every\s+)*(?:(?:accuracy|authenticity|truth)\s+of\s+(?:the\s+|all\s+)*)?(?:{_VIEWS}|details?|accounts?|reports?)\s+(?:(?:made|contained|given|reported|published|cited|presented)\s+)?(?:in|of|by)\s+(?:{_THIS}|either\s+source|(?:both|the|these|those|its)\s+(?:original\s+)?sources?(?:\s+(?:named|cited|quoted)\s+(?:above|here))?{_END})",
        "not_verified",
    ),
    rule(
        "source",
        rf"{_NOTE}{_THIS}\s+(?:was\s+)?(?:originally|first)\s+(?:published|written|appeared|printed)\s+in\s+(?:arabic|english|french|kurdish|turkish){_END}",
    ),
    rule(
        "permission",
        rf"{_NOTE}(?:{_THIS}\s+{_BE}\s+{_HOW})?(?:re-?)?(?:published|printed|posted|produced|translated(?:\s+and\s+(?:re)?published)?|used)\s+(?:here\s+|in\s+english\s+|in\s+arabic\s+)?(?:with|by)\s+(?:the\s+)?(?:kind\s+|express\s+|written\s+|special\s+)*permission(?:\s+(?:of|from)\s+(?P<permitter>[^.;()]+?))?{_TAIL}",
        "permission",
    ),
    rule(
        "rights",
        r"^[\W_]*(?:(?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?P<permitter>[^.;()]*?)[\s.,–—-]*)?all\s+rights\s+(?:are\s+)?reserved(?:\s+(?:to|by)\s+(?P<party>[^.;]+?))?[\s.!]*(?:©?\s*\d{4}[\s.]*)?$",
        "permission",
    ),
    rule(
        "rights",
        r"^[\W_]*(?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*\d{4}(?:\s*[-–]\s*\d{4})?\s*,?\s*(?P<permitter>[^.;()]{2,60}?)[\s.]*$",
        "permission",
    ),
    rule(
        "rights",
        rf"{_NOTE}(?:no\s+part\s+of\s+)?{_THIS}\s+may\s+(?:not\s+)?be\s+(?:reproduced|republished|reprinted|copied|distributed).*\bpermission",
        "permission",
    ),
    rule(
        "source",
        rf"{_NOTE}(?:{_THIS}\s+(?:was\s+)?)?(?:originally|first)\s+(?:published|appeared)\s+(?:in\s+arabic\s+)?(?:by|in|on)\s+(?P<source>(?!(?:arabic|english|french|kurdish|turkish)\b)[^.;()]+?)(?:\s+(?:on|under)\s+.*|\s+and\s+.*|,.*)?{_END}",
        needs_name=True,
    ),
)
