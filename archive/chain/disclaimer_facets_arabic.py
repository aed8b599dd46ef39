"""What an Arabic sentence that speaks of its own text can claim: each facet is a self-reference and a family of claims.

Composed from ``disclaimer_words_arabic``, searched anywhere in the folded sentence unless anchored. A facet
not marked ``of_itself=False`` is only tried where the sentence has the self-reference; none on reported speech.
"""

# ruff: noqa: E501  one facet, one line: a wrapped pattern is harder to read than a long one

from __future__ import annotations

from typing import Final

from archive.chain.disclaimer_rules import Facets, Late, cue_words, facet
from archive.chain.disclaimer_words_arabic import (
    ANSWER,
    AUTHOR,
    BY_WORD,
    CHECKED,
    EDITED,
    EDITING,
    END,
    LANGUAGE,
    LEAVE,
    NEVER,
    NOTE,
    ON,
    ORIGINAL,
    PARTS,
    PIECE,
    PUBLISHED,
    PURPOSE,
    SELF,
    SHORTENED,
    SHORTENING,
    SOURCE,
    STANCE,
    STATE,
    THIS,
    TRANSLATED,
    TRANSLATION,
    VIEWS,
    WHAT,
    W,
)

_NAME: Final = r"[^.؛،:()]+?"
_BY: Final = rf"(?:[^.؛،]{{0,40}}?\s*{BY_WORD}\s*(?P<by>{_NAME})(?={END}|[،؛]|\s+و(?:حرر|دقق|راجع|نشر|قد)))?"
_ABOUT: Final = rf"(?:[^.؛،]{{0,60}}?(?:{SELF}))?"
_MADE: Final = r"(?<!\w)[وف]?(?:تمت?|جري|جرت|اجري|اجريت|اجرينا|ادخلت|ادخلنا|ادخل|خضعت?|قمنا|قام|قامت|بعد|مع|طرات|طرا|اعيدت?|اعدنا)(?!\w)"
_SPEAKS: Final = r"(?:[يتن]?عبران|[يت]عبر|[يت]عكس|[يت]مثل|[يت]عبرون|[يت]ترجم)"

