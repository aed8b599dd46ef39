"""A light stemmer for folded Arabic words, held back by counts of what is really written.

It takes off what inflection puts on: *and*, the article, one-letter prepositions, possessives,
feminine, dual and plural endings, the accusative alif, the verb's feminine and plural. Nearly
every one of these is also a letter of ordinary words, so a cut is made only where the rest is a
word that people write, about as often as the whole (:mod:`search.analysis.frequencies`). What
takes the article is a noun, and its first letters are its own: الوزير is written, so the و of
وزير stays; القال is not, so that of وقال goes. Lucene's light10, the usual choice, turns لبنان into
milk (SEARCH.md §5, step 3).

It does not look for roots and knows no broken plurals. Words that counts cannot decide are on
short lists in :mod:`search.analysis.arabic_words`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from search.analysis import arabic_words as known
from search.analysis.frequencies import Frequencies, shipped

# How often the rest must be written, as a share of how often the whole is.
_AND: Final = 0.25
_SO: Final = 1.0  # ف
_PREPOSITION: Final = 2.0
_POSSESSIVE: Final = 0.25
_PLURAL: Final = 0.125
_DUAL: Final = 0.5  # ان is the ending of many a noun: سلطان, برهان
_ACCUSATIVE: Final = 0.25
_VERB: Final = 0.5
_FEMININE: Final = 1.0
_NISBA: Final = 0.25
_NOUN: Final = 0.3
"""A form written with the article this often as without is no word with a possessive: المدرسه."""

_UNHEARD: Final = 4
"""Letters to leave when neither the whole nor the rest is in the table."""
_POSSESSIVES: Final = ("هما", "ها", "هم", "هن", "نا", "كم", "ه")
_SURE_POSSESSIVES: Final = frozenset({"هما", "ها", "هم"})


@lru_cache(maxsize=1)
def stemmer() -> LightStemmer:
    """The stemmer with the table that comes with Thabat."""
    return LightStemmer(shipped())


def stem(word: str) -> str:
    """The light stem of one folded word (Arabic letters only, no marks)."""
    return stemmer().stem(word)


@dataclass(frozen=True, slots=True)
class LightStemmer:
    frequencies: Frequencies

    def stem(self, word: str) -> str:
        """Prefixes first: what had an article has no possessive and is no verb."""
        if word in known.UNITS:
            return word
        word = self._without_and(word)
        bare = self._without_article(word)
        if bare != word:
            return self._without_endings(bare, definite=True)
        return self._without_endings(self._without_preposition(word), definite=False)

    def _without_and(self, word: str) -> str:
        """Take off و and ف, unless they are the word's own first letter."""
        rest = word[1:]
        if word[0] not in "وف" or len(rest) < 3:
            return word
        if rest in known.UNITS:
            return rest
        if self._takes_article(word):
            return word
        if len(rest) >= 5 and rest.startswith(("ال", "لل", "بال", "كال")):
            return rest
        whole, part = self._support(word), self._support(rest)
        if not whole and not part:
            return rest if word[0] == "و" and len(rest) >= _UNHEARD else word
        share = _AND if word[0] == "و" else _SO
        return rest if part and part >= share * whole else word

    def _without_article(self, word: str) -> str:
        if word in known.UNITS or word.startswith(known.AL_STEMS):
            return word
        if word.startswith("لل") and len(word) >= 4:
            return self._without_for_the(word)
        for prefix in ("بال", "كال", "فال", "ال"):
            if word.startswith(prefix):
                own = len(prefix) > 2 and word[1:].startswith(known.AL_STEMS)
                return word[1:] if own else self._after_article(word, prefix)
        return word

    def _after_article(self, word: str, prefix: str) -> str:
        """What follows the article, unless the word takes another one before it: الالتزام, البالون."""
        seen, rest = self.frequencies, word[len(prefix) :]
        if len(rest) < 2 or seen.definite(word) or (len(rest) == 2 and not seen.bare(rest)):
            return word
        own = len(prefix) > 2 and seen.bare(word) and not self._support(rest)
        return word if own else rest

    def _without_for_the(self, word: str) -> str:
        """لل hides a ل when the word has one itself: للجنه is for the لجنه, للمعارضه for the معارضه."""
        with_lam, without = word[1:], word[2:]
        own = len(without) < 2 or self.frequencies.seen(with_lam) > self.frequencies.seen(without)
        return with_lam if own else without

    def _without_preposition(self, word: str) -> str:
        rest = word[1:]
        if word in known.UNITS or word[0] not in "بلك" or len(rest) < 3 or self._takes_article(word):
            return word
        part = self._support(rest)
        return rest if part and part >= _PREPOSITION * self._support(word) else word

    def _without_endings(self, word: str, *, definite: bool) -> str:
        if word in known.UNITS:
            return word
        if not definite:
            word = self._without_possessive(word)
        if word in known.UNITS:
            return word
        shorter = self._without_plural(word)
        if shorter == word and not definite:
            shorter = self._without_verb_ending(self._without_accusative(word))
        return self._without_feminine(shorter)

    def _without_possessive(self, word: str) -> str:
        seen = self.frequencies
        if seen.definite(word) and seen.definite(word) >= _NOUN * seen.bare(word):
            return word
        for ending in _POSSESSIVES:
            if word.endswith(ending) and len(word) - len(ending) >= 3 and not self._is_accusative(word, ending):
                owned = self._owned(word, word[: -len(ending)], sure=ending in _SURE_POSSESSIVES)
                if owned:
                    return owned
        return word

    def _is_accusative(self, word: str, ending: str) -> bool:
        """تحسنا is تحسن rather than our تحس."""
        return ending == "نا" and self._seen(word[:-1]) > self._seen(word[:-2])

    def _owned(self, word: str, rest: str, *, sure: bool) -> str:
        """The thing owned, a ت before the ending made ه again (حكومتها: حكومه); empty if there is none."""
        seen = self.frequencies
        if rest.endswith("ات") and len(rest) >= 5:
            return rest
        feminine = rest[:-1] + "ه"
        if rest.endswith("ت") and len(rest) >= 4:
            unheard = not seen.seen(rest) and not seen.seen(word)
            if unheard or seen.seen(feminine) > seen.seen(rest):
                return feminine
        whole, part = seen.seen(word), self._support(rest)
        if part:
            return rest if part >= _POSSESSIVE * whole else ""
        return rest if sure and not whole and len(rest) >= _UNHEARD else ""

    def _without_plural(self, word: str) -> str:
        """Singular of a sound plural or a dual: ات, ون, ين, ان, وا, تين, تان."""
        if len(word) < 5:
            return word
        if word.endswith(("تين", "تان")) and len(word) >= 6:
            feminine = word[:-3] + "ه"
            if self._likely(feminine, word, _PLURAL) and self.frequencies.seen(feminine) >= self._seen(word[:-2]):
                return feminine
        rest, ending = word[:-2], word[-2:]
        if ending == "ات":
            return self._without_feminine_plural(word, rest)
        if ending in {"ون", "ين"} and rest.endswith("ي") and not self._seen(word):
            return rest
        share = {"ون": _PLURAL, "ين": _PLURAL, "وا": _PLURAL, "ان": _DUAL}.get(ending)
        return rest if share and self._likely(rest, word, share) and self._as_definite(rest, word) else word

    def _without_feminine_plural(self, word: str, rest: str) -> str:
        """The singular may have ه or not: حكومات, حكومه; قرارات, قرار."""
        singular = max(rest + "ه", rest, key=self._seen)
        if self._seen(singular):
            return singular if self._likely(singular, word, _PLURAL) else word
        return rest if len(rest) >= _UNHEARD and not self._seen(word) else word

    def _as_definite(self, rest: str, word: str) -> bool:
        """Where the plural takes the article, so must the singular: البرهان is no dual of بره."""
        return bool(self.frequencies.definite(rest) or not self.frequencies.definite(word))

    def _without_accusative(self, word: str) -> str:
        rest = word[:-1]
        if len(rest) < 3 or word[-1] != "ا" or word.endswith("وا") or (word.endswith("ها") and len(word) < 5):
            return word
        if rest.endswith("ي") and len(rest) >= 4 and self._seen(rest):
            return rest  # سوريا is سوريه is سوري: they cannot be told apart
        if not self._seen(word) and not self._seen(rest):
            return rest if len(rest) >= _UNHEARD else word
        return rest if self._likely(rest, word, _ACCUSATIVE) else word

    def _without_verb_ending(self, word: str) -> str:
        """She did, I did: اعلنت. No verb takes the article."""
        if len(word) < 4 or word[-1] != "ت" or self.frequencies.definite(word):
            return word
        return word[:-1] if self._likely(word[:-1], word, _VERB) else word

    def _without_feminine(self, word: str) -> str:
        """The masculine of an adjective or participle: سياسيه, كبيره, معارضه. A noun keeps its ه: حكومه, مدرسه."""
        rest = word[:-1]
        if len(rest) < 4 or word[-1] != "ه":
            return word
        if rest.endswith("ي"):
            return rest if self._likely(rest, word, _NISBA) or not self._seen(word) else word
        return rest if _like_an_adjective(rest) and self._likely(rest, word, _FEMININE) else word

    def _takes_article(self, word: str) -> bool:
        """Whether the word, or what it is a form of, is written with the article: والد for والدها."""
        return any(map(self.frequencies.definite, (word, *_bases(word))))

    def _seen(self, word: str) -> int:
        return self.frequencies.seen(word)

    def _likely(self, rest: str, word: str, share: float) -> bool:
        part = self._seen(rest)
        return part > 0 and part >= share * self._seen(word)

    def _support(self, word: str) -> int:
        """How often the word is written, or what it may be a form of."""
        return max(map(self._seen, (word, *_bases(word))))


def _like_an_adjective(word: str) -> bool:
    """Of the shape of فعيل, فعول, فاعل or a participle with م."""
    return word[0] == "م" or (len(word) == 4 and (word[2] in "يو" or word[1] == "ا"))


def _bases(word: str) -> tuple[str, ...]:
    """What a longer word may be an inflected form of."""
    if len(word) < 4:
        return ()
    if len(word) >= 5 and word.endswith(("ات", "ين", "ون", "ان")):
        return word[:-2], word[:-2] + "ه"
    owned = next((word[: -len(end)] for end in ("هم", "ها", "نا", "وا", "ه", "ا", "ت") if word.endswith(end)), "")
    if len(owned) < 3:
        return ()
    return (owned, owned[:-1] + "ه") if owned.endswith("ت") else (owned,)
