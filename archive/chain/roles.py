"""The roles a hand can have in the chain: MARC relator codes, and a few of our own.

Codes and English terms: MARC Code List for Relators (Library of Congress). The list is the part
of it that occurs in journalism and translation. Roles MARC lacks carry the prefix ``thabat:``.
Unknown codes raise ``ValueError``; which error the user sees is the intake's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

LOCAL_PREFIX: Final = "thabat:"


@dataclass(frozen=True, slots=True)
class Role:
    """One relator: its code and what to call it in English and Arabic."""

    code: str
    label_en: str
    label_ar: str

    @property
    def is_local(self) -> bool:
        return self.code.startswith(LOCAL_PREFIX)

    def label(self, language: str) -> str:
        return self.label_ar if language.partition("-")[0] == "ar" else self.label_en


_LABELS: Final[dict[str, tuple[str, str]]] = {
    "abr": ("Abridger", "مختصِر"),
    "adp": ("Adapter", "مقتبِس"),
    "ann": ("Annotator", "معلّق حواشٍ"),
    "art": ("Artist", "فنان"),
    "att": ("Attributed name", "اسم منسوب إليه"),
    "aui": ("Author of introduction", "كاتب المقدمة"),
    "aut": ("Author", "كاتب"),
    "cmm": ("Commentator", "معلّق"),
    "com": ("Compiler", "مُعِدّ"),
    "cph": ("Copyright holder", "صاحب حقوق النشر"),
    "cre": ("Creator", "منشئ"),
    "crr": ("Corrector", "مصحح"),
    "ctb": ("Contributor", "مساهم"),
    "cur": ("Curator", "قيّم"),
    "dpt": ("Depositor", "مودِع"),
    "dst": ("Distributor", "موزّع"),
    "dtc": ("Data contributor", "مساهم بالبيانات"),
    "dub": ("Dubious author", "كاتب مشكوك فيه"),
    "edc": ("Editor of compilation", "محرر المجموعة"),
    "edt": ("Editor", "محرر"),
    "fnd": ("Funder", "مموّل"),
    "ill": ("Illustrator", "رسّام"),
    "isb": ("Issuing body", "جهة الإصدار"),
    "ive": ("Interviewee", "ضيف المقابلة"),
    "ivr": ("Interviewer", "محاوِر"),
    "lso": ("Licensor", "مانح الإذن"),
    "mdc": ("Metadata contact", "مسؤول البيانات الوصفية"),
    "nrt": ("Narrator", "راوٍ"),
    "org": ("Originator", "المصدر"),
    "own": ("Owner", "مالك"),
    "pbd": ("Publication director", "مدير النشر"),
    "pbl": ("Publisher", "ناشر"),
    "pfr": ("Proofreader", "مدقق لغوي"),
    "pht": ("Photographer", "مصوّر"),
    "pro": ("Producer", "منتج"),
    "prv": ("Provider", "مزوّد"),
    "red": ("Redaktor", "محرر صياغة"),
    "res": ("Researcher", "باحث"),
    "rev": ("Reviewer", "مراجع"),
    "rps": ("Repository", "مستودع"),
    "rpt": ("Reporter", "مراسل"),
    "rpy": ("Responsible party", "الجهة المسؤولة"),
    "spk": ("Speaker", "متحدث"),
    "spn": ("Sponsor", "راعٍ"),
    "trc": ("Transcriber", "مفرّغ النص"),
    "trl": ("Translator", "مترجم"),
    "vdg": ("Videographer", "مصوّر فيديو"),
    "wac": ("Writer of added commentary", "كاتب تعليق مضاف"),
    "wat": ("Writer of added text", "كاتب نص مضاف"),
    "win": ("Writer of introduction", "كاتب التمهيد"),
    "wit": ("Witness", "شاهد"),
    "thabat:agency": ("News agency", "وكالة أنباء"),
    "thabat:anonymousSource": ("Anonymous source", "مصدر لم يُذكر اسمه"),
    "thabat:factChecker": ("Fact checker", "مدقق حقائق"),
    "thabat:fixer": ("Fixer", "منسّق ميداني"),
    "thabat:headlineWriter": ("Headline writer", "كاتب العنوان"),
    "thabat:mtSystem": ("Machine translation system", "نظام ترجمة آلية"),
    "thabat:postEditor": ("Post-editor of a machine translation", "محرر ترجمة آلية"),
    "thabat:relayTranslator": ("Translator into the relay language", "مترجم إلى اللغة الوسيطة"),
    "thabat:reviser": ("Reviser of a translation (ISO 17100)", "مراجع الترجمة"),
    "thabat:source": ("Source of the information", "مصدر المعلومات"),
}

ROLES: Final[dict[str, Role]] = {code: Role(code, *labels) for code, labels in _LABELS.items()}
"""Every role the archive knows, by code."""


def role(code: str) -> Role:
    """Return the role with exactly this code."""
    found = ROLES.get(code)
    if found is None:
        raise ValueError(f"role: expected a MARC relator code or {LOCAL_PREFIX}… known here, found {code[:40]!r}")
    return found