_TRANSLATION: Final = (
    facet("translation", rf"{NOTE}(?:تمت?\s+|جرت?ي?\s+)?{TRANSLATED}\s+{THIS}{_BY}", "translated"),
    facet("translation", rf"{NOTE}(?:تمت|تم|جرت|جري)\s+{TRANSLATION}\s+{THIS}{_BY}", "translated"),
    facet("translation", rf"{NOTE}(?:عرب|عربت|نقل|نقلت|نقلنا)\s+{THIS}\s*(?:(?:الي|عن)\s+{LANGUAGE}\s*)?(?:(?:{BY_WORD}|في)?\s*(?P<by>{_NAME}))?{END}", "translated", unless=rf"{NOTE}نقل(?!.*(?:الي|عن)\s+{LANGUAGE})"),
    facet("translation", rf"{NOTE}(?:نقلته?ا?|ترجمته?ا?|عربته?ا?|نقله|نقلها|ترجمه|ترجمها|عربه|عربها)\s+(?:الي|عن|من)\s+{LANGUAGE}(?:\s+(?:الي|عن)\s+{LANGUAGE})?\s*(?:بتصرف\s*)?[:،]?\s*(?P<by>{_NAME}){END}", "translated", needs_name=True, of_itself=False),
    facet("translation", rf"{NOTE}{TRANSLATED}\s+(?:{PIECE}|{THIS})\s+(?:(?:(?:الي|عن|من)\s+{LANGUAGE}\s+)+(?:ل(?:صالح|حساب)?\s*{W}{{1,2}}?)?|ل(?:صالح|حساب)\s+{W}{{1,2}}?|:\s*)(?P<by>(?!و?(?:حرر|دقق|راجع|نشر|اعد|قد|جري|تم)){_NAME}){END}", "translated", needs_name=True, of_itself=False),
    facet("translation", rf"{NOTE}{PIECE}\s+مترجمه?\s+(?:{W}){{0,2}}?(?:عن|من|الي)\s+{LANGUAGE}{_BY}{END}", "translated", of_itself=False),
    facet("translation", rf"{NOTE}(?:هذه|هذا|فيما\s+يلي|ما\s+يلي|اليكم|هنا)\s+(?:هي\s+)?ترجمه\s+(?:{W}){{0,3}}?ل(?:مقال|تقرير|نص|حوار|مقابله|دراسه|ماده|تحقيق|بيان|خبر|افتتاحيه|موضوع|عمود|قصه|شهاده)", "translated", of_itself=False),
    facet("translation", rf"{NOTE}(?:ننشر|نقدم|نعيد\s+نشر|تنشر)\s+(?:هنا\s+)?هذه\s+الترجمه", "translated"),
    facet("translation", rf"{THIS}\s+{W}{{0,4}}?{TRANSLATED}{_BY}", "translated"),
    facet("translation", rf"{NOTE}(?:{THIS}|{PIECE}\s+(?:المنشور|المنشوره)\s+(?:اعلاه|هنا))\s+{W}{{0,2}}?{TRANSLATION}(?!\s+(?:عمليه|حقيقيه|فعليه))", "translated"),
    facet("translation", rf"{NOTE}{TRANSLATION}\s+(?:العربيه\s+|الانكليزيه\s+|الانجليزيه\s+)?(?:ل|من\s+)?{THIS}\s*(?:هي\s+)?(?:من\s+(?:اعداد|انجاز|عمل|صنع|تنفيذ)|بقلم|لدي|انجزها|اعدها|اعدتها|:|قام\s+بها)?\s*(?P<by>{_NAME}){END}", "translated", needs_name=True),
    facet("translation", rf"{THIS}\s+(?:هو\s+|هي\s+)?(?:من\s+|ب)ترجمه\s+(?P<by>{_NAME}){END}", "translated"),
    facet("translation", rf"(?:{THIS}).*(?<!\w)و(?:ترجمه|ترجمته|ترجمها|ترجمتها|عربه|عربته|عربها|عربتها|نقله|نقلته|نقلها|نقلتها)\s+(?:(?:الي|عن|من)\s+{LANGUAGE}\s+)*(?P<by>{_NAME}){END}", "translated", needs_name=True),
    facet("translation", rf"{NOTE}(?:تمت|جرت|انجزت)\s+الترجمه\s+(?:والتحرير\s+|والتدقيق\s+)?{BY_WORD}\s*(?P<by>{_NAME}){END}", "translated", needs_name=True, of_itself=False),
    facet("translation", rf"(?<!\w)و?الترجمه\s+(?:العربيه\s+|الانكليزيه\s+|الانجليزيه\s+)?(?:هنا\s+)?(?:لنا|من\s+عندنا|غير\s+رسميه|غير\s+حرفيه|غير\s+معتمده){END}", "translated", of_itself=False),
    facet("translation", rf"{NOTE}(?:نص|مقال|مقاله|تقرير|ماده|حوار|مقابله|تحقيق)\s+(?:مترجمه?|معربه?)\s+(?:{W}){{0,3}}?(?:عن|من)\s", "translated", of_itself=False),
    facet("translation", rf"{NOTE}(?P<by>[^.؛،:()]{{3,50}}?)\s+(?:ترجمت?|عربت?)\s+{THIS}", "translated", needs_name=True),
    facet("translation", rf"{NOTE}ترجمه\s+(?:بتصرف|حره|مختصره|موجزه|غير\s+رسميه|خاصه|كامله|حرفيه)\s+(?:عن|من|ل)", "translated", of_itself=False),
    facet("translation", rf"{NOTE}(?:نص|مقال|مقاله|تقرير|ماده|حوار|تحقيق|{PIECE})\s+(?:مترجمه?|معربه?){END}", "translated", of_itself=False),
    facet("translation", rf"{NOTE}قامت?\s+ب(?:نقل|ترجمه|تعريب)\s+{THIS}\s+(?:(?:الي|عن|من)\s+{LANGUAGE}\s+)*(?P<by>{_NAME}){END}", "translated"),
    facet("translation", rf"{NOTE}تعريب\s*[:/]\s*(?P<by>{_NAME}){END}", "translated", needs_name=True, of_itself=False),
    facet("translation", rf"(?:{LEAVE}|{PUBLISHED})[^.؛]{{0,40}}?(?<!\w)[وبل]?ترجمه\s+{THIS}", "translated"),
    facet("translation", rf"{NOTE}(?:ترجمت?|عربت?)\s+(?P<by>{_NAME})\s+{THIS}", "translated", needs_name=True),
    facet("translation", rf"{THIS}[^.؛]{{0,60}}?(?<!\w)و?بترجمه\s+(?P<by>{_NAME}){END}", "translated", needs_name=True),
    facet("translation", rf"{NOTE}هذه\s+الترجمه(?!\w)", "translated"),
    facet("translation", rf"(?:هذه|هذا)\s+(?:النسخه|النص|الصيغه)\s+(?:العربيه?|الانكليزيه?|الانجليزيه?)\s+(?:{W}){{0,2}}?(?:عن|من|ل)", "translated"),
    facet("translation", rf"{NOTE}\S{{3,}}نا\s+(?:علي\s+)?ب?{TRANSLATION}[^.؛]{{0,40}}?{THIS}", "translated"),
    facet("translation", rf"{NOTE}(?:الترجمه|المترجمه?|ترجمه)(?:\s+(?:العربيه|الي\s+\S+|عن\s+\S+))?\s*[:/]\s*(?P<by>{_NAME})(?={END}|\s*[،؛/|])", "translated", needs_name=True, of_itself=False),
    facet("translation", rf"{THIS}\s+(?:قد\s+)?نقلت?\s+(?:الي|عن|من)\s+{LANGUAGE}", "translated"),
    facet("translation", rf"(?<!\w)(?:المترجمه?|المعربه?)(?!\w)[^.؛]{{0,30}}?{ANSWER}[^.؛]{{0,30}}?(?:خطا|اخطاء|سهو|ترجمه)", "translated"),
    facet("translation", rf"{NOTE}(?:انجزت?|اعدت?|تولت?ي?|وضعت?|قدمت?|قامت?\s+ب)\s*(?:ال)?ترجمه\s+(?:{THIS}\s+)?(?P<by>{_NAME})(?={END}|\s+و(?:راجع|دقق|حرر))", "translated", needs_name=True, of_itself=False),
    facet("translation", rf"{NOTE}(?:تولت?ي?|انجزت?|اعدت?|قامت?)\s+(?P<by>{_NAME})\s+(?:ب)?{TRANSLATION}\s+{THIS}", "translated"),
    facet("translation", rf"(?<!\w)(?:اخطاء|خطا|هفوات|هفوه|اغلاط|سهو)\s+(?:{W}){{0,2}}?(?:في|ب)\s*(?:ال|هذه\s+ال)ترجمه(?!\w)", "translated", of_itself=False),
    facet("translation", r"(?<!\w)(?:اختلاف|تعارض|تباين|خلاف|التباس|تضارب)(?!\w).*(?:يعتمد|يعتد|المرجع|المعتمد|يرجح|يعول|الاولويه|الفيصل|يسود)", "translated"),
    facet("translation", rf"{NOTE}ننشر\s+.{{0,30}}?{TRANSLATION}\s+(?:{PIECE}|{THIS}|ل|مقال|نص)", "translated", of_itself=False, unless=r"قواء?ات|قوه"),
)  # fmt: skip

