"""What is given or moved, which is not to whom: the guns of "promised Estia guns", the troops of "sent troops to Estia"."""

from __future__ import annotations

from whodid.lexicon.patterns import load_classes
from whodid.text import Token

# Who is the object of these goes where he is sent: he is not the other side.
_MOVING = frozenset(
    "send deploy dispatch contribute provide offer withdraw pull mobilise mobilize move station supply rotate "
    "despatch fly rush airlift".split()
)
_SENDING = frozenset("deployment dispatch redeployment movement transfer sending despatch".split())


def is_goods(thing: Token, type_: str) -> bool:
    """Whether what is promised, given or moved is named, not to whom: "guns", "send troops", "the deployment of troops"."""
    if type_ in ("AGREE", "AID", "COOPERATE") and is_arm(thing):
        return True
    classes = load_classes()
    own = thing.lemma.lower() in classes["@troops"] | classes["@helpers"]
    return own and type_ in ("AGREE", "AID", "COOPERATE", "MOBILIZE") and _is_moved(thing)


def _is_moved(thing: Token) -> bool:
    """Whether a verb or noun of sending moves it, also with others and aboard: "sent soldiers and doctors", "sent planes with doctors"."""
    while thing.dep == "conj":
        thing = thing.head
    above = thing.head
    if above.lower == "with" and above.head.is_verb:
        return above.head.lemma in _MOVING
    if above.lower == "with":
        thing, above = above.head, above.head.head
    return (thing.dep == "dobj" and above.lemma in _MOVING) or (above.lower == "of" and above.head.lemma.lower() in _SENDING)


def is_arm(thing: Token) -> bool:
    """Whether it is a weapon; a fighter may be a man."""
    return thing.lemma.lower() in load_classes()["@arms"] - {"fighter"}
