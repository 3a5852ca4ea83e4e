"""The flow of the room: names, people, phrases and pronouns of each sentence, in text order, onto the roster."""

from __future__ import annotations

from collections.abc import Sequence

from whodid.article import Article
from whodid.cast import Cast
from whodid.knowledge import Knowledge, State
from whodid.knowledge.gazetteer import Gazetteer, load_gazetteer
from whodid.steps.actors import coreference
from whodid.steps.actors.descriptions import Describer, details_of
from whodid.steps.actors.districts import Districts
from whodid.steps.actors.focus import Focus
from whodid.steps.actors.metonyms import acts
from whodid.steps.actors.names import Named, NameFinder
from whodid.steps.actors.people import find_people, read_title
from whodid.steps.actors.persons import People
from whodid.steps.actors.quantities import refer_quantities
from whodid.steps.actors.roster import Roster
from whodid.steps.actors.strangers import Strangers
from whodid.steps.actors.view import Details, View, attached
from whodid.steps.actors.words import Phrase, load_lexicon
from whodid.text import Sentence, Token, span_of
from whodid.text import phrase as noun_phrase

_WEST = frozenset({"western", "west"})
# A family name like "He" or "Will" must look like a name where it stands.
_NAME_POS = frozenset({"PROPN", "NOUN", "ADJ", "X"})


def find_actors(
    sentences: Sequence[Sentence], article: Article, knowledge: Knowledge, gazetteer: Gazetteer | None = None
) -> Cast:
    """Who takes part in an article, and every word that stands for one of them.

    Names count before descriptions, the knowledge before the parser's labels. Who held an office is read as of the article's date;
    without one, "the president" stays an unnamed holder. Words that may mean two actors of equal weight mean none, with a flag.

    Args:
        sentences: The parsed article.
        article: Its date decides who is in office; its dateline is no actor.
        knowledge: States, persons, offices, organizations.
        gazetteer: Tells the country of "a court in" some town; None takes the one of the package.

    Example:
        >>> cast = find_actors(sentences, article, load_knowledge())
        >>> cast.at(token).actors
        ('person:xi-jinping',)
    """
    return _Reading(sentences, article, knowledge, Districts(gazetteer or load_gazetteer())).cast()


