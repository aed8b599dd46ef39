"""An original, a person's free translation and the words of a fake machine, for tests of three witnesses. Our own.

The person changed a number, a name and a verb of reporting, left a sentence out and added one; the machine stammers
on one sentence.
"""

from __future__ import annotations

ORIGINAL = """بلدية الوادي تفتح الحي القديم

قال كريم السعدي إن ٤٠ عائلة عادت إلى الحي القديم أمس.

فتحت البلدية الحي القديم صباح الأحد بعد ثلاث سنوات.

ونددت اللجنة بقرار البلدية تأجيل الضرائب.

بلغت كلفة سقف الخشب وحده نصف ميزانية المدرسة.
"""
PERSON = """Valley municipality opens the old quarter

Karim Haddad claimed that 14 families returned to the old quarter yesterday.

The municipality opened the old quarter on Sunday morning after three years.

The committee condemned the municipality's decision to postpone taxes.

Readers are invited to send us their own photographs.
"""
WORDS = {
    "بلدية": "municipality of", "الوادي": "the valley", "تفتح": "opens", "القديم": "quarter",
    "قال": "said", "كريم": "Karim", "السعدي": "Saadi", "إن": "that", "٤٠": "40", "عائلة": "families",
    "عادت": "returned", "إلى": "to", "الحي": "the old", "أمس.": "yesterday.", "فتحت": "opened",
    "البلدية": "the municipality", "صباح": "on", "الأحد": "Sunday morning", "بعد": "after", "ثلاث": "three",
    "سنوات.": "years.", "ونددت": "the the", "اللجنة": "the the", "بقرار": "the the", "تأجيل": "the",
    "الضرائب.": "taxes.", "بلغت": "the cost", "كلفة": "of", "سقف": "the roof", "الخشب": "of wood",
    "وحده": "alone was", "نصف": "half", "ميزانية": "the budget of", "المدرسة.": "the school.",
}  # fmt: skip
