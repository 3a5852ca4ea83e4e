"""In which language a text is. English is told by its commonest words; a classifier is loaded only for what is not plainly English."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

from whodid.article import Article
from whodid.errors import InputError
from whodid.reading.jsonl import shown

# Parts of the text that are looked at: what stands first may be a caption in another language.
SAMPLE = 600
# Below this many letters only a high probability counts: names alone look like many languages.
SHORT = 200
FEWEST_LETTERS = 20
_LAST_LATIN = "\u024f"
SURE, SURE_IF_SHORT, CLEAR = 0.8, 0.999, 0.99
# The classifier knows 130 languages; rare ones only draw short texts away from those that news is written in.
NEWS_LANGUAGES = (
    "af am ar az be bg bn bs ca cs da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lt lv mk ml mn mr ms"
    " my ne nl no pa pl ps pt ro ru si sk sl so sq sr sv sw ta te th tl tr uk ur uz vi zh"
).split()
_LETTERS = re.compile(r"[^\W\d_]+")
_COMMON = frozenset(
    "the of and to in a that is was for on with by as at from said has have had were be it its his he they who which this".split()
)
_SHARE, _SHARE_OF_THE, _FEWEST_WORDS = 0.28, 0.03, 40


def with_language(article: Article) -> Article:
    """The article with its language identified where none is declared, or where English is declared and the text clearly is not.

    That an article is not English is believed where it is declared. What cannot be told stays None.
    """
    if article.language is not None and (not article.is_english or is_plainly_english(article.text)):
        return article
    found, probability = identify(article.text)
    clear = probability >= CLEAR and len(article.text) >= SHORT
    if found is None or (article.language is not None and (found == "en" or not clear)):
        return article
    return replace(article, language=found)


def language_of(text: str, declared: str | None) -> str | None:
    """The language of a page: as declared, unless the text clearly is in another; many pages declare what their template came with."""
    found, probability = identify(text)
    if declared is None or (found and probability >= CLEAR and len(text) >= SHORT and found != declared.lower()[:2]):
        return found or declared
    return declared


def identify(text: str) -> tuple[str | None, float]:
    """The ISO 639-1 code of the text's language with its probability; None where the text is too short or mixed to tell."""
    sample = _sample(text)
    if is_plainly_english(sample):
        return "en", 1.0
    letters = "".join(_LETTERS.findall(sample))
    if len(letters) < FEWEST_LETTERS:
        return None, 0.0
    found, probability = _classifier().classify(sample)
    return (
        (found, float(probability))
        if probability >= (SURE if len(letters) >= SHORT or _is_foreign(letters) else SURE_IF_SHORT)
        else (None, float(probability))
    )


def is_plainly_english(text: str) -> bool:
    """Whether the commonest words of English stand in it as often as they do in English alone."""
    words = [word.lower() for word in _LETTERS.findall(_sample(text))]
    if len(words) < _FEWEST_WORDS or words.count("the") < _SHARE_OF_THE * len(words):
        return False
    return sum(word in _COMMON for word in words) >= _SHARE * len(words)


def refusal(article: Article) -> InputError | None:
    """The error in place of the record of an article that is not English; None where it may be coded."""
    if article.is_english:
        return None
    where = article.origin or f'article "{article.id}"'
    message = f'{where}: "language" is {shown(article.language or "")}, which whodid does not code; expected "en", or no language at all'
    return InputError(message, code="language")


def _is_foreign(letters: str) -> bool:
    """Whether most letters are none of the Latin alphabet: which of its languages it is may be open, but not that it is no English."""
    return sum(letter > _LAST_LATIN for letter in letters) > len(letters) / 2


def _sample(text: str) -> str:
    if len(text) <= 2 * SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[:SAMPLE]} {text[middle : middle + SAMPLE]}"


@cache
def _classifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    classifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    classifier.set_languages(NEWS_LANGUAGES)
    return classifier
