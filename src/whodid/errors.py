"""Every error whodid raises. Each message says where, what was found, and what would be right.

WhodidError
├── InputError       a file, a line or an article that cannot be read or coded
├── OntologyError    a type, mode, context or sector that PLOVER does not have
├── KnowledgeError   an entry in the tables of states, offices, organizations … that cannot be right
├── ModelError       a parser pipeline or trained weights that are not there or do not fit
└── StoreError       a store's file that cannot be opened, read or written
"""


class WhodidError(Exception):
    """Root of whodid's errors.

    Args:
        message: Where it went wrong, what was found, what would be right.
        code: A short stable name for programs, written to the `error.code` of a failed line.
    """

    code = "error"

    def __init__(self, message: str, code: str | None = None) -> None:
        super().__init__(message)
        if code is not None:
            self.code = code


class InputError(WhodidError):
    """An input that cannot be read or coded: the message names file, line and mend."""

    code = "input"


class OntologyError(WhodidError):
    """A name that the ontology does not have: the message offers the nearest."""

    code = "ontology"


class KnowledgeError(WhodidError):
    """An entry of the knowledge tables that cannot be right: the message names file and line."""

    code = "knowledge"


class ModelError(WhodidError):
    """A pipeline or weights that are missing or not what they should be: the message names the package or the file."""

    code = "model"


class StoreError(WhodidError):
    """A store that cannot be opened, read or written: the message names the file and the mend."""

    code = "store"
