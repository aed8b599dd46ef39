"""A story in both languages, written for the tests; people and places are invented. Sentence n says the same in both."""

from __future__ import annotations

from collections.abc import Sequence

from archive.text.blocks import Block, BlockKind, lay_out
from archive.text.compare.texts import Text
from archive.text.segment import segment

HEADLINE = {"ar": "بلدة وادي الزيتون تفتتح مدرستها الجديدة", "en": "Olive Valley opens its new school"}
STORY = {
    "ar": (
        "افتتحت بلدة وادي الزيتون مدرستها الجديدة يوم الأربعاء بعد عامين من العمل.",
        "وتضم المدرسة 14 صفاً ومكتبة وملعباً صغيراً للأطفال.",
        "وقالت المديرة هالة السمان إن المعلمين سيبدأون الدروس مطلع الشهر المقبل.",
        "وكان المطر قد أخر البناء في الشتاء الماضي أسابيع عدة.",
        "وتبرع تجار السوق القديم بثمن الكتب والمقاعد.",
        "وطالب الأهالي بحافلة تنقل التلاميذ من القرى البعيدة.",
        "ويخشى بعض المزارعين أن تزداد حركة السيارات قرب حقولهم.",
        "وستقام حفلة موسيقية في ساحة البلدة مساء الجمعة.",
    ),
    "en": (
        "The town of Olive Valley opened its new school on Wednesday after two years of work.",
        "The school has 14 classrooms, a library and a small playground for the children.",
        "The headmistress, Hala al-Samman, said that teachers would begin lessons at the start of next month.",
        "Rain had delayed the construction by several weeks last winter.",
        "Merchants of the old market donated the price of the books and desks.",
        "Residents asked for a bus to carry pupils from the distant villages.",
        "Some farmers fear that car traffic near their fields will increase.",
        "A concert will be held in the town square on Friday evening.",
    ),
}
DISCLAIMER = "This article was translated and edited by The Valley Reader."


def story(
    language: str, sentences: Sequence[int] = range(8), *around: tuple[BlockKind, str], headline: str = ""
) -> Text:
    """The story with these sentences, in this order, a paragraph each; ``around`` are blocks put under the headline."""
    blocks = [
        Block(BlockKind.HEADLINE, headline or HEADLINE[language]),
        *(Block(kind, words) for kind, words in around),
        *(Block(BlockKind.PARAGRAPH, STORY[language][at]) for at in sentences),
    ]
    content, layout = lay_out(blocks)
    return Text.of(content, segment(content, layout, language), language)
