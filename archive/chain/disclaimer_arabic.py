"""Arabic wordings of disclaimers: data, over folded sentences (ه for ة, ا for أ, ء for ؤ and ئ, no harakat).

What the groups mean is in ``disclaimer_rules``.
"""

# ruff: noqa: E501  one rule, one line: a wrapped pattern is harder to read than a long one

from __future__ import annotations

from typing import Final

from archive.chain.disclaimer_rules import Rule, rule

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

ARABIC: Final[tuple[Rule, ...]] = (
    rule(
        "translation",
        rf"{_ANOTE}(?:ترجم|ترجمت|تمت\s+ترجمه|تم\s+ترجمه|جري\s+ترجمه|جرت\s+ترجمه)\s+(?:{_ATHIS}|المقال|المقاله|التقرير|النص|الماده){_AAND}(?:\s+(?:من|عن)\s+(?:اللغه\s+)?(?:العربيه|الانكليزيه|الانجليزيه|الفرنسيه))?(?:\s+(?:الي\s+(?:اللغه\s+)?\S+))?(?:\s+{_ABY}\s+(?P<by>[^.؛]+?))?{_AEND}",
        "translated",
    ),
    rule(
        "translation",
        rf"{_ANOTE}{_ATHIS}\s+(?:مترجم|مترجمه)(?:\s+(?:ومحرر|ومحرره))?(?:\s+(?:من|عن)\s+(?:اللغه\s+)?(?:العربيه|الانكليزيه|الانجليزيه|الفرنسيه))?(?:\s+{_ABY}\s+(?P<by>[^.؛]+?))?{_AEND}",
        "translated",
    ),
    rule(
        "translation",
        rf"{_ANOTE}(?:قام|قامت)\s+(?P<by>[^.؛]+?)\s+ب(?:ترجمه)(?:\s+وتحرير)?\s+{_ATHIS}",
        "translated",
        needs_name=True,
    ),
    rule(
        "translation",
        rf"{_ANOTE}(?:ترجمه\s+وتحرير|ترجمه\s+واعداد|تحرير\s+وترجمه|اعداد\s+وترجمه|ترجمه\s+و\s*تحرير)\s*[:/–-]?\s*(?P<by>[^.؛:]+?){_AEND}",
        "translated",
        needs_name=True,
    ),
    rule(
        "translation",
        rf"{_ANOTE}(?:ترجمه|ترجمها|ترجمته|ترجمه\s+عن\s+\S+)\s*[:/]\s*(?P<by>[^.؛:]+?){_AEND}",
        "translated",
        needs_name=True,
    ),
    rule(
        "responsibility",
        rf"{_ANOTE}{_ASUBJECT}.{{0,80}}?(?<!لا\s){_AVERB}\s+(?:فقط\s+|حصرا\s+|بالضروره\s+)?(?:فقط\s+)?(?:الا\s+)?عن\s+(?:فقط\s+)?{_ASTANCE}\s+{_AAUTHOR}",
        responsibility="author",
    ),
    rule(
        "responsibility",
        rf"{_ANOTE}{_ASUBJECT}.{{0,80}}?(?:لا\s+)?{_AVERB}\s+(?:الا\s+)?عن\s+(?:الا\s+)?{_ASTANCE}\s+{_AAUTHOR}",
        responsibility="author",
    ),
    rule(
        "responsibility",
        rf"{_ANOTE}{_ASUBJECT}.{{0,120}}?(?:و?انما|بل)\s+(?:{_AVERB}\s+)?(?:عن\s+)?{_ASTANCE}\s+{_AAUTHOR}",
        responsibility="author",
    ),
    rule(
        "endorsement",
        rf"{_ANOTE}{_ASUBJECT}.{{0,120}}?(?:و?لا|وليس|و?ليست)\s+(?:{_AVERB}\s+)?(?:بالضروره\s+)?(?:عن\s+)?(?:بالضروره\s+)?(?:عن\s+)?{_ASTANCE}\s+(?!{_AAUTHOR})(?P<party>[^.؛،]+?)(?:[،,؛].*)?{_AEND}",
        "not_endorsed",
    ),
    rule(
        "endorsement",
        rf"{_ANOTE}(?P<party>[^.؛،]{{2,50}}?)\s+لا\s+[يت](?:تبني|ءيد)\s+(?:بالضروره\s+)?(?:{_AVIEWS}|ما\s+يرد|مضمون)\s*(?:الوارده|المنشوره|في\s+)",
        "not_endorsed",
    ),
    rule(
        "endorsement",
        rf"{_ANOTE}(?:لا\s+)[يت](?:تبني|ءيد)\s+(?P<party>[^.؛،]{{2,50}}?)\s+(?:بالضروره\s+)?{_AVIEWS}\s+(?:الوارده|المنشوره)",
        "not_endorsed",
    ),
    rule(
        "responsibility",
        rf"{_ANOTE}(?:تقع\s+)?(?:ال)?مسءوليه\s+(?:عن\s+)?(?:{_AVIEWS}|ما\s+(?:ورد|يرد)|محتوي|مضمون|صحه).*(?:تقع|علي\s+عاتق|يتحملها|علي)\s+.*{_AAUTHOR}",
        responsibility="author",
    ),
    rule(
        "responsibility",
        rf"{_ANOTE}(?:تقع\s+)?(?:ال)?مسءوليه\s+(?:عن\s+)?(?:{_AVIEWS}|ما\s+(?:ورد|يرد)|محتوي|مضمون|صحه).*(?:تقع|علي\s+عاتق|يتحملها|علي)\s+.*(?:المصدر|مصدرها|مصدره)(?!\w)",
        responsibility="source",
    ),
    rule(
        "responsibility",
        rf"{_ANOTE}(?:[يت]تحمل\s+)?{_AAUTHOR}\s+(?:وحده\s+|وحدها\s+)?(?:هو\s+|هي\s+)?(?:مسءول|مسءوله|[يت]تحمل|(?:كامل\s+)?مسءوليه|المسءول|المسءوله|كامل)\b.*(?:محتوي|مضمون|ما\s+ورد|ما\s+يرد|الاراء|المعلومات|ما\s+جاء|{_APIECE})",
        responsibility="author",
    ),
    rule(
        "responsibility",
        rf"{_ANOTE}(?:لا\s+[يت]تحمل\s+(?P<party>(?:الموقع|الصحيفه|الناشر|هيءه\s+التحرير|موقع|صحيفه)[^.؛،]{{0,40}}?)|(?:الموقع|الصحيفه|الناشر|هيءه\s+التحرير)\s+(?:لا\s+[يت]تحمل|غير\s+مسءول\w*))\s*(?:اي\s+|ايه\s+)?(?:مسءوليه\s+)?(?:عن\s+)?(?:محتوي|مضمون|ما\s+(?:ورد|يرد|ينشر)|الاراء|المعلومات|صحه|التعليقات)",
        responsibility="nobody",
    ),
    rule(
        "verification",
        rf"{_ANOTE}(?:لا|لم)\s+[يتن]ت(?:حقق|اكد)\s+(?P<party>[^.؛،]{{2,40}}?\s+)?من\s+(?:صحه|دقه|محتوي|مضمون)\s+(?:{_ATHIS}|ما\s+(?:ورد|يرد)\s+في\s+{_ATHIS}|{_AVIEWS}\s+(?:الوارده|المنشوره)|{_APIECE}\s+(?:المنشوره|المترجمه|التي\s+[يتن]ترجم\w*|التي\s+[يتن]نشر\w*))",
        "not_verified",
    ),
    rule(
        "translation",
        rf"{_ANOTE}(?:ترجم|ترجمت)\s+{_ATHIS}\s+و(?:حررها|حرره|حررته|حررتها)\s+(?P<by>[^.؛]+?){_AEND}",
        "translated",
        "edited",
        needs_name=True,
    ),
    rule(
        "translation",
        rf"{_ANOTE}{_ATHIS}\s+(?:مترجم|مترجمه)\s+(?:اليا|الكترونيا|بواسطه|بشكل\s+الي|عن\s+\S+\s+و(?:قد\s+)?(?:جري|تم|تمت)\s+(?:اختصار|تحرير|تلخيص)(?:ه|ها)(?!\w))",
        "translated",
    ),
    rule(
        "translation",
        rf"{_ANOTE}ترجمه\s+(?:غير\s+رسميه\s+|مختصره\s+|كامله\s+|محرره\s+|بتصرف\s+)*ل(?:مقال|مقاله|تقرير|نص|حوار|مقابله|دراسه)(?!\w)",
        "translated",
    ),
    rule(
        "abridgement",
        rf"{_ANOTE}(?:(?:جري|تم|تمت|جرت)\s+(?:تحرير|اختصار|تلخيص)\s+(?:{_ATHIS}|النص|المقال|المقابله|الحوار|التقرير|الترجمه)(?!\w)|(?:حرر|حررت)\s+{_ATHIS}).*",
    ),
    rule(
        "abridgement",
        rf"{_ANOTE}(?:حذفت|حذف|تم\s+حذف|جري\s+حذف)\s+(?:بعض\s+)?(?:الفقرات|فقرات|المقاطع|مقاطع|الجمل|جمل|اجزاء)\s+من\s+(?:{_ATHIS}|النص|المقال|المقاله|الاصل)",
        "abridged",
    ),
    rule(
        "endorsement",
        rf"{_ANOTE}لا\s+{_AVERB}\s+{_ASUBJECT}\s+(?:بالضروره\s+)?(?:عن\s+)?(?:بالضروره\s+)?(?:عن\s+)?{_ASTANCE}\s+(?!{_AAUTHOR})(?P<party>[^.؛،]+?){_AEND}",
        "not_endorsed",
    ),
    rule(
        "endorsement",
        rf"{_ANOTE}(?:ان\s+)?(?:نشر|ترجمه|اعاده\s+نشر)\s+(?:{_ATHIS}|{_APIECE})\s+لا\s+[يت]عني\s+(?:بالضروره\s+)?(?:تبني|موافقه|الموافقه|تاييد)",
        "not_endorsed",
    ),
    rule(
        "responsibility",
        rf"{_ANOTE}(?:لا\s+[يت]تحمل\s+(?P<party>[^.؛،]{{2,50}}?)|نحن\s+غير\s+مسءولين|لا\s+نتحمل)\s+(?:اي\s+|ايه\s+)?(?:مسءوليه\s+)?(?:عن\s+)?(?:محتوي|مضمون|صحه|دقه|ما\s+(?:ورد|جاء)\s+في|{_AVIEWS}\s+(?:الوارده\s+)?في)\s+{_ATHIS}",
        responsibility="nobody",
    ),
    rule(
        "responsibility",
        rf"{_ANOTE}{_AAUTHOR}\s+(?:(?:وحده|وحدها)\s+)?(?:هو\s+|هي\s+)?مسءوله?\s+(?:(?:وحده|وحدها)\s+)?عن\s+(?:اراء(?:ه|ها|هم)|كلامه|كلامها|مقاله|مقالها){_AEND}",
        responsibility="author",
    ),
    rule(
        "responsibility",
        rf"{_ANOTE}(?:{_ASUBJECT}|{_AVIEWS})(?:\s+(?:الوارده|المذكوره|المنشوره))?(?:\s+(?:اعلاه|هنا))?\s+(?:هي\s+|هو\s+)?(?:علي|من)\s+(?:عهده\s+و)?مسءوليه\s+(?:المصدر|مصدرها|مصدره|ناشرها){_AEND}",
        responsibility="source",
    ),
    rule(
        "responsibility",
        rf"{_ANOTE}(?:{_ASUBJECT}|{_AVIEWS})(?:\s+(?:الوارده|المذكوره|المنشوره))?(?:\s+(?:اعلاه|هنا))?\s+(?:هي\s+|هو\s+)?(?:علي|من)\s+(?:عهده\s+و)?مسءوليه\s+{_AAUTHOR}{_AEND}",
        responsibility="author",
    ),
    rule(
        "responsibility",
        rf"{_ANOTE}(?P<party>[^.؛،]{{2,50}}?)\s+(?:وحده|وحدها)\s+(?:هو\s+|هي\s+)?(?:مسءوله?|المسءوله?|[يت]تحمل\s+(?:كامل\s+)?مسءوليه)\s+(?:عن\s+)?(?:محتوي|مضمون|صحه|دقه|ما\s+(?:ورد|جاء)\s+في|{_AVIEWS}\s+(?:الوارده\s+)?في)\s+{_ATHIS}{_AEND}",
        responsibility="source",
        needs_name=True,
    ),
    rule(
        "verification",
        rf"{_ANOTE}(?:لم\s+(?:يتسني?|يتمكن|تتمكن|يستطع|تستطع|يتم)|تعذر)\s+(?P<party>[^.؛،]{{2,40}}?\s+)?(?:من\s+)?التحقق\s+(?:(?:بشكل|بصوره)\s+\S+\s+)?من\s+[^.؛]{{0,60}}?{_ATHIS}",
        "not_verified",
    ),
    rule(
        "verification",
        rf"{_ANOTE}(?:لم\s+(?:نتمكن|نستطع|يتسني?\s+لنا)|تعذر\s+علينا)\s+(?:من\s+)?التحقق\s+(?:(?:بشكل|بصوره)\s+\S+\s+)?من\s+(?:صحه|دقه|المعلومات|{_AVIEWS})",
        "not_verified",
    ),
    rule(
        "permission",
        rf"{_ANOTE}(?:{_ATHIS}\s+)?(?:ينشر|تنشر|نشر|نشرت|منشور|اعيد\s+نشر\w*|يعاد\s+نشر\w*|تعاد\s+نشر\w*|ترجم\s+ونشر)\s*(?:{_ATHIS}\s+)?(?:هنا\s+)?(?:باذن|بموافقه|بترخيص|بالاتفاق\s+مع|بتصريح)\s*(?:خاص\s+|خطي\s+|مسبق\s+)?(?:من\s+)?(?P<permitter>[^.؛،]+?){_AEND}",
        "permission",
    ),
    rule(
        "permission",
        rf"{_ANOTE}(?:باذن|بموافقه|بترخيص|بتصريح)\s+(?:خاص\s+|خطي\s+)?من\s+(?P<permitter>(?:[«\"“]|موقع|صحيفه|جريده|مجله|وكاله|الكاتب|الناشر|دار|شبكه|مركز)[^.؛،]{{1,50}}?){_AEND}",
        "permission",
    ),
    rule(
        "rights",
        r"^[\W_]*(?:©\s*)?(?:جميع|كل|كافه)\s+(?:ال)?حقوق\s+(?:النشر\s+|الملكيه\s+)?محفوظه(?:\s+(?:ل|لدي\s+|لصالح\s+)(?P<permitter>[^.؛،\d©]+?))?[\s.©\d–-]*$",
        "permission",
    ),
    rule(
        "rights",
        r"^[\W_]*(?:©\s*)?حقوق\s+(?:النشر|الطبع|الملكيه)\s+(?:والنشر\s+)?محفوظه(?:\s+(?:ل|لدي\s+)(?P<permitter>[^.؛،\d©]+?))?[\s.©\d–-]*$",
        "permission",
    ),
    rule(
        "rights",
        rf"{_ANOTE}(?:يمنع|يحظر|لا\s+يجوز|لا\s+يسمح)\s+(?:ب)?(?:اعاده\s+)?(?:نشر|النشر|نقل|نسخ|اقتباس|استخدام)\s+(?:{_ATHIS}|اي\s+ماده|محتوي|المحتوي|المواد).*(?:اذن|موافقه|الاشاره\s+الي)",
        "permission",
    ),
    rule("source", rf"{_ANOTE}نقلا\s+عن\s*[:\s]\s*(?P<source>[^.؛،]+?){_AEND}", needs_name=True),
    rule(
        "source",
        rf"{_ANOTE}(?:نشر|نشرت)\s+{_ATHIS}\s+(?:للمره\s+الاولي\s+|اصلا\s+|اولا\s+|بالاصل\s+)?(?:في|علي)\s+(?P<source>[^.؛،]+?){_AEND}",
        needs_name=True,
    ),
    rule(
        "abridgement",
        rf"{_ANOTE}(?:(?:اختصر|تم\s+اختصار|جري\s+اختصار|اختصرت)\s+{_ATHIS}|{_ATHIS}\s+(?:مختصر|مختصره)(?!\w))",
        "abridged",
    ),
)
