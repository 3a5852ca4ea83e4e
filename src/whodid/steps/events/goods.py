"""What is given or moved, which is not to whom: the guns of "promised Estia guns", the troops of "sent troops to Estia"."""

from __future__ import annotations

from whodid.lexicon.patterns import load_classes
from whodid.text import Token

# Who is the object of these goes where he is sent: he is not the other side.
_MOVING = frozenset("send deploy dispatch contribute provide offer withdraw pull mobilise mobilize move station supply rotate".split())
_SENDING = frozenset("deployment dispatch redeployment movement transfer sending despatch".split())


def is_goods(thing: Token, type_: str) -> bool:
    """Whether what is promised, given or moved is named, not to whom: "guns", "send troops", "the deployment of troops"."""
    if type_ in ("AGREE", "AID", "COOPERATE") and is_arm(thing):
        return True
    above = thing.head
    moved = (thing.dep == "dobj" and above.lemma in _MOVING) or (above.lower == "of" and above.head.lemma.lower() in _SENDING)
    return moved and thing.lemma.lower() in load_classes()["@troops"] and type_ in ("AGREE", "AID", "COOPERATE", "MOBILIZE")


def is_arm(thing: Token) -> bool:
    """Whether it is a weapon; a fighter may be a man."""
    return thing.lemma.lower() in load_classes()["@arms"] - {"fighter"}