_EDITING: Final = (
    facet("abridgement", rf"{_MADE}\s+{W}{{0,4}}?(?:{EDITING}|{SHORTENING}).{{0,50}}?(?:{THIS})"),
    facet("abridgement", rf"(?:{THIS})\s+(?:{W}){{0,4}}?(?:{_MADE}\s+(?:{W}){{0,2}}?)?(?:{EDITING}|{SHORTENING}|{EDITED}|{SHORTENED})", unless=rf"{NEVER}\s+{W}{{0,3}}?(?:{EDITING}|{EDITED})"),
    facet("abridgement", rf"{NOTE}(?:{EDITED}|{SHORTENED})\s+(?:{W}){{0,4}}?(?:{THIS})"),
    facet("abridgement", rf"{NOTE}(?:{EDITED}|{SHORTENED}|{_MADE}\s+(?:{W}){{0,2}}?(?:{EDITING}|{SHORTENING}))\s+(?:{W}){{0,4}}?{PIECE}(?!\w)[^.؛]{{0,30}}?{PURPOSE}", of_itself=False),
    facet("abridgement", rf"{NOTE}(?:(?:ننشر|نقدم|هذه|هذا|فيما\s+يلي|اليكم)\s+)(?:هنا\s+|هي\s+|فيما\s+يلي\s+)?(?:نسخه|صيغه|ترجمه|نص)\s+(?:مختصره?|موجزه?|محرره?|منقحه?|معدله?|ملخصه?|مقتضبه?)\s+(?:من|عن|ل)\s*{PIECE}", of_itself=False),
    facet("abridgement", rf"{NOTE}(?:{SHORTENED}|{_MADE}\s+{SHORTENING})\s+(?:{W}){{0,2}}?{PARTS}\s+(?:{W}){{0,3}}?(?:الاصل|الاصلي|{THIS})", "abridged", of_itself=False),
    facet("abridgement", rf"{NOTE}(?:ال)?(?:عنوان|عناوين)(?:\s+\S+)?\s+من\s+(?:وضع|عند|اختيار|صياغه)\s*(?:نا|المحررين|المحرر|التحرير|الموقع|المترجمه?|هيءه|اسره)", "edited", of_itself=False),
    facet("abridgement", rf"{NOTE}(?:غيرنا|غيرت?|عدلنا|عدلت?|تم\s+(?:تغيير|تعديل)|جري\s+(?:تغيير|تعديل))\s+(?:ال)?عنوان\s+(?:{W}){{0,2}}?(?:{THIS})", "edited"),
    facet("abridgement", rf"{NOTE}{PIECE}\s+(?:منقوله?|مترجمه?|مختصره?)\s+[^.؛]{{0,50}}?(?:{EDITED}|{SHORTENED})"),
    facet("abridgement", rf"{NOTE}(?:نسخه|صيغه|ترجمه)\s+(?:مختصره|موجزه|مختزله|محرره|منقحه)\s+(?:من|عن|ل)\s*(?:ال)?(?:مقال|مقاله|تقرير|حوار|مقابله|دراسه|نص|ماده|تحقيق)(?!\w)", of_itself=False),
    facet("abridgement", rf"{NOTE}{PIECE}\s+(?:مختصره?|موجزه?|محرره?|منقحه?){END}", of_itself=False),
    facet("abridgement", rf"{NOTE}(?:غيرت|غيرنا|استبدلت|استبدلنا|حجبت|حجبنا|اخفيت|عدلت)\s+(?:{W}){{0,3}}?(?:في|من)\s*{THIS}", "edited"),
    facet("abridgement", rf"(?:{THIS}).{{0,40}}?(?:مع\s+(?:بعض\s+)?(?:ال)?|ب)تصرف(?!\w)", "edited", unless=rf"{TRANSLATED}|نقلت?\s"),
)  # fmt: skip

