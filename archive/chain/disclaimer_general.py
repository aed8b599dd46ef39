"""Disclaimers by what they must contain, whatever their order: the text itself ("this article", هذا المقال) and a claim.

The rules of ``disclaimer_english`` and ``disclaimer_arabic`` know how such sentences are usually built; these know
only that news does not speak of itself. A sentence that reports speech ("officials said this report …") is news.
"""

# ruff: noqa: E501  one rule, one line: a wrapped pattern is harder to read than a long one

from __future__ import annotations

import re
from typing import Final

from archive.chain.disclaimer_rules import Rule, rule

_OWN_WORDS: Final = r"^(?!.*\b(?:said|says|saying|told|according\s+to|added|adding|argued|claimed\s+that|announced|reported\s+that)\b)(?!.*[“\"][^”\"]{30})"
_PIECE: Final = r"(?:article|piece|text|story|report|op-ed|interview|column|commentary|essay|post|item|content|material|translation|publication|page|website|site|feature|dispatch)s?"
_SELF: Final = rf"\b(?:(?:this|these|the\s+above|the\s+following|the\s+present)\s+(?:[\w-]+\s+){{0,2}}?{_PIECE}|{_PIECE}\s+above)\b"
_SUBJECT: Final = rf"[\W_]*(?:[\w'’ ]{{3,20}}:\s*)?{_SELF}"
_NEVER: Final = r"(?:\b(?:not|cannot|none|never|neither|unable|without|no)\b|n['’]t\b)"
_BE: Final = r"(?:was|were|is|are|has\s+been|have\s+been|had\s+been)"
_ALL_OF: Final = r"(?:responsible|liable|accountable|answerable)"

_ENGLISH: Final[tuple[Rule, ...]] = (
    rule(
        "translation",
        rf"{_OWN_WORDS}{_SUBJECT}\s+{_BE}\s+[^.]{{0,60}}?\btranslated\b(?!\s+into\s+(?!english|arabic))(?:(?:\s+[\w,-]+){{0,8}}?\s+(?:and\s+)?(?:edited|abridged|shortened|condensed)\b)?",
        "translated",
    ),
    rule(
        "translation",
        rf"{_OWN_WORDS}[\W_]*this\s+is\s+(?:an?|the|our)\s+(?:[\w-]+\s+){{0,3}}?translation\b",
        "translated",
        follows=True,
    ),
    rule(
        "abridgement",
        rf"{_OWN_WORDS}{_SUBJECT}\s+{_BE}\s+(?:[\w-]+\s+){{0,3}}?(?:edited|abridged|shortened|condensed)\s+(?:for|from|to|and|by\s+(?:our|the)\s+(?:editors|staff|desk))\b",
    ),
    rule(
        "verification",
        rf"{_OWN_WORDS}.*{_NEVER}.{{0,60}}?\b(?:verif(?:y|ied)|confirm(?:ed)?|corroborated?|authenticated?|fact-check(?:ed)?|vouch)\b.*(?:{_SELF}|\bthis\s+(?:information|account|claim)\b)",
        "not_verified",
    ),
    rule(
        "verification",
        rf"{_OWN_WORDS}.*{_SELF}.{{0,60}}?{_NEVER}.{{0,30}}?\b(?:verified|confirmed|corroborated|authenticated|fact-checked)\b",
        "not_verified",
    ),
    rule(
        "verification",
        rf"{_OWN_WORDS}[\W_]*none\s+of\s+the\s+[\w ]{{3,40}}?(?:{_SELF})\s+(?:has|have|could)\s+(?:been\s+|be\s+)?(?:independently\s+)?(?:been\s+)?(?:verified|confirmed)",
        "not_verified",
    ),
    rule(
        "responsibility",
        rf"{_OWN_WORDS}[^,;:]{{2,60}}?\s+(?:is|are|shall|will|can)\s+not\s+(?:be\s+)?(?:held\s+)?{_ALL_OF}\s+for\s+.*{_SELF}",
        responsibility="nobody",
    ),
    rule(
        "responsibility",
        rf"{_OWN_WORDS}[^,;:]{{2,60}}?\s+(?:accepts?|bears?|assumes?|takes?)\s+no\s+(?:responsibility|liability)\s+.*{_SELF}",
        responsibility="nobody",
    ),
    rule(
        "responsibility",
        rf"{_OWN_WORDS}.*{_SELF}\s+(?:is|are|remains?|belongs?|rests?|lies|reflects?|represents?|expresses)\s+(?:to\s+|with\s+)?(?:only\s+|solely\s+|exclusively\s+)?(?:those\s+of\s+|the\s+(?:sole\s+)?responsibility\s+of\s+|the\s+(?:personal\s+)?(?:views?|opinions?)\s+of\s+)?(?:the\s+|its\s+|their\s+)(?:authors?|writers?)\b",
        responsibility="author",
    ),
    rule(
        "endorsement",
        rf"{_OWN_WORDS}.*(?:{_SELF}|\bauthors?['’]s?\s+(?:views?|opinions?)).{{0,60}}?\bnot\s+(?:necessarily\s+)?(?:reflect|represent|express|endorsed|mirror|imply|constitute|those\s+of)\b(?!.*\bbut\s+(?:only\s+)?those\s+of\s+the\s+author)",
        "not_endorsed",
    ),
    rule(
        "abridgement",
        rf"{_OWN_WORDS}[\W_]*(?:[\w'’ ]{{3,20}}:\s*)?(?:some|several|parts|passages|paragraphs|portions|sections)\s+(?:[\w-]+\s+)?(?:of|from|in)\s+{_SELF}\s+{_BE}\s+(?:omitted|cut|removed|left\s+out|shortened)",
        "abridged",
    ),
    rule(
        "permission",
        r"^[\W_]*(?:re-?)?(?:published|printed|produced|posted)\s+(?:here\s+)?(?:courtesy\s+of|by\s+arrangement\s+with)\s+(?P<permitter>[^.;()]+?)[\s.]*$",
        "permission",
        needs_name=True,
    ),
    rule(
        "permission",
        rf"{_OWN_WORDS}{_SUBJECT}\s+.{{0,60}}?\b(?:with|by)\s+(?:[\w-]+\s+){{0,2}}?(?:permission|courtesy|arrangement)\s+(?:of|from|with)\s+(?P<permitter>[^.;()]+?)[\s.]*$",
        "permission",
        needs_name=True,
    ),
)