class _Reading:
    """One article on its way through the room."""

    def __init__(self, sentences: Sequence[Sentence], article: Article, knowledge: Knowledge, districts: Districts) -> None:
        self._lexicon = load_lexicon()
        self._finder = NameFinder(knowledge, article.anchor)
        self._roster = Roster(knowledge, article.anchor)
        dateline = article.dateline
        read = [s for s in sentences if s.tokens and not s.boilerplate and not (dateline and dateline.covers(s.span()))]
        names = _settled([self._names(sentence) for sentence in read])
        self._views = [self._view(sentence, found) for sentence, found in zip(read, names, strict=True)]
        focus = Focus(self._views, self._dateline_country(article))
        self._describer = Describer(self._roster, self._lexicon, focus, districts)
        self._people = People(self._roster, self._lexicon, self._describer, focus, self._views)
        self._strangers = Strangers(self._roster, self._describer, districts)

    def cast(self) -> Cast:
        for view in self._views:
            self._read(view)
        return self._roster.cast()

    def _names(self, sentence: Sentence) -> list[Named]:
        return [name for name in self._finder.find(sentence.tokens) if not self._elsewhere(sentence, name)]

    def _view(self, sentence: Sentence, names: list[Named]) -> View:
        view = View(sentence, self._lexicon, self._roster.knowledge, names, self._lexicon.phrases(sentence.tokens))
        view.named = {position: name for name in names for position in range(name.first, name.last + 1)}
        inside = {
            token for entity in sentence.entities if entity.label == "ORG" for token in range(entity.first.i, entity.last.i + 1)
        }
        for position, phrase in list(view.phrases.items()):
            if any(at in view.named for at in range(phrase.first, phrase.last + 1)) or _part_of_name(view, phrase, inside):
                del view.phrases[position]
        view.people = find_people(sentence.tokens, sentence.entities, names, view.phrases, self._lexicon)
        return view

    def _elsewhere(self, sentence: Sentence, named: Named) -> bool:
        """Names not to be read as the knowledge has them: "South America" is no state, "the Senate" not always the same."""
        organization = named.organization
        if organization is not None and organization.country in self._roster.knowledge.states:
            # "The Senate" is whose the text says; the knowledge's body of that name is found by its country.
            return " ".join(token.lower for token in named.tokens) in self._lexicon.bodies
        if named.families and (named.tokens[0].lower in self._lexicon.days or named.tokens[0].pos not in _NAME_POS):
            return True
        before = sentence.tokens[named.first - 1].lower if named.first else ""
        return before in self._lexicon.directions and named.tokens[0].lower.startswith("america")

    def _dateline_country(self, article: Article) -> str | None:
        if article.dateline_place is None:
            return None
        words = article.dateline_place.text.replace(":", ",").split(",")
        for word in words:
            for reading in self._finder.look_up(word.strip().title()):
                if reading.kind in ("capital", "name") and isinstance(reading.entry, State):
                    return reading.entry.code
        return None

    def _read(self, view: View) -> None:
        for person in view.people:
            read_title(person, view.tokens, view.named, view.phrases, self._lexicon)
            for position in range(person.first, person.last + 1):
                view.person_at[position] = person
            view.claimed.update(range(person.start, person.last + 1))
        described = details_of(view)
        for person in view.people:
            self._people.refer(view, person)
        for position, token in enumerate(view.tokens):
            if position in described:
                self._describe(view, position, described[position])
            elif position not in view.claimed and not self._roster.at(token):
                self._other(view, position, token)
        if not view.sentence.text.isupper():
            self._strangers.refer(view)
        refer_quantities(view, self._roster, self._describer)

    def _describe(self, view: View, position: int, found: Details) -> None:
        token = view.tokens[position]
        if (kind := self._pair_kind(view, token)) is not None:
            self._pair(view, token, kind)
        else:
            self._describer.refer(view, view.phrases[position], found)

    def _other(self, view: View, position: int, token: Token) -> None:
        named = view.named.get(position)
        if named is not None:
            if token is named.head:
                self._name(view, named)
        elif token.tag in ("PRP", "PRP$"):
            self._pronoun(token)
        elif token.tag in ("WP", "WDT", "WP$"):
            if actors := coreference.resolve_relative(token, self._roster):
                self._roster.refer(token, span_of([token]), actors, "pronoun")
        elif token.lower in _WEST:
            self._west(token)
        elif token.pos == "NOUN" or token.lower == "both":
            self._noun(view, token)
        elif token.pos == "PROPN":
            self._people.refer_bare(view, position)

    def _name(self, view: View, named: Named) -> None:
        if (state := named.state("name")) is not None:
            self._state(view, named, self._roster.state(state))
        elif named.organization is not None:
            self._organization(view, named, self._roster.organization(named.organization))
        elif (state := named.state("adjective", "demonym")) is not None:
            self._adjective(view, named, state.code)
        elif (state := named.state("metonym")) is not None:
            if acts(named.head, self._lexicon, seat=True):
                self._government(named, state)
        elif (state := named.state("capital")) is not None:
            if not self._in_longer_name(view, named) and acts(named.head, self._lexicon, seat=False):
                self._government(named, state)
        elif named.families:
            self._people.refer_family(view, named)

    def _government(self, named: Named, state: State) -> None:
        actor = self._roster.state(state)
        self._roster.members[actor].sector = "GOV"
        self._roster.refer(named.head, named.span(), [actor], "metonym")

    def _organization(self, view: View, named: Named, actor: str) -> None:
        first = named.first
        if named.first in view.prefixes:
            phrase, found = view.prefixes[named.first]
            self._describer.teach(view, self._roster.members[actor], phrase, found)
            first = found.first
        self._roster.refer(named.head, view.span(first, named.last), [actor], "name")

    def _state(self, view: View, named: Named, actor: str) -> None:
        head = named.head
        if self._in_longer_name(view, named):
            return
        kind = (
            "adjective"
            if attached(view, named) or head.dep in ("compound", "amod", "nmod") and head.head.i > named.tokens[-1].i
            else "name"
        )
        self._roster.refer(head, named.span(), [actor], kind)  # type: ignore[arg-type]

    def _in_longer_name(self, view: View, named: Named) -> bool:
        """Whether the name is a part of another: "the Norland Strait", "Norland City", "the Norland Open"."""
        after = view.tokens[named.last + 1] if named.last + 1 < len(view.tokens) else None
        before = view.tokens[named.first - 1] if named.first else None
        if (
            before is not None
            and before.pos == "PROPN"
            and before.dep == "compound"
            and before.head is named.head
            and named.first - 1 not in view.named
            and before.lower not in self._lexicon.directions
            and named.first - 1 not in view.phrases
            and before.text[0].isupper()
            and before.entity in ("PERSON", "ORG", "GPE", "FAC")
            and before.entity == named.head.entity
            and not before.text.isupper()
        ):
            return True
        for entity in view.sentence.entities:
            if (
                entity.first.i <= named.tokens[0].i
                and entity.last.i >= named.tokens[-1].i
                and entity.label in ("LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW")
            ):
                return any(
                    token.pos == "PROPN" and view.position(token) not in view.named
                    for token in view.tokens[view.position(entity.first) : view.position(entity.last) + 1]
                )
        return (
            after is not None
            and after.pos == "PROPN"
            and after.text[:1].isupper()
            and named.head.dep == "compound"
            and named.head.head.pos == "PROPN"
            and not view.titled
            and view.position(after) not in view.named
            and view.position(after) not in view.person_at
        )

    def _adjective(self, view: View, named: Named, code: str) -> None:
        head, before = named.head, view.tokens[named.first - 1] if named.first else None
        if before is not None and (before.lower in self._lexicon.former or before.lower in self._lexicon.directions):
            return
        actor = self._roster.state_of(code)
        if actor is None:
            return
        modifies = head.dep in ("amod", "compound", "nmod", "poss", "npadvmod", "advmod") and (head.head.i > head.i)
        if modifies or head.tag == "JJ":
            if head.dep == "pobj" and head.head.lower == "in":
                return
            if self._in_longer_name(view, named):
                return
            self._roster.refer(head, named.span(), [actor], "adjective")
        else:
            words = noun_phrase(head)
            people = self._roster.group(
                head.text if head.tag.endswith("S") else "citizens",
                code,
                "CVL",
                name=self._roster.called("people", code),
                plural=head.tag in ("NNS", "NNPS"),
            )
            self._roster.refer(head, span_of(words), [people], "role")

    def _pronoun(self, token: Token) -> None:
        if token.lower not in coreference.PRONOUNS or _expletive(token):
            return
        actors, doubt = coreference.resolve_pronoun(token, self._roster)
        if actors or doubt:
            self._roster.refer(token, span_of([token]), actors, "pronoun", ("ambiguous",) if doubt else ())

    def _west(self, token: Token) -> None:
        if not token.text[0].isupper():
            return
        if token.lower == "west" and not (
            token.text[0].isupper() and token.dep != "compound" and any(c.lower == "the" for c in token.children)
        ):
            return
        west = self._roster.group("western countries", None, None, name="Western countries")
        self._roster.refer(token, span_of([token]), [west], "adjective" if token.lower == "western" else "name")

    def _noun(self, view: View, token: Token) -> None:
        if (kind := self._pair_kind(view, token)) is not None:
            self._pair(view, token, kind)
            return
        if not any(child.lower in ("the", "this", "that", "his", "her", "their", "its") for child in token.children):
            return
        lemma = token.lower
        if lemma in self._lexicon.same_state:
            self._again(token, "state")
        elif lemma in self._lexicon.same_organization:
            self._again(token, "organization")

    def _again(self, token: Token, kind: str) -> None:
        """ "The country", "his country", "the bloc": the last of its kind, or the owner's."""
        owner = next((child for child in token.children if child.tag == "PRP$"), None)
        if owner is not None:
            reference = self._roster.at(owner)
            codes = [self._roster.members[actor].country for actor in reference.actors] if reference else []
            states = [id for code in codes if code and (id := self._roster.state_of(code))]
            if kind == "state" and states:
                self._roster.refer(token, span_of(noun_phrase(token)), states, "role")
            return
        if any(
            child.dep in ("prep", "relcl", "acl") and child.lower in ("of", "with", "that", "where") for child in token.children
        ):
            return
        if kind == "state":
            actors, doubt = coreference.nearest(token, self._roster, kind), False
        else:
            actors, doubt = coreference.last_of(token, self._roster, lambda member: 0.0 if member.kind == kind else None)
        if actors or doubt:
            self._roster.refer(token, span_of(noun_phrase(token)), actors, "role", ("ambiguous",) if doubt else ())

    def _pair_kind(self, view: View, token: Token) -> str | None:
        """Of what kind "the two leaders", "both sides", "both" is a pair; None where it is none."""
        if token.lower == "both":
            alone = token.dep in ("nsubj", "nsubjpass", "dobj", "pobj") and not any(
                child.dep == "prep" for child in token.children
            )
            return "any" if alone else None
        if not any(child.lower in ("two", "both") and child.i < token.i for child in token.children):
            return None
        if not any(child.lower in ("the", "both", "these", "those") for child in token.children) or any(
            child.tag == "PRP$" for child in token.children
        ):
            return None
        for kind, words in (
            ("person", self._lexicon.pair_persons),
            ("state", self._lexicon.pair_states),
            ("any", self._lexicon.pair_any),
        ):
            if token.lower in words:
                return kind
        return None

    def _pair(self, view: View, token: Token, kind: str) -> None:
        actors, doubt = coreference.resolve_pair(token, self._roster, kind)
        self._roster.refer(token, span_of(noun_phrase(token)), actors, "pair", ("ambiguous",) if doubt or not actors else ())


