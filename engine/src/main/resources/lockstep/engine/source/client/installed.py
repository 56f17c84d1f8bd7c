"""Say which Python this is, and what of some packages is installed. Imports none of them."""

import ast
import importlib.metadata
import importlib.util
import json
import os
import re
import sys
from pathlib import Path


def version(name):
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def client(folder):
    """Return what there is of Prisma Client Python, which runs a program beside Python."""
    spec = importlib.util.find_spec("prisma")
    if spec is None or not spec.origin:  # a folder `prisma` that has only a schema is no package
        return None
    package = Path(spec.origin).parent
    schema = package / "schema.prisma"
    return {
        "folder": str(package),
        "isGenerated": (package / "client.py").is_file(),
        "schema": schema.read_text("utf-8", "replace") if schema.is_file() else None,
        "engines": [str(it) for it in engines(package, folder) if it.is_file()],
    }


def engines(package, folder):
    """Yield where the client looks for its engine (prisma 0.15, `engine/utils.py`)."""
    named = os.environ.get("PRISMA_QUERY_ENGINE_BINARY")
    if named:
        yield Path(named)
        return
    yield from folder.glob("prisma-query-engine-*")
    yield from (Path(it) for it in generated_paths(package / "client.py"))
    cache = cache_folder(package, folder)
    if cache.is_dir():
        yield from cache.rglob("*query-engine-*")


def generated_paths(file):
    """Return the engines that the generator has written into the client."""
    if not file.is_file():
        return []
    for node in ast.parse(file.read_text("utf-8", "replace")).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "BINARY_PATHS":
            paths = ast.literal_eval(node.value.args[1])
            return list((paths.get("queryEngine") or paths.get("query_engine") or {}).values())
    return []


def cache_folder(package, folder):
    settings = project_settings(folder)

    def setting(name, otherwise):
        variable = os.environ.get("PRISMA_" + name.upper())
        return variable or settings.get(name) or otherwise

    config = package / "_config.py"
    text = config.read_text("utf-8", "replace") if config.is_file() else ""
    defaults = re.findall(r"env='(PRISMA_\w+)',\s*default='([^']*)'", text)
    known = {name[len("PRISMA_"):].lower(): value for name, value in defaults}
    home = Path(setting("home_dir", str(Path.home())))
    usual = home / ".cache" / "prisma-python" / "binaries"
    usual = usual / setting("version", known.get("version", "")) if known else usual
    usual = usual / setting("expected_engine_version", known.get("expected_engine_version", ""))
    return Path(setting("binary_cache_dir", str(usual)))


def project_settings(folder):
    try:
        import tomllib

        text = (folder / "pyproject.toml").read_text("utf-8")
        return tomllib.loads(text).get("tool", {}).get("prisma", {})
    except (ImportError, OSError, ValueError):
        return {}


def main():
    request = json.load(sys.stdin)
    folder = Path(request["folder"])
    try:
        prisma = client(folder)
    except (OSError, SyntaxError, ValueError, AttributeError, IndexError):
        prisma = None
    report = {
        "version": "%d.%d.%d" % sys.version_info[:3],
        "packages": {name: version(name) for name in request["packages"]},
        "client": prisma,
    }
    sys.stdout.write("\x1elockstep\x1e" + json.dumps(report) + "\x1e")


main()
