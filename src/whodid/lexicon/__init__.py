"""The words of a language as data, and their loaders."""
