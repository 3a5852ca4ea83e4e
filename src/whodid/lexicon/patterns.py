"""The words that tell events, as patterns over syntax: read from `lexicon/en/events/TYPE.txt`.

A line is one pattern. It begins with the lemmas that may be its trigger, or a class of them, and goes on with what must or may hang on it:

    call +off {@talks} with R         a particle, then an object word; the recipient under a preposition
    impose {@sanctions} on|against R  the direct object is one of these words; a word of lexicon/en/events/classes.txt stands for its list
    meet R!                           the object is the recipient and must be an actor that we know
    hand +over|back {gun} to R        any of these particles
    crack +down on R?                 the preposition may be missing; else it must be there, where no object word is asked for
    call on R! to-inf                 an infinitive must follow
    vow not-to-inf{join}              an infinitive with "not" must follow
    stop ing{buy sell}                a participle must follow, also under a preposition ("from leaving"); with or without its words
    say that-will{shoot bomb}         a clause of what the subject will or would do
    leave R! A{@troops}               the subject is one of these words; `%person`, `%org`, `%country`, `%norp`: such a name
    search A!                         the subject must be an actor that we know
    return {*} to R!                  there is some object
    accuse R of {spying}              the prepositional object is one of these words
    sign {@deal} with R : symmetric   options stand after the colon

The lines of `NONE.txt` tell no event: what fits one of them fits no other line, unless that line asks for more.

Sections: `[verbs]`, `[nouns]`, `[adjectives]`, `[modals]` (auxiliaries by which a quoted speaker asks something of the clause's
subject: "Estia must withdraw"). In `[nouns]`, `A` stands for the doer under a preposition ("attack by A").
Options: `mode=NAME`, `cameo=CODE`, `contexts=a,b`, `symmetric`, `reverse` (subject and object change sides), `poss=R` (the possessor
of a noun is the recipient: "the minister's arrest"), `speaker` (only inside a quote, whose speaker does it to the subject),
`state` (standing until told otherwise: present tense is `ongoing`), `joint` (at least two known parties do it), `refused` (only with
"will not", "would not"; with `reverse`, where one will not have it done to him), `negated` (only where it is denied: "is not
happy"), `imperative` (only as a bidding: "let Estia decide"), `planned` (the words say that
it is to come: "scheduled a meeting"), `weight=0.6` (how sure the words alone make it).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any

from whodid.errors import OntologyError
from whodid.lexicon.lists import word_groups

# The type of what only looks like an event ("kill time"): such a line takes the words, and tells nothing.
NONE = "NONE"
CLAUSES = frozenset(("to-inf", "not-to-inf", "that", "ing", "that-will"))
SECTIONS = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective", "modals": "modal"}


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a party or a required word hangs: `role` R or A, or a set of `words`; `preps` empty: the direct object.

    Role A with `words`: the subject must be one of them.
    """

    preps: frozenset[str]
    role: str | None = None
    required: bool = False
    optional: bool = False
    words: frozenset[str] = frozenset()
    barred: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to tell an event: trigger words, what hangs on them, and the type and mode they tell.

    `clause` is one of CLAUSES or None: a clause that must follow. `weight` (0..1) is how sure the words alone make the type.
    """

    type: str
    kind: str
    lemmas: tuple[str, ...]
    particle: str | None = None
    slots: tuple[Slot, ...] = ()
    clause: str | None = None
    clause_words: frozenset[str] = frozenset()
    mode: str | None = None
    cameo: str | None = None
    contexts: tuple[str, ...] = ()
    options: frozenset[str] = frozenset()
    weight: float = 0.85
    line: str = field(default="", compare=False)

    @property
    def specificity(self) -> int:
        """How much must be there for it to fit: the more, the earlier it is tried."""
        demands = sum(2 if slot.words and "*" not in slot.words else slot.required for slot in self.slots if not slot.barred)
        demands += bool(self.options & {"joint", "negated", "imperative"}) + (self.clause == "not-to-inf")
        return demands + 2 * (self.particle is not None) + (self.clause is not None) + 2 * bool(self.clause_words)


@cache
def load_classes() -> dict[str, frozenset[str]]:
    """The word classes of lexicon/en/events/classes.txt ("@arms")."""
    classes: dict[str, frozenset[str]] = {}
    for name, words in word_groups("events/classes"):
        classes[name] = _with_classes(words, classes)
    return classes


@cache
def load_patterns() -> dict[str, dict[str, tuple[Pattern, ...]]]:
    """All patterns by kind (verb, noun, adjective) and trigger lemma, the most specific first.

    Raises:
        OntologyError: Where a line cannot be read; names file and line.
    """
    folder = files("whodid") / "lexicon" / "en" / "events"
    classes = load_classes()
    found: dict[str, dict[str, list[Pattern]]] = {kind: {} for kind in SECTIONS.values()}
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".txt") and path.name != "classes.txt":
            for pattern in read_patterns(path.read_text(encoding="utf-8"), path.name, classes):
                for lemma in pattern.lemmas:
                    found[pattern.kind].setdefault(lemma, []).append(pattern)
    return {
        kind: {lemma: tuple(sorted(patterns, key=lambda p: (-p.specificity, p.type != NONE))) for lemma, patterns in by_lemma.items()}
        for kind, by_lemma in found.items()
    }


def read_patterns(text: str, name: str, classes: dict[str, frozenset[str]]) -> list[Pattern]:
    """Read one file of patterns; its name without suffix is the event type."""
    kind, found = "", []
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.split("#", 1)[0].strip()
        if not line:
            continue
        if line.startswith("["):
            if line.strip("[]") not in SECTIONS:
                raise OntologyError(f"{name}, line {number}: section {line}; expected one of {', '.join(f'[{s}]' for s in SECTIONS)}")
            kind = SECTIONS[line.strip("[]")]
            continue
        try:
            found.append(replace(_read_line(line, classes), type=name.removesuffix(".txt"), kind=kind))
        except ValueError as error:
            raise OntologyError(f"{name}, line {number}: {error} in {raw.strip()!r}") from None
    return found


def _with_classes(words: Iterable[str], classes: dict[str, frozenset[str]]) -> frozenset[str]:
    """The words, with those of a class in place of its name."""
    found: set[str] = set()
    for word in words:
        if word.startswith("@"):
            if word not in classes:
                raise ValueError(f"no class {word} in classes.txt")
            found |= classes[word]
        else:
            found.add(word)
    return frozenset(found)


def _read_line(line: str, classes: dict[str, frozenset[str]]) -> Pattern:
    body, _, options = line.partition(" : ")
    pieces = _pieces(body)
    lemmas = tuple(lemma for word in pieces[0].split("|") for lemma in sorted(_with_classes([word], classes)))
    pattern = Pattern(type="", kind="", lemmas=lemmas, line=line)
    slots: list[Slot] = []
    preps: frozenset[str] = frozenset()
    for piece in pieces[1:]:
        if piece.startswith("+"):
            pattern = replace(pattern, particle=piece[1:])
        elif piece.split("{")[0] in CLAUSES:
            pattern = replace(pattern, clause=piece.split("{")[0])
            if "{" in piece:
                pattern = replace(pattern, clause_words=_with_classes(piece[piece.index("{") + 1 : -1].split(), classes))
        elif piece in ("R", "R!", "R?", "A", "A!"):
            slots.append(Slot(preps, role=piece[0], required=piece.endswith("!"), optional=piece.endswith("?")))
            preps = frozenset()
        elif piece.startswith("A{"):
            slots.append(Slot(frozenset(), role="A", required=True, words=_with_classes(piece[2:-1].split(), classes)))
        elif piece.startswith(("{", "!{")):
            barred = piece.startswith("!")
            slots.append(Slot(preps, words=_with_classes(piece.strip("!{}").split(), classes), required=not barred, barred=barred))
            preps = frozenset()
        elif not preps:
            preps = frozenset(piece.split("|"))
        else:
            raise ValueError(f"{piece!r} after a preposition; expected R, A or {{words}}")
    if preps:
        raise ValueError("a preposition with nothing after it")
    return replace(pattern, slots=tuple(slots), **_options(options.split()))


def _pieces(body: str) -> list[str]:
    """Split at blanks outside braces."""
    pieces, depth, current = [], 0, ""
    for char in body:
        depth += (char == "{") - (char == "}")
        if char == " " and depth == 0:
            if current:
                pieces.append(current)
            current = ""
        else:
            current += char
    if depth:
        raise ValueError("a brace that is not closed")
    return [*pieces, current] if current else pieces


FLAGS = {"symmetric", "reverse", "poss=R", "speaker", "state", "joint", "refused", "negated", "imperative", "planned"}


def _options(options: list[str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    flags = set()
    for option in options:
        key, _, value = option.partition("=")
        if option in FLAGS:
            flags.add(option)
        elif key in ("mode", "cameo") and value:
            values[key] = value
        elif key == "contexts" and value:
            values[key] = tuple(value.split(","))
        elif key == "weight":
            values[key] = float(value)
        else:
            raise ValueError(f"unknown option {option!r}")
    return {**values, "options": frozenset(flags)}
