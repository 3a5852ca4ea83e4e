"""The command line: one file for each command. Turns arguments into calls, and errors into messages and exit status.

Exit status: 0 all was coded; 1 some record failed; 2 the call was wrong; 130 interrupted; 141 the reader closed the pipe.
"""

from whodid.cli.main import main

__all__ = ["main"]
