"""English words of disclaimers, over the fold: what a text calls itself, who answers, the verbs of each claim.

Fragments of patterns, no decisions: ``disclaimer_facets_english`` puts them together. A word belongs here
if any sentence of its family may use it; what makes a sentence a disclaimer is the company words keep.
"""

# ruff: noqa: E501  one fragment, one line: a wrapped pattern is harder to read than a long one

from __future__ import annotations

from typing import Final

LANGUAGE: Final = r"(?:arabic|english|french|kurdish|turkish|german|persian|hebrew|spanish|russian|italian)"
SMALL: Final = r"(?:[\w'’-]+\s+)"
"""Any word and the space after it."""
NOTE: Final = r"^[\W_]*(?:(?:(?:an?\s+)?(?:editor|translator|publisher|author|reader|editorial|legal|important)['’]?s?['’]?\s+)?(?:note|notice|disclaimer|important|nb|n\.b\.|please\s+note|about\s+this\s+\w+)\b[^\w]*(?:that\s+)?|note\s+to\s+(?:the\s+)?readers?\W+|from\s+the\s+editors?\W+|(?:please\s+|kindly\s+)?(?:note|be\s+aware)\W+(?:that\s+)?|(?:readers\s+(?:should|are\s+(?:asked|advised|reminded)\s+to|may|will)\s+(?:note|be\s+aware|bear\s+in\s+mind)|it\s+should\s+be\s+(?:noted|stressed)|we\s+(?:wish\s+to\s+)?(?:note|stress|remind\s+(?:our\s+)?readers))\s+that\s+)?"
END: Final = r"(?:\s*[(\[][^()\[\]]*[)\]])?[\s.!\"'”’»)\]]*$"

NOUNS: Final = r"(?:article|piece|text|story|report|op-ed|opinion(?:\s+piece)?|interview|conversation|q&a|column|commentary|essay|post|item|contents?|material|translation|rendering|publication|page|web\s?site|site|feature|dispatch|version|excerpt|extract|analys[ie]s|testimony|transcript|account|editorial|contribution|entry|write-?up|profile|summary|digest|edition|blog(?:\s+post)?|letter|statement|document|study|investigation|portrait|review|newsletter|section|series|adaptation|information|claim|obituary|memoir|diary|poem|cartoon|podcast|episode|bulletin|briefing|round-?up|note|guide|thread|passage|reportage|submission|release|communique|exclusive|roundtable|speech|lecture|chapter|newspaper|magazine|journal|outlet|platform|portal|paper)(?:e?s)?"
_LAW: Final = r"(?!\s+of\s+(?:the\s+|our\s+|an?\s+)?(?:[\w-]+\s+)?(?:code|constitution|law|truce|treaty|agreement|convention|charter|faith|clothing|statute|act|accord|deal)\b)"
THIS: Final = rf"(?:(?:this|these|the\s+(?:above|following|present|foregoing|preceding|accompanying))\s+{SMALL}{{0,3}}?{NOUNS}\b{_LAW}|(?:the|any|all|our)\s+{SMALL}{{0,2}}?(?:{NOUNS}|views?|opinions?|facts|claims|information|lines|words)\s+(?:reproduced\s+|printed\s+|published\s+|given\s+)?(?:above|below|herein)\b|what\s+(?:you\s+(?:have\s+(?:just\s+)?|are\s+about\s+to\s+|will\s+)?read|follows|precedes|is\s+(?:written|printed|published|said|stated)\s+(?:here|above|below))\b|the\s+(?:above|foregoing|following|preceding)\b(?=\s+(?:is|was|has|text|from|does|first|originally)\b|[,.;]|$))"
HEREIN: Final = r"(?:herein|hereof|(?:said|written|published|made|voiced|stated|expressed|given|printed|presented|contained|found|reproduced|advanced|set\s+out|set\s+forth|described|quoted|reported|posted|translated)\s+(?:here|above|below|on\s+(?:its|our|these|this)\s+(?:pages?|(?:web)?site|columns?|platform|blog)|in\s+(?:its|our|these)\s+(?:pages|columns)))"
CARRIED: Final = r"(?:(?:the\s+)?(?:material|content|articles?|stories|pieces?|texts?|translations?|items?|reports?|op-eds?)\s+(?:that\s+|which\s+)?(?:it|we|they)\s+(?:re-?)?(?:publish|print|produce|translate|post|carr|host|syndicat|run)\w*)"
OTHERS: Final = r"(?:(?:third[\s-]party|external|user[\s-]generated|guest|syndicated|contributed|readers?['’]?s?|translated|republished|outside)\s+(?:contents?|articles?|posts?|submissions?|contributions?|material|opinions?|comments?|pieces|columns))\b"
SELF: Final = rf"\b(?:{THIS}|{HEREIN}|{CARRIED}|{OTHERS})"
SUBJECT: Final = rf"(?:(?:an?|the)\s+(?:{SMALL}{{1,3}}?of\s+))?{THIS}(?:\s*,[^,;]{{3,70}},)?"
"""The text as the subject of its sentence: "a version of this article", "this report, which first ran in …,"."""