_RESPONSIBILITY: Final = (
    facet("responsibility", rf"{NOTE}{STATE}(?:(?!{NEVER}).)*?{ANSWER}(?:(?!{NEVER}).){{0,90}}?(?:{ON}\s*)?{AUTHOR}", responsibility="author"),
    facet("responsibility", rf"{NOTE}(?:(?!{NEVER}).){{0,40}}?{AUTHOR}\s+(?:(?!{NEVER}).){{0,40}}?{ANSWER}", responsibility="author"),
    facet("responsibility", rf"(?:{WHAT}{_ABOUT}|{THIS}|(?<!\w)(?:ما|كل\s+(?:مقال|نص))(?!\w))[^.؛]{{0,40}}?(?<!لا\s)(?:{_SPEAKS}|[يت]خص|ملك|[يت]عود|[يت]لزم|خاصه?|هو|هي|[يت]نسب)\s+(?:فقط\s+|حصرا\s+|الا\s+|راي\s+|شخصي\s+)*(?:عن\s+|الي\s+|ب)?(?:الا\s+|فقط\s+)?(?:{STANCE}\s+(?:شخصيه?\s+)?)?{AUTHOR}", responsibility="author"),
    facet("responsibility", rf"{NOTE}{_SPEAKS}\s+(?:{THIS}|{WHAT}{_ABOUT})\s+(?:{W}){{0,2}}?عن\s+(?:{STANCE}\s+)?{AUTHOR}", responsibility="author"),
    facet("responsibility", rf"(?:{THIS}|{WHAT}{_ABOUT}).{{0,30}}?لا\s+(?:{_SPEAKS}|[يت]لزم)\s+(?:{W}){{0,2}}?(?:الا|سوي)\s+(?:{W}){{0,3}}?{AUTHOR}", responsibility="author"),
    facet("responsibility", rf"{NOTE}(?:(?!{NEVER}).)*?{ANSWER}(?:(?!{NEVER}).){{0,90}}?(?:{ON}\s*)?{SOURCE}", responsibility="source"),
    facet("responsibility", rf"{NOTE}(?:(?!{NEVER}).){{0,40}}?{SOURCE}\s+(?:(?!{NEVER}).){{0,40}}?{ANSWER}", responsibility="source"),
    facet("responsibility", rf"{NOTE}{STATE}[^.؛]{{0,60}}?(?<!\w)(?:و?لا|لن|غير|و?ليست?|لسنا|ليسوا)\s+(?:[يتن]تحمل(?:ون)?\s+(?:{W}){{0,5}}?)?(?:بالضروره\s+)?{ANSWER}(?!\s+{AUTHOR})", responsibility="nobody", unless=rf"{NEVER}\s+[يت]تحمل\w*\s+(?:{W}){{0,4}}?{ANSWER}\s.*(?:الا|سوي)\s+{AUTHOR}"),
    facet("responsibility", rf"{NOTE}{STATE}[^.؛]{{0,40}}?(?<!\w)و?(?:[يتن]خلي|اخلت|اخلينا|[يت]تنصل|نتنصل)\s+[^.؛]{{0,50}}?{ANSWER}", responsibility="nobody"),
    facet("responsibility", rf"(?<!\w)لا\s+علاقه\s+(?:لنا|ل\S+)\s+(?:{W}){{0,3}}?ب(?:ما|مضمون|محتوي|هذا|هذه|الاراء)", responsibility="nobody"),
    facet("responsibility", rf"{NOTE}(?:هذا|هذه|هذي|هي|هو)\s+(?:ال)?(?:راي|اراء)\s+(?:شخصيه?\s+ل?)?{AUTHOR}", responsibility="author", of_itself=False),
    facet("responsibility", rf"{NEVER}\s+[يت](?:سال|ساءل|حاسب|جيب)\s+عن\s+[^.؛]{{0,50}}?(?:الا|سوي|غير)\s+{AUTHOR}", responsibility="author"),
    facet("responsibility", rf"{WHAT}{_ABOUT}\s+(?:هي\s+)?شخصيه(?!\w)", responsibility="author"),
    facet("responsibility", rf"{NOTE}(?:ولا|لا)\s+[يتن]تحمل\s+(?:الموقع|الصحيفه|الناشر|التحرير|المجله|المنصه|هيءه\s+التحرير|اسره\s+التحرير)\s+(?:{W}){{0,2}}?{ANSWER}\s+(?:عن\s+)?(?:ما\s+ورد|ما\s+جاء|عما\s+ورد|محتواه?ا?|مضمونه?ا?).*", responsibility="nobody", follows=True, of_itself=False),
)  # fmt: skip

