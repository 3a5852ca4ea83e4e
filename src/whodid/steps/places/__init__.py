"""Where: toponyms, and which place each one is."""

from whodid.steps.places.finding import find_places

__all__ = ["find_places"]