VIEWS: Final = r"(?:views?|opinions?|ideas?|positions?|viewpoints?|points?\s+of\s+view|statements?|facts?|information|contents?|conclusions?|analys[ie]s|claims?|assertions?|arguments?|judge?ments?|remarks?|sentiments?|thoughts?|allegations?|figures?|details?|perspectives?|beliefs?|interpretations?|comments?|commentary)"
AUTHOR: Final = r"(?:(?:the|its|their|his|her|our|each|those|individual|respective|original|named|guest|of)\s+)*(?:authors?|writers?|contributors?|columnists?|essayists?|commentators?|bloggers?|opinion\s+writers?|signator(?:y|ies))(?:['’]s?)?(?!\s+of\s+(?!th(?:is|ese)\b))(?!\w)"
SOURCE: Final = r"(?:(?:the|its|their|this|original|first|source|primary|media|news)\s+)*(?:sources?|interviewees?|speakers?|(?:those|persons?|people)\s+(?:quoted|interviewed|cited)|outlets?|original\s+(?:publishers?|publications?|newspapers?|(?:web)?sites?|agency)|(?:publishers?|publications?|newspapers?|(?:web)?sites?|agency|magazine|channel|station|body|organisation|organization)\s+(?:that|which|of\s+origin|where|in\s+which)|first\s+publishers?)\b"
OURS: Final = r"(?:\b(?:we|us|our|ours)\b|\bthe\s+(?:editors?|editorial\s+(?:board|team|staff)|newsroom|publishers?|translators?|staff|desk)\b|\b(?:this|the|our)\s+(?:web\s?site|site|publication|outlet|platform|newspaper|magazine|blog|archive)\b)"
STATE: Final = r"(?!(?:the\s+)?(?:ministry|minister|government|army|state|court|president|party|police|regime|council|parliament|un|united)\b)"

NEVER: Final = r"(?:\b(?:not|cannot|none|never|neither|nor|unable|without|no|nothing|hardly)\b|n['’]t\b)"
BE: Final = r"(?:was|were|is|are|has\s+been|have\s+been|had\s+been|is\s+being|was\s+being|being|appears|appeared|comes|runs|reaches\s+you)"
ALONE: Final = r"(?:(?:alone|solely|fully|entirely|exclusively|wholly|only|strictly|purely|simply|personally)\s+)*"
ANSWER: Final = (
    r"(?:responsib\w+|liab(?:le|ility|ilities)|accountab\w+|answerable|answers?\s+for|onus|burden|to\s+account|blame)"
)

TRANSLATED: Final = rf"(?:(?:re-?)?translated\b(?!\s+into\s+(?!{LANGUAGE}))|rendered\s+(?=(?:\w+\s+)?(?:in|into|from)\s+(?:the\s+)?(?:\w+\s+)?{LANGUAGE})|adapted\s+(?=(?:in|into|from)\s+(?:the\s+|an?\s+)?(?:original\s+)?{LANGUAGE})|(?:put|turned|brought|done)\s+(?=into\s+{LANGUAGE}))"
TRANSLATION: Final = r"(?:translation|rendering|retranslation)\b"
EDITED: Final = r"(?:(?:copy-?\s?|sub-?)?edited\b(?!\s+out)|proof-?read\b)"
REWORKED: Final = r"(?:revised|amended|modified|reworded|reviewed|polished|adjusted|altered|changed|corrected|anonymi[sz]ed|redacted|tidied|rearranged|reordered|tightened|rewritten|restructured|standardi[sz]ed|clarified|reformatted|touched\s+up|smoothed|paraphrased)"
SHORTENED: Final = r"(?:abridged|shortened|condensed|trimmed|truncated|excerpted|cut\s+down|pared\s+down|abbreviated|compressed|summari[sz]ed)"
LEFT_OUT: Final = r"(?:left\s+out|omitted|cut|removed|deleted|dropped|excised|taken\s+out)"
PURPOSE: Final = r"(?:for\s+(?:the\s+sake\s+of\s+|reasons\s+of\s+|purposes\s+of\s+|greater\s+|better\s+|reader\s+)?(?:[\w-]+(?:,|\s+and|\s+or)\s+)*(?:length|clarity|brevity|space|style|grammar|readability|concision|conciseness|flow|publication|house\s+style|spelling|language|tone|context|legal\s+reasons|security\s+reasons|safety|ease\s+of\s+reading|an?\s+english[\w-]*\s+\w+|(?:english[\w-]*|our|foreign|western|international)\s+(?:readers?|readership|audiences?))|to\s+(?:improve|fit|meet|conform|suit|make|aid|ease|save|protect)\s)"
PARTS: Final = r"(?:parts?|passages?|paragraphs?|sentences?|portions?|sections?|lines?|details?|segments?|quotations?|references?|names?|words?)"

CHECKED: Final = r"(?:verif(?:y|ied|ying|ication|iable)|confirm(?:ed|ing|ation)?|corroborat(?:e|ed|ing|ion)|authenticat(?:e|ed|ing)|fact-?check(?:ed|ing)?|double-?checked|check(?:ed|ing)?|vouch(?:ed)?|guarantee[ds]?|warrant(?:y|ed|s)?|warranties|establish(?:ed)?|ascertain(?:ed)?|attest|substantiated?|investigated)"
PUBLISHED: Final = r"(?:(?:re-?)?(?:published|printed|produced|posted|issued|run|carried|used|shared|translated|presented|syndicated)|appears|runs)"
PUBLISH: Final = r"(?:re-?)?(?:publish|print|produce|post|run|use|translate|carry|share|adapt|syndicate)"
LEAVE: Final = r"(?:permission|consent|leave|licen[cs]e|authori[sz]ation|courtesy|arrangement|agreement|partnership|cooperation|approval|clearance|blessing|assent)"
APPEARED: Final = r"(?:published|appeared|ran|printed|posted|carried|featured|released|aired|broadcast|written|run)"