_ENDORSEMENT: Final = (
    facet("endorsement", rf"(?:{WHAT}|{THIS}).*?(?<!\w)و?(?:لا|لن|ليست?)\s+(?:بالضروره\s+)?(?:ان\s+)?(?:{_SPEAKS}\s+|[يت]لزم\s+)(?:بالضروره\s+|دوما\s+|داءما\s+)?(?:عن\s+)?(?:بالضروره\s+)?(?!الا|سوي|{AUTHOR})(?:{STANCE}\s+(?!{AUTHOR}))?", "not_endorsed"),
    facet("endorsement", rf"(?:{WHAT}|{THIS}).*?(?<!\w)و?ليست?\s+(?:بالضروره\s+)?(?:(?:عن\s+)?{STANCE}|عن)\s+(?!{AUTHOR})", "not_endorsed"),
    facet("endorsement", rf"{NOTE}(?:لا|ليس)\s+(?:بالضروره\s+)?(?:ان\s+)?{_SPEAKS}\s+(?:بالضروره\s+)?(?:{WHAT}|{THIS})", "not_endorsed", unless=r"(?<!\w)الا\s+عن"),
    facet("endorsement", rf"{NEVER}\s+(?:بالضروره\s+)?(?:ان\s+)?(?:[يتن]تبني|[يتن]ءيد|[يتن]لتزم|[يتن]دعم|[يتن]روج|[يتن]تفق|[يتن]شاطر|[يتن]وافق|[يتن]شارك|[يتن]شاركه?م?|[يتن]قر)\s+[^؛]*(?:{SELF}|{AUTHOR})", "not_endorsed"),
    facet("endorsement", rf"(?:(?:نشر|ترجمه|اعاده\s+نشر|ايراد|عرض|ظهور|ادراج|نشرنا)(?:نا|ها|ه)?\s+[^.؛]{{0,40}}?(?:{SELF})|(?:{SELF}))[^.؛]{{0,40}}?{NEVER}\s+(?:بالضروره\s+)?(?:[يت]عني|[يت]شكل|[يت]مثل|[يت]عد|[يت]عتبر|[يت]ستلزم)\s+(?:بالضروره\s+|باي\s+حال\s+|ابدا\s+|اي\s+)*(?:تبني|تبنيا?|موافق|الموافقه|موافقه|تاييد|تاييدا?|اتفاق|اقرار|تزكيه|انحياز|اننا|ان\s|قبول)", "not_endorsed"),
    facet("endorsement", r"(?<!\w)و?(?:غير|ليست?|لا)\s+(?:ملزمه?|معنيه?|ملتزمه?)\s+ب", "not_endorsed"),
    facet("endorsement", rf"{NOTE}(?:[^.؛،]{{2,40}}?\s)?و?لا\s+[يتن](?:تبني|ءيد|وافق\s+علي|شاطر)\s+(?:بالضروره\s+)?(?:مضمون(?:ه|ها)|محتوا(?:ه|ها)|ما\s+(?:ورد|جاء|يرد)\s+في(?:ه|ها)|كل\s+ما\s+\S+\s+في(?:ه|ها)){END}", "not_endorsed", follows=True, of_itself=False),
    facet("endorsement", rf"{NEVER}\s+(?:بالضروره\s+)?(?:[يت]عني|[يت]شكل|[يت]عد|[يت]عتبر)\s+(?:{W}){{0,2}}?(?:نشر|ترجمه|ايراد|ادراج|ظهور)\w*\s+[^.؛]{{0,20}}?{SELF}", "not_endorsed"),
    facet("endorsement", r"(?<!\w)و?(?:لسنا|غير)\s+(?:معنيين|معنيون|ملزمين|ملزمون|طرفا)(?!\w)", "not_endorsed"),
    facet("endorsement", rf"(?<!\w)و?(?:لا|ليس)\s+[يت](?:تطابق|نسجم|توافق|تماهي|لتقي)\s+(?:{W}){{0,3}}?(?:مع\s+)?[^.؛]{{0,30}}?{SELF}", "not_endorsed"),
    facet("endorsement", rf"{SELF}[^.؛]{{0,50}}?(?<!\w)و?ليست?\s+(?:باي\s+حال\s+)?(?:تزكيه|تاييدا?|تبنيا?|موافقه|اقرارا?)(?!\w)", "not_endorsed"),
    facet("endorsement", rf"(?:{SELF}).{{0,40}}?(?:دون|بدون|من\s+دون)\s+(?:{W})?(?:تبني|تاييد|موافقه)", "not_endorsed"),
)  # fmt: skip

