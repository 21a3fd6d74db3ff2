from .core import Walker, walk, walk_all
