"""whodid: who did what to whom, when, where, and according to whom.

    import whodid
    record = whodid.code(text, date="2024-05-11")

Importing whodid loads no model; the first text does. For many texts make one `Coder`.
"""

from whodid.article import Article
from whodid.coder import Coder, classify, code
from whodid.errors import InputError, KnowledgeError, ModelError, OntologyError, WhodidError
from whodid.record import Record
from whodid.version import __version__

__all__ = [
    "Article",
    "Coder",
    "InputError",
    "KnowledgeError",
    "ModelError",
    "OntologyError",
    "Record",
    "WhodidError",
    "__version__",
    "classify",
    "code",
]