_OTHER: Final = (
    facet("verification", rf"{NEVER}\s+(?:{W}){{0,7}}?{CHECKED}[^؛]{{0,80}}?{SELF}|{NEVER}[^؛]{{0,40}}?{SELF}[^؛]{{0,40}}?{CHECKED}|{SELF}[^؛]{{0,50}}?{NEVER}\s+(?:{W}){{0,7}}?{CHECKED}", "not_verified"),
    facet("permission", rf"{PUBLISHED}[^؛]{{0,70}}?{LEAVE}(?:\s+(?:{W}){{0,2}}?(?:من|مع)\s+(?P<permitter>{_NAME})(?={END}|[،؛]))?", "permission", unless=rf"{NEVER}\s+[^.؛]{{0,40}}?{LEAVE}"),
    facet("permission", rf"{LEAVE}[^؛]{{0,60}}?(?:{PUBLISHED}|ب?ترجم\w*|ب?استخدام|نعيد)[^؛]{{0,20}}?(?:{THIS})", "permission"),
    facet("permission", rf"(?<!\w)(?:جميع\s+|كافه\s+)?حقوق\s+(?:{W}){{0,2}}?(?:{THIS})", "permission"),
    facet("permission", rf"(?:{THIS})[^؛]{{0,40}}?{LEAVE}[^؛]{{0,40}}?(?:من|مع|لنا)", "permission"),
    facet("source", rf"{NOTE}(?:سبق\s+ان\s+)?(?:نشر|نشرت|ظهر|ظهرت|صدر|صدرت)\s+{THIS}\s+(?:{W}){{0,4}}?(?:في|علي|عبر|لدي)\s+(?P<source>{_NAME})(?={END}|[،؛]|\s+و(?:ترجم|عرب|نقل|حرر))", needs_name=True),
    facet("source", rf"{NOTE}(?:سبق\s+ان\s+)?(?:نشرت?|ظهرت?|صدرت?)\s+{THIS}\s+(?:للمره\s+الاولي|اول\s+مره|اصلا|سابقا|اولا|من\s+قبل)(?!\w)"),
    facet("source", rf"{NOTE}(?:نشرت?|ظهرت?)\s+{ORIGINAL}(?!\w)", of_itself=False),
    facet("source", rf"{NOTE}{ORIGINAL}\s+(?:منشوره?|نشر|نشرت|متاحه?|موجوده?|ظهر|صدر|علي\s+الرابط)(?!\w)", of_itself=False),
    facet("source", rf"{NOTE}(?:ل|يمكن(?:كم)?\s+)?(?:قراءه|الاطلاع\s+علي|لاطلاع\s+علي|للاطلاع\s+علي|لقراءه|رابط|مطالعه)\s+{ORIGINAL}", of_itself=False),
    facet("source", rf"{NOTE}(?:{THIS})\s+(?:نشر|نشرت|منشوره?|ظهر|صدر)\s+(?:{W}){{0,3}}?(?:في|علي)\s+(?P<source>{_NAME}){END}", needs_name=True),
)  # fmt: skip

