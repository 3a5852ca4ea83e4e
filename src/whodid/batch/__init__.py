"""Many articles: read, looked up, coded in batches by one process or several, stored; what was begun can be gone on with."""

from whodid.batch.identity import identity_of
from whodid.batch.ingest import ingest
from whodid.batch.pool import Here, Pool
from whodid.batch.running import Batch
from whodid.batch.summary import Summary

__all__ = ["Batch", "Here", "Pool", "Summary", "identity_of", "ingest"]
