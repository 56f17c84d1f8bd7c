"""Stands where the package `prisma` was, so that files which still name it can be read.

Whatever is taken from it is a class with nothing in it: a test that needs more than the name does
not pass.
"""

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType


class Absent(ModuleType):
    """A module of which every name is a class."""

    __path__: list[str] = []

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        found = type(name, (Exception,), {"__module__": self.__name__})
        setattr(self, name, found)
        return found


class Finder:
    """Finds every module of the package."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        return ModuleSpec(name, self) if name.startswith("prisma.") else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return Absent(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        pass


sys.meta_path.insert(0, Finder())  # type: ignore[arg-type]
sys.modules[__name__].__class__ = Absent