def _settled(found: list[list[Named]]) -> list[list[Named]]:
    """Names that several states share ("Congolese") mean the one that is told elsewhere in the article, else nobody."""
    if not any(len(named.states) > 1 for names in found for named in names):
        return found
    told = {code for names in found for named in names if len(named.states) == 1 for code in named.states}
    settled = []
    for names in found:
        kept = []
        for named in names:
            options = named.states & told if len(named.states) > 1 else named.states
            if len(named.states) < 2:
                kept.append(named)
            elif len(options) == 1:
                kept.append(named.only(next(iter(options))))
        settled.append(kept)
    return settled


def _part_of_name(view: View, phrase: Phrase, organizations: set[int]) -> bool:
    """Whether a group's noun is a word of a name: "Party" in "the People's Party", "congress" of a party."""
    if phrase.term.words == ("congress",) and phrase.head.text.islower():
        return True
    if phrase.head.pos != "PROPN" or phrase.head.i not in organizations:
        return False
    before = view.tokens[phrase.first - 1] if phrase.first else None
    after = view.tokens[phrase.last + 1] if phrase.last + 1 < len(view.tokens) else None
    if phrase.term.kind == "role":
        return after is not None and after.i in organizations and after.pos == "PROPN" and len(phrase.term.words) == 1
    led = before is not None and before.i in organizations and before.pos in ("PROPN", "ADJ")
    if phrase.term.kind == "group":
        return led or (after is not None and after.i in organizations and after.tag in ("POS", "NNP", "NNPS"))
    named = phrase.first - 1 in view.named
    return (led and not named) or (after is not None and after.i in organizations and after.lower == "of")


def _expletive(token: Token) -> bool:
    """ "It" that stands for nothing or for a clause: "it was a chance to …", "it is impossible to …"."""
    if token.lower != "it" or token.dep not in ("nsubj", "nsubjpass", "expl"):
        return False
    verb = token.head
    return (
        token.dep == "expl"
        or verb.lemma.lower() in ("be", "seem", "appear", "remain", "take", "mean", "happen", "rain", "snow", "become")
        or not verb.is_verb
    )
