"""`python -m whodid` is the command `whodid`."""

from whodid.cli import main

if __name__ == "__main__":
    main()