ARABIC_FACETS: Final = Facets(
    rules=_TRANSLATION + _EDITING + _RESPONSIBILITY + _ENDORSEMENT + _OTHER,
    cues=cue_words(
        "هذا هذه اعلاه ادناه يلي سبق تقدم ينشر ينشره يرد ورد وردت جاء يكتب التالي التاليه هنا فيه فيها"
        " الوارده المنشوره المذكوره المطروحه المدرجه الكاتب الكتاب كاتبه كاتبها اصحابها",
        prefixes="و ف ب ل ك",
    ),
    opening=Late(
        rf"{NOTE}(?:{VIEWS}|{PIECE}|(?:نص|نسخه|صيغه|مقال|تقرير|ماده|حوار|تحقيق|(?:ال)?عن)|\S+نا\s|(?:الترجمه|المترجم)|\w*(?:غير|ترجم|عرب|نقل|حرر|عدل|ختصر|حذف|قتطع|لخص|نجز|عد|تولي|نشر|قراء|طلاع|رابط)|(?:تم|جري|جرت|اي|لا|قام|تقع|(?:ال)?مسءوليه|ننشر|هذه|كل|جميع))"
    ),
    of_itself=Late(
        rf"{SELF}|(?<!\w)(?:اراء|مقالات|ما\s+(?:ينشره|يكتبه|يطرحه|يقوله)|كتابات)\s+{AUTHOR}|{NOTE}كل\s+(?:مقال|نص|كاتب)(?!\w)|{WHAT}\s+(?:الوارده|المنشوره|المطروحه|المذكوره)|{NOTE}{WHAT}.{{0,40}}?{_SPEAKS}\s+(?:فقط\s+)?(?:الا\s+)?(?:عن\s+)?(?:الا\s+)?(?:{STANCE}\s+)?{AUTHOR}|{NOTE}(?:تقع\s+)?(?:ال)?مسءوليه\s+(?:عن\s+)?(?:محتوي\s+|مضمون\s+)?{PIECE}|{NOTE}{PIECE}\s+(?:لا\s+)?(?:[يت]عبر|[يت]مثل|[يت]عكس|منشور|مترجم|منقول|محرر|مختصر|غير\s+مسءول)|{NOTE}(?:هذا|هذه)\s+(?:ال)?(?:راي|اراء)\s+{AUTHOR}"
    ),
    speech=Late(
        r"(?<!\w)و?(?:قالت?|[يت]قول|[يت]قولون|بحسب|حسب|وفق|وفقا|اضافت?|اكدت?|اعلنت?|نقلت(?!\s+هذ)|افادت?|صرحت?|اوضحت?|ذكرت?(?!\s+(?:اعلاه|هنا))|زعمت?|اتهمت?|كتب\s+علي)(?!\w)|[«“\"][^»”\"]{40}"
    ),
)
