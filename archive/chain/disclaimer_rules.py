"""The wordings of disclaimers as rules over one *folded* sentence (see ``archive.text.fold``): data for ``disclaimers``.

Each rule says what a sentence of that shape claims. Sentences are anchored at their start wherever news
prose could contain the same words: "the ministry said responsibility lies with …" is not a disclaimer.
Named groups ``by``, ``party``, ``source`` and ``permitter`` capture names, which are checked in print.
Arabic is written as the fold leaves it: ه for ة, ا for أ, ء for ؤ and ئ, no harakat.
"""

# ruff: noqa: E501  one rule, one line: a wrapped pattern is harder to read than a long one

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal[
    "translation", "responsibility", "endorsement", "verification", "permission", "rights", "source", "abridgement"
]
Responsibility = Literal["author", "source", "publisher", "nobody"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One shape of sentence. ``needs_name``: without a printed name in the group the rule says nothing."""

    kind: Kind
    pattern: re.Pattern[str]
    flags: frozenset[str] = frozenset()
    responsibility: Responsibility | None = None
    needs_name: bool = False


def _rule(
    kind: Kind,
    pattern: str,
    *flags: str,
    responsibility: Responsibility | None = None,
    needs_name: bool = False,
) -> Rule:
    return Rule(kind, re.compile(pattern), frozenset(flags), responsibility, needs_name)


# ---- English -------------------------------------------------------------------------------------
_NOTE: Final = r"^[\W_]*(?:(?:editor|translator|publisher)s?['’]?s?\s+note\W+|disclaimer\W+|note\W+|important\W+)?"
_PIECE: Final = r"(?:article|piece|text|story|report|op-ed|interview|column|commentary|essay|post|item|content|material|translation)s?"
_THIS: Final = rf"(?:(?:this|these|the\s+above|the\s+following|the\s+present|the\s+original)\s+(?:[\w-]+\s+)?{_PIECE}|the\s+{_PIECE}\s+above)"
_BE: Final = r"(?:was|is|were|are|has\s+been|have\s+been)"
_HOW: Final = r"(?:(?:originally|first|also|only|slightly|lightly|subsequently|then)\s+)?"
_DID: Final = r"(?:translated|edited|abridged|adapted|shortened|condensed|summarized|summarised|proofread|reviewed|revised|published|written)"
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
_SITE: Final = rf"{_STATES}(?:we|the\s+editors|(?:this|the|our)\s+(?:web)?(?:site|page|publication|newspaper|publisher|archive)|(?P<party>[^.,;:]{{2,60}}?))"
_NOT: Final = r"(?:do(?:es)?\s+not|don['’]t|doesn['’]t|cannot|has\s+not|have\s+not|did\s+not|is\s+not\s+able\s+to|are\s+not\s+able\s+to)"

_ENGLISH: Final[tuple[Rule, ...]] = (
    _rule(
        "translation",
        rf"{_NOTE}(?:{_THIS}|the\s+{_PIECE})\s+(?:[^.]{{0,80}}?\s+)?{_BE}\s+{_HOW}translated(?:\s*,?\s+(?:and\s+)?{_HOW}{_DID})*{_LANGUAGE}{_BY}{_LANGUAGE}{_TAIL}",
        "translated",
        needs_name=True,
    ),
    _rule(
        "translation",
        rf"{_NOTE}(?:{_THIS})\s+{_BE}\s+(?:[\w,]+\s+){{0,6}}?(?:and\s+)?translated(?:\s+and\s+{_DID})?(?!\s+into\s+(?!english|arabic))(?:{_LANGUAGE}){_END}",
        "translated",
    ),
    _rule(
        "translation",
        rf"{_NOTE}(?:{_THIS}|the\s+{_PIECE})\s+{_BE}\s+{_HOW}(?:{_DID}\s+and\s+)?translated(?:\s+and\s+{_DID})?{_LANGUAGE}{_BY}{_LANGUAGE}{_TAIL}",
        "translated",
        needs_name=True,
    ),
    _rule(
        "translation",
        rf"{_NOTE}{_THIS}\s+{_BE}\s+.{{3,90}}\s+and\s+(?:was\s+)?translated(?:\s+and\s+edited)?{_LANGUAGE}{_BY}{_LANGUAGE}{_TAIL}",
        "translated",
        needs_name=True,
    ),
    _rule(
        "translation",
        rf"{_NOTE}(?:(?:edited|adapted)\s+and\s+)?translated(?:\s+and\s+{_DID})?{_LANGUAGE}{_BY}{_LANGUAGE}{_TAIL}",
        "translated",
        needs_name=True,
    ),
    _rule(
        "translation",
        rf"{_NOTE}translation(?:\s+and\s+editing)?\s*(?::|by)\s*(?P<by>[^.;()]+?){_END}",
        "translated",
        needs_name=True,
    ),
    _rule(
        "translation",
        rf"{_NOTE}{_STATES}(?P<by>[^.,;:]{{2,60}}?)\s+(?:has\s+)?translated(?:\s+and\s+{_DID})?\s+this\s+{_PIECE}",
        "translated",
        needs_name=True,
    ),
    _rule(
        "translation",
        rf"{_NOTE}this\s+is\s+an?\s+(?:edited\s+|unofficial\s+|abridged\s+)?translation\s+of\s+(?:an?|the)\s+{_PIECE}",
        "translated",
    ),
    _rule(
        "translation",
        rf"{_NOTE}(?:{_THIS}|the\s+{_PIECE})\s+{_BE}\s+{_HOW}edited{_BY}{_TAIL}",
        "edited",
        needs_name=True,
    ),
    _rule("translation", rf"{_NOTE}edited{_BY}{_END}", "edited", needs_name=True),
    _rule(
        "abridgement",
        rf"{_NOTE}{_THIS}\s+{_BE}\s+(?:[\w,]+\s+){{0,4}}?(?:abridged|shortened|condensed)(?!\s+by\s+\d)",
        "abridged",
    ),
    _rule(
        "abridgement",
        rf"{_NOTE}{_THIS}\s+{_BE}\s+{_HOW}edited\s+for\s+(?:\w+\s+and\s+)?(?:length|clarity|brevity|style)",
        "edited",
    ),
    _rule(
        "responsibility",
        rf"{_NOTE}(?:the\s+)?(?:sole\s+|full\s+)?(?:responsibility|liability)\s+for\s+(?:the\s+|any\s+|all\s+)*(?:accuracy\s+of\s+)?(?:the\s+)?{_VIEWS}.*\b(?:lies|rests|remains|is)\s+(?:[\w]+\s+)?(?:with|that\s+of)\s+{_AUTHOR}",
        responsibility="author",
    ),
    _rule(
        "responsibility",
        rf"{_NOTE}(?:the\s+)?(?:sole\s+|full\s+)?(?:responsibility|liability)\s+for\s+(?:the\s+|any\s+|all\s+)*(?:accuracy\s+of\s+)?(?:the\s+)?{_VIEWS}.*\b(?:lies|rests|remains|is)\s+(?:[\w]+\s+)?(?:with|that\s+of)\s+(?:the\s+|its\s+)?(?:original\s+)?(?:source|outlet|publication)s?",
        responsibility="source",
    ),
    _rule(
        "responsibility",
        rf"{_NOTE}{_AUTHOR}\s+(?:is|are|alone\s+is|bears?|takes?)\s+(?:alone\s+|solely\s+|fully\s+|entirely\s+|sole\s+|full\s+)?(?:responsible|responsibility)\s+for\s+(?:the\s+)?{_VIEWS}",
        responsibility="author",
    ),
    _rule(
        "responsibility",
        rf"{_NOTE}(?:the\s+|all\s+|any\s+)*{_VIEWS}(?:\s+(?:and|or)\s+{_VIEWS})?\s+(?:{_EXPRESSED}\s+)?(?:(?:in|on|by|within)\s+[^.]{{2,60}}?\s+|here\s+|herein\s+)?(?:are|is|remain)\s+(?:solely\s+|entirely\s+|exclusively\s+|strictly\s+|only\s+)*(?:those\s+of\s+|that\s+of\s+)?(?:the\s+)?(?:sole\s+responsibility\s+of\s+)?(?:{_AUTHOR}(?:\s+own)?|his\s+own|her\s+own|their\s+own)(?:\s+(?:alone|only|sole\s+responsibility|own))?(?:\s*,?\s+and\s+.*|\s*,.*)?{_END}",
        responsibility="author",
    ),
    _rule(
        "responsibility",
        rf"{_NOTE}{_SITE}\s+(?:is|are)\s+not\s+(?:in\s+any\s+way\s+)?(?:responsible|liable)\s+for\s+(?:the\s+|any\s+)*(?:accuracy\s+of\s+)?(?:the\s+)?{_VIEWS}\s+(?:and\s+\w+\s+)?(?:{_EXPRESSED}|of\s+(?:this|these|the|external|linked|translated|its)\s+(?:\w+\s+)?(?:{_PIECE}|sites?|websites?)){_TAIL}",
        responsibility="nobody",
    ),
    _rule(
        "responsibility",
        rf"{_NOTE}{_SITE}\s+(?:accepts?|bears?|assumes?|takes?|{_NOT}\s+(?:accept|bear|assume|take))\s+(?:no\s+|any\s+)?(?:responsibility|liability)\s+for\s+(?:the\s+|any\s+)*(?:accuracy\s+of\s+)?(?:the\s+)?{_VIEWS}",
        responsibility="nobody",
    ),
    _rule(
        "endorsement",
        rf"{_NOTE}(?:the\s+|all\s+|any\s+)*(?:{_VIEWS}\b.*\b{_EXPRESSED}|{_VIEWS}(?:\s+and\s+{_VIEWS})?\s+(?:of|in|by)\s+(?:{_AUTHOR}|{_THIS}|{_ABOUT_PIECE})|{_AUTHOR}\s+{_VIEWS}|{_THIS}|{_PIECE}\s+published\s+(?:here|on\s+\w+\s+\w+))\b.*?\b(?:does|do|may|might|need)\s+not\s+(?:necessarily\s+)?(?:reflect|represent|express|mirror)\s+(?:the\s+|those\s+)*(?:official\s+|editorial\s+)?(?:of\s+|{_VIEWS}\s+(?:or\s+\w+\s+)?of\s+|policy\s+of\s+|policies\s+of\s+|stance\s+of\s+|line\s+of\s+)(?P<party>[^.;]+?){_END}",
        "not_endorsed",
    ),
    _rule(
        "endorsement",
        rf"{_NOTE}(?:the\s+|all\s+|any\s+)*{_VIEWS}\b.*\b{_EXPRESSED}\b.*\bnot\s+(?:necessarily\s+)?(?:those\s+of|shared\s+by|endorsed\s+by)\s+(?P<party>[^.;]+?){_END}",
        "not_endorsed",
    ),
    _rule(
        "endorsement",
        rf"{_NOTE}{_SITE}\s+(?:{_NOT}\s+(?:verif\w+|check)\s+.*\b(?:and|nor)\s+)?(?:it\s+)?{_NOT}\s+necessarily\s+(?:endorse|share|support|agree\s+with|adopt)\s+(?:the\s+|any\s+|all\s+)*(?:{_VIEWS}|{_PIECE})",
        "not_endorsed",
    ),
    _rule(
        "endorsement",
        rf"{_NOTE}{_SITE}\s+{_NOT}\s+(?:endorse|share|adopt)\s+(?:the\s+|any\s+|all\s+)*{_VIEWS}\s+(?:{_EXPRESSED}|of\s+(?:the\s+)?(?:{_PIECE}|{_AUTHOR}))",
        "not_endorsed",
    ),
    _rule(
        "endorsement",
        rf"{_NOTE}(?:its\s+|the\s+)?(?:publication|inclusion|republication|translation|appearance|posting)\s+(?:of\s+[^.]{{2,60}}?\s+|here\s+|on\s+[^.]{{2,40}}?\s+)?does\s+not\s+(?:necessarily\s+)?(?:imply|constitute|mean|signify)\s+(?:an?\s+|any\s+|our\s+)?(?:endorsement|approval|agreement)",
        "not_endorsed",
    ),
    _rule(
        "verification",
        rf"{_NOTE}{_SITE}\s+(?:{_NOT})\s+(?:been\s+able\s+to\s+)?(?:independently\s+)?verif(?:y|ied)\s+(?:the\s+)?(?:accuracy\s+of\s+the\s+)?(?:contents?|accuracy|information|veracity|claims|facts)\s+(?:of|in|contained\s+in|published\s+in)\s+(?:the\s+|this\s+|these\s+|its\s+|every\s+|all\s+)*(?:original\s+|translated\s+|republished\s+)?(?:stor(?:y|ies)|articles?|pieces?|material|content|translations?|texts?|items?|posts?|op-eds?)",
        "not_verified",
    ),
    _rule(
        "verification",
        rf"{_NOTE}(?:{_THIS}|(?:the\s+)?(?:information|contents?)\s+(?:in|of)\s+{_THIS})\s+(?:has|have|could|was|were)\s+not\s+(?:been\s+)?(?:be\s+)?(?:independently\s+)?(?:been\s+)?(?:verified|fact-checked)\s*(?:by\s+(?P<party>[^.;]+?))?{_END}",
        "not_verified",
    ),
    _rule(
        "permission",
        rf"{_NOTE}(?:{_THIS}\s+{_BE}\s+{_HOW})?(?:re-?)?(?:published|printed|posted|produced|translated(?:\s+and\s+(?:re)?published)?|used)\s+(?:here\s+|in\s+english\s+|in\s+arabic\s+)?(?:with|by)\s+(?:the\s+)?(?:kind\s+|express\s+|written\s+|special\s+)*permission(?:\s+(?:of|from)\s+(?P<permitter>[^.;()]+?))?{_TAIL}",
        "permission",
    ),
    _rule(
        "rights",
        r"^[\W_]*(?:(?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?P<permitter>[^.;()]*?)[\s.,–—-]*)?all\s+rights\s+(?:are\s+)?reserved(?:\s+(?:to|by)\s+(?P<party>[^.;]+?))?[\s.!]*(?:©?\s*\d{4}[\s.]*)?$",
        "permission",
    ),
    _rule(
        "rights",
        r"^[\W_]*(?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*\d{4}(?:\s*[-–]\s*\d{4})?\s*,?\s*(?P<permitter>[^.;()]{2,60}?)[\s.]*$",
        "permission",
    ),
    _rule(
        "rights",
        rf"{_NOTE}(?:no\s+part\s+of\s+)?{_THIS}\s+may\s+(?:not\s+)?be\s+(?:reproduced|republished|reprinted|copied|distributed).*\bpermission",
        "permission",
    ),
    _rule(
        "source",
        rf"{_NOTE}(?:{_THIS}\s+(?:was\s+)?)?(?:originally|first)\s+(?:published|appeared)\s+(?:in\s+arabic\s+)?(?:by|in|on)\s+(?P<source>[^.;()]+?)(?:\s+(?:on|under)\s+.*|\s+and\s+.*|,.*)?{_END}",
        needs_name=True,
    ),
)

# ---- Arabic --------------------------------------------------------------------------------------
_ANOTE: Final = r"^[\W_]*(?:(?:ملاحظه|تنويه|تنبيه|اخلاء\s+مسءوليه|ملحوظه|هام)\s*[:–—-]\s*)?"
_APIECE: Final = r"(?:المقالات|المقاله|المقال|النصوص|النص|التقارير|التقرير|المواد|الماده|الاخبار|الخبر|الحوار|المقابله|الموضوع|الترجمه|القصه|التحليل)"
_ATHIS: Final = rf"(?:(?:هذا|هذه)\s+{_APIECE}|{_APIECE}\s+اعلاه)"
_AVIEWS: Final = r"(?:الاراء|الافكار|وجهات\s+النظر|المعلومات|المواقف|المضمون|المحتوي|الراي)"
_AAUTHOR: Final = r"(?:كاتبها|كاتبه|كتابها|الكاتبه|الكتاب|الكاتب|اصحابها|صاحبها|صاحبه|صاحب\s+المقال|مءلفها|مءلفه|المءلف|كاتب\s+(?:المقاله|المقال|النص))"
_ASUBJECT: Final = rf"(?:{_ATHIS}|(?:جميع\s+|كل\s+|كافه\s+)?{_AVIEWS}\s+(?:و{_AVIEWS}\s+)?(?:الوارده|المنشوره|المطروحه|المعبر\s+عنها|المذكوره|التي\s+ترد|في\s+{_ATHIS}|في\s+{_APIECE})|(?:جميع\s+|كل\s+|كافه\s+)?{_APIECE}(?:\s+(?:المنشوره|المنشور|الوارده|المترجمه))?|ما\s+(?:ورد|ينشر|يرد)\s+(?:في|علي)\s+\S+)"
_AVERB: Final = r"(?:[يتن]?عبران|[يت]عبر|[يت]عكس|[يت]مثل)"
_ASTANCE: Final = r"(?:راي|اراء|وجهه\s+نظر|وجهات\s+نظر|موقف|مواقف|سياسه|توجهات|توجه)"
_ABY: Final = r"(?:من\s+قبل|بواسطه|علي\s+يد|عن\s+طريق|في)"
_AEND: Final = r"(?:\s*\([^()]*\))?[\s.!؟»\"”]*$"
_AAND: Final = r"(?:\s+و(?:حرر|حررت|تحرير|تحريره|تحريرها|تم\s+تحريره|تم\s+تحريرها|تدقيق|اعداد|حررها|حرره))?"

_ARABIC: Final[tuple[Rule, ...]] = (
    _rule(
        "translation",
        rf"{_ANOTE}(?:ترجم|ترجمت|تمت\s+ترجمه|تم\s+ترجمه|جري\s+ترجمه|جرت\s+ترجمه)\s+(?:{_ATHIS}|المقال|المقاله|التقرير|النص|الماده){_AAND}(?:\s+(?:من|عن)\s+(?:اللغه\s+)?(?:العربيه|الانكليزيه|الانجليزيه|الفرنسيه))?(?:\s+(?:الي\s+(?:اللغه\s+)?\S+))?(?:\s+{_ABY}\s+(?P<by>[^.؛]+?))?{_AEND}",
        "translated",
    ),
    _rule(
        "translation",
        rf"{_ANOTE}{_ATHIS}\s+(?:مترجم|مترجمه)(?:\s+(?:ومحرر|ومحرره))?(?:\s+(?:من|عن)\s+(?:اللغه\s+)?(?:العربيه|الانكليزيه|الانجليزيه|الفرنسيه))?(?:\s+{_ABY}\s+(?P<by>[^.؛]+?))?{_AEND}",
        "translated",
    ),
    _rule(
        "translation",
        rf"{_ANOTE}(?:قام|قامت)\s+(?P<by>[^.؛]+?)\s+ب(?:ترجمه)(?:\s+وتحرير)?\s+{_ATHIS}",
        "translated",
        needs_name=True,
    ),
    _rule(
        "translation",
        rf"{_ANOTE}(?:ترجمه\s+وتحرير|ترجمه\s+واعداد|تحرير\s+وترجمه|اعداد\s+وترجمه|ترجمه\s+و\s*تحرير)\s*[:/–-]?\s*(?P<by>[^.؛:]+?){_AEND}",
        "translated",
        needs_name=True,
    ),
    _rule(
        "translation",
        rf"{_ANOTE}(?:ترجمه|ترجمها|ترجمته|ترجمه\s+عن\s+\S+)\s*[:/]\s*(?P<by>[^.؛:]+?){_AEND}",
        "translated",
        needs_name=True,
    ),
    _rule(
        "responsibility",
        rf"{_ANOTE}{_ASUBJECT}.{{0,80}}?(?<!لا\s){_AVERB}\s+(?:فقط\s+|حصرا\s+|بالضروره\s+)?(?:فقط\s+)?(?:الا\s+)?عن\s+(?:فقط\s+)?{_ASTANCE}\s+{_AAUTHOR}",
        responsibility="author",
    ),
    _rule(
        "responsibility",
        rf"{_ANOTE}{_ASUBJECT}.{{0,80}}?(?:لا\s+)?{_AVERB}\s+(?:الا\s+)?عن\s+(?:الا\s+)?{_ASTANCE}\s+{_AAUTHOR}",
        responsibility="author",
    ),
    _rule(
        "responsibility",
        rf"{_ANOTE}{_ASUBJECT}.{{0,120}}?(?:و?انما|بل)\s+(?:{_AVERB}\s+)?(?:عن\s+)?{_ASTANCE}\s+{_AAUTHOR}",
        responsibility="author",
    ),
    _rule(
        "endorsement",
        rf"{_ANOTE}{_ASUBJECT}.{{0,120}}?(?:و?لا|وليس|و?ليست)\s+(?:{_AVERB}\s+)?(?:بالضروره\s+)?(?:عن\s+)?(?:بالضروره\s+)?(?:عن\s+)?{_ASTANCE}\s+(?!{_AAUTHOR})(?P<party>[^.؛،]+?)(?:[،,؛].*)?{_AEND}",
        "not_endorsed",
    ),
    _rule(
        "endorsement",
        rf"{_ANOTE}(?P<party>[^.؛،]{{2,50}}?)\s+لا\s+[يت](?:تبني|ءيد)\s+(?:بالضروره\s+)?(?:{_AVIEWS}|ما\s+يرد|مضمون)\s*(?:الوارده|المنشوره|في\s+)",
        "not_endorsed",
    ),
    _rule(
        "endorsement",
        rf"{_ANOTE}(?:لا\s+)[يت](?:تبني|ءيد)\s+(?P<party>[^.؛،]{{2,50}}?)\s+(?:بالضروره\s+)?{_AVIEWS}\s+(?:الوارده|المنشوره)",
        "not_endorsed",
    ),
    _rule(
        "responsibility",
        rf"{_ANOTE}(?:تقع\s+)?(?:ال)?مسءوليه\s+(?:عن\s+)?(?:{_AVIEWS}|ما\s+(?:ورد|يرد)|محتوي|مضمون|صحه).*(?:تقع|علي\s+عاتق|يتحملها|علي)\s+.*{_AAUTHOR}",
        responsibility="author",
    ),
    _rule(
        "responsibility",
        rf"{_ANOTE}(?:تقع\s+)?(?:ال)?مسءوليه\s+(?:عن\s+)?(?:{_AVIEWS}|ما\s+(?:ورد|يرد)|محتوي|مضمون|صحه).*(?:تقع|علي\s+عاتق|يتحملها|علي)\s+.*(?:المصدر|مصدرها|مصدره)(?!\w)",
        responsibility="source",
    ),
    _rule(
        "responsibility",
        rf"{_ANOTE}(?:[يت]تحمل\s+)?{_AAUTHOR}\s+(?:وحده\s+|وحدها\s+)?(?:هو\s+|هي\s+)?(?:مسءول|مسءوله|[يت]تحمل|(?:كامل\s+)?مسءوليه|المسءول|المسءوله|كامل)\b.*(?:محتوي|مضمون|ما\s+ورد|ما\s+يرد|الاراء|المعلومات|ما\s+جاء|{_APIECE})",
        responsibility="author",
    ),
    _rule(
        "responsibility",
        rf"{_ANOTE}(?:لا\s+[يت]تحمل\s+(?P<party>(?:الموقع|الصحيفه|الناشر|هيءه\s+التحرير|موقع|صحيفه)[^.؛،]{{0,40}}?)|(?:الموقع|الصحيفه|الناشر|هيءه\s+التحرير)\s+(?:لا\s+[يت]تحمل|غير\s+مسءول\w*))\s*(?:اي\s+|ايه\s+)?(?:مسءوليه\s+)?(?:عن\s+)?(?:محتوي|مضمون|ما\s+(?:ورد|يرد|ينشر)|الاراء|المعلومات|صحه|التعليقات)",
        responsibility="nobody",
    ),
    _rule(
        "verification",
        rf"{_ANOTE}(?:لا|لم)\s+[يتن]ت(?:حقق|اكد)\s+(?P<party>[^.؛،]{{2,40}}?\s+)?من\s+(?:صحه|دقه|محتوي|مضمون)\s+(?:{_ATHIS}|ما\s+(?:ورد|يرد)\s+في\s+{_ATHIS}|{_AVIEWS}\s+(?:الوارده|المنشوره)|{_APIECE}\s+(?:المنشوره|المترجمه|التي\s+[يتن]ترجم\w*|التي\s+[يتن]نشر\w*))",
        "not_verified",
    ),
    _rule(
        "permission",
        rf"{_ANOTE}(?:{_ATHIS}\s+)?(?:ينشر|تنشر|نشر|نشرت|منشور|اعيد\s+نشر\w*|يعاد\s+نشر\w*|تعاد\s+نشر\w*|ترجم\s+ونشر)\s*(?:{_ATHIS}\s+)?(?:هنا\s+)?(?:باذن|بموافقه|بترخيص|بالاتفاق\s+مع|بتصريح)\s*(?:خاص\s+|خطي\s+|مسبق\s+)?(?:من\s+)?(?P<permitter>[^.؛،]+?){_AEND}",
        "permission",
    ),
    _rule(
        "permission",
        rf"{_ANOTE}(?:باذن|بموافقه|بترخيص|بتصريح)\s+(?:خاص\s+|خطي\s+)?من\s+(?P<permitter>(?:[«\"“]|موقع|صحيفه|جريده|مجله|وكاله|الكاتب|الناشر|دار|شبكه|مركز)[^.؛،]{{1,50}}?){_AEND}",
        "permission",
    ),
    _rule(
        "rights",
        r"^[\W_]*(?:©\s*)?(?:جميع|كل|كافه)\s+(?:ال)?حقوق\s+(?:النشر\s+|الملكيه\s+)?محفوظه(?:\s+(?:ل|لدي\s+|لصالح\s+)(?P<permitter>[^.؛،\d©]+?))?[\s.©\d–-]*$",
        "permission",
    ),
    _rule(
        "rights",
        r"^[\W_]*(?:©\s*)?حقوق\s+(?:النشر|الطبع|الملكيه)\s+(?:والنشر\s+)?محفوظه(?:\s+(?:ل|لدي\s+)(?P<permitter>[^.؛،\d©]+?))?[\s.©\d–-]*$",
        "permission",
    ),
    _rule(
        "rights",
        rf"{_ANOTE}(?:يمنع|يحظر|لا\s+يجوز|لا\s+يسمح)\s+(?:ب)?(?:اعاده\s+)?(?:نشر|النشر|نقل|نسخ|اقتباس|استخدام)\s+(?:{_ATHIS}|اي\s+ماده|محتوي|المحتوي|المواد).*(?:اذن|موافقه|الاشاره\s+الي)",
        "permission",
    ),
    _rule("source", rf"{_ANOTE}نقلا\s+عن\s*[:\s]\s*(?P<source>[^.؛،]+?){_AEND}", needs_name=True),
    _rule(
        "source",
        rf"{_ANOTE}(?:نشر|نشرت)\s+{_ATHIS}\s+(?:للمره\s+الاولي\s+|اصلا\s+|اولا\s+|بالاصل\s+)?(?:في|علي)\s+(?P<source>[^.؛،]+?){_AEND}",
        needs_name=True,
    ),
    _rule(
        "abridgement",
        rf"{_ANOTE}(?:(?:اختصر|تم\s+اختصار|جري\s+اختصار|اختصرت)\s+{_ATHIS}|{_ATHIS}\s+(?:مختصر|مختصره)(?!\w))",
        "abridged",
    ),
)

RULES: Final[dict[str, tuple[Rule, ...]]] = {"en": _ENGLISH, "ar": _ARABIC}
"""All rules by language, tried on every sentence; a sentence may satisfy several."""