_NOT_SPEECH: Final = r"^(?!.*(?<!\w)(?:قال|قالت|وقال|بحسب|حسب|وفق|وفقا|اضاف|اضافت|اكد|اكدت|اعلن|اعلنت|نقلت)(?!\w))"
_APIECE: Final = r"(?:المقال|المقاله|النص|التقرير|الماده|الخبر|الحوار|المقابله|الموضوع|الترجمه|القصه|التحليل|المنشور|المحتوي|التحقيق)"
_ATHIS: Final = rf"(?<!\w)(?:و|ب|ل)?(?:هذا|هذه)\s+{_APIECE}(?!\w)"
_LANGUAGE: Final = r"(?:عن|من)\s+(?:اللغه\s+)?(?:العربيه|الانكليزيه|الانجليزيه|الفرنسيه|الكرديه|التركيه|الالمانيه)"
_AUTHOR: Final = r"(?:كاتبها|كاتبه|كتابها|الكتاب|الكاتب|الكاتبه|اصحابها|صاحبها|صاحبه|مءلفها|مءلفه|المءلف)(?!\w)"
_VIEWS: Final = r"(?:الاراء|الافكار|وجهات\s+النظر|المعلومات|المواقف|المقالات|المواد|النصوص)"
_ANOTE: Final = r"[\W_]*(?:[^:]{3,20}:\s*)?"
_ALL: Final = rf"{_ANOTE}(?:(?:كل|جميع|كافه)\s+)?(?:{_VIEWS}\s+(?:الوارده|المنشوره|المذكوره)|ما\s+(?:ينشر|يرد|ورد|نشر|جاء|يكتب)|{_ATHIS})[^،؛]{{0,40}}?"

_ARABIC: Final[tuple[Rule, ...]] = (
    rule(
        "translation",
        rf"{_NOT_SPEECH}[\W_]*(?:ترجم|ترجمت)\s+(?:(?:هذا|هذه)\s+)?{_APIECE}\s+{_LANGUAGE}(?:\s+(?P<by>[^.؛،:]+?))?[\s.]*$",
        "translated",
    ),
    rule(
        "translation",
        rf"{_NOT_SPEECH}[\W_]*(?:تم\s+|جري\s+)?(?:ترجم|ترجمت|ترجمه)\s+{_ATHIS}",
        "translated",
    ),
    rule(
        "translation",
        rf"{_NOT_SPEECH}[\W_]*{_ATHIS}\s+مترجمه?\s+{_LANGUAGE}\s+ومحرره?(?:\s+(?:من\s+قبل|علي\s+يد)\s+(?P<by>[^.؛،]+?))?[\s.]*$",
        "translated",
    ),
    rule("translation", rf"{_NOT_SPEECH}[\W_]*(?:هذه|فيما\s+يلي|في\s+ما\s+يلي)\s+ترجمه\s+.*", "translated"),
    rule(
        "abridgement",
        rf"{_NOT_SPEECH}{_ANOTE}{_ATHIS}\s+(?:هو\s+|هي\s+)?(?:نسخه|ترجمه|صيغه)\s+(?:مختصره|موجزه)(?!\w)",
        "abridged",
    ),
    rule(
        "responsibility",
        rf"{_NOT_SPEECH}{_ANOTE}(?:المصدر|الناشر\s+الاصلي)\s+(?:وحده\s+)?(?:هو\s+)?(?:ال)?مسءول\s+(?:وحده\s+)?عن\s+.*{_ATHIS}",
        responsibility="source",
    ),
    rule(
        "abridgement",
        rf"{_NOT_SPEECH}[\W_]*(?:خضع|خضعت)\s+{_ATHIS}\s+(?:لل|ل)(?:تحرير|اختصار|مراجعه|تلخيص|تعديل).*",
    ),
    rule(
        "responsibility",
        rf"{_NOT_SPEECH}{_ALL}\s+(?:لا\s+)?[يت](?:عبر|مثل|عكس)\s+(?:فقط\s+|الا\s+)?(?:عن\s+)?(?:فقط\s+)?(?:(?:راي|اراء|وجهه\s+نظر|وجهات\s+نظر|موقف|مواقف)\s+)?{_AUTHOR}",
        responsibility="author",
    ),
    rule(
        "responsibility",
        rf"{_NOT_SPEECH}[\W_]*(?:تقع\s+)?(?:ال)?مسءوليه\s+(?:عن\s+)?(?:محتوي\s+|مضمون\s+)?(?:(?:هذا|هذه)\s+)?{_APIECE}\s+(?:تقع\s+)?(?:علي|علي\s+عاتق)\s+{_AUTHOR}",
        responsibility="author",
    ),
    rule(
        "responsibility",
        rf"{_NOT_SPEECH}[^.؛،:]{{2,50}}?\s+(?:لا\s+[يت]تحمل|غير\s+مسءوله?|ليست?\s+مسءوله?)\s+.*{_ATHIS}",
        responsibility="nobody",
    ),
    rule(
        "endorsement",
        rf"{_NOT_SPEECH}{_ALL}\s+.{{0,60}}?لا\s+[يت](?:عبر|مثل|عكس)\s+(?:بالضروره\s+)?(?:عن\s+)?(?:راي|اراء|وجهه\s+نظر|موقف|سياسه)\s+(?!{_AUTHOR})",
        "not_endorsed",
    ),
    rule(
        "endorsement",
        rf"{_NOT_SPEECH}[\W_]*(?:ان\s+)?(?:نشر|ترجمه|اعاده\s+نشر)\s+{_ATHIS}\s+لا\s+[يت]عني",
        "not_endorsed",
    ),
    rule(
        "verification",
        rf"{_NOT_SPEECH}{_ANOTE}(?:لا|لم|لن|تعذر)\s+(?:[^.؛]{{0,60}}?\s)?(?:يتحقق|التحقق|التاكد|التثبت)\s+[^.؛]{{0,60}}?{_ATHIS}",
        "not_verified",
    ),
    rule(
        "permission",
        rf"{_NOT_SPEECH}[\W_]*(?:ننشر|نعيد\s+نشر|ينشر|تنشر|نشر|نشرت|ترجم|ترجمت|اعيد\s+نشر)\s+{_ATHIS}\s+[^.؛]{{0,40}}?(?:باذن|بموافقه|بالاتفاق\s+مع|بترخيص|بتصريح)\s+(?:من\s+)?(?P<permitter>[^.؛،]+?)[\s.]*$",
        "permission",
    ),
    rule("translation", rf"{_NOT_SPEECH}[\W_]*(?:ننشر|نعيد\s+نشر)\s+(?:هذه\s+)الترجمه", "translated"),
)

GENERAL: Final[dict[str, tuple[Rule, ...]]] = {"en": _ENGLISH, "ar": _ARABIC}
OF_ITSELF: Final = {
    "en": re.compile(r"\b(?:this|these|above|following|present|authors?|courtesy|arrangement)\b"),
    "ar": re.compile(r"(?:هذا|هذه|ترجم|ترجمت|ما|كاتب\w*|ال(?:وارده|منشوره|مذكوره))(?!\w)|مسءوليه"),
}
"""Without one of these words no general rule matches."""
