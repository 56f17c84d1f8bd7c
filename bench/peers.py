#!/usr/bin/env python3
"""Measures competing tools on the same input; never gates.

sqlacodegen reads a database and writes SQLAlchemy models. Here the database is made by
`lockstep ddl`, the models are executed by `create_all` in a second database, and
`lockstep diff` counts what came back changed; the same is done with the models of
`lockstep generate`. Needs PyPI once, for the tools; the server is Lockstep's own.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import venv

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = pathlib.Path(os.environ.get("LOCKSTEP_SHARED", ROOT.parent / "shared"))
LOCKSTEP = str(ROOT / "lockstep")
TOOLS = ["sqlacodegen==4.0.4", "sqlalchemy==2.1.9", "psycopg[binary]", "pgvector"]

CREATE = """
import importlib, sys
sys.path.insert(0, sys.argv[1])
module = importlib.import_module(sys.argv[2])
import sqlalchemy as sa
engine = sa.create_engine(sys.argv[3].replace("postgresql://", "postgresql+psycopg://", 1))
base = getattr(module, "Base", None)
(base.metadata if base is not None else module.metadata).create_all(engine)
"""


def run(*words, **options):
    return subprocess.run(words, capture_output=True, text=True, **options)


def interpreter():
    """A Python with the tools, kept in the cache folder."""
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache"))
    folder = cache / "lockstep" / "peers"
    python = folder / "bin" / "python"
    if not (folder / "complete").exists():
        venv.create(folder, with_pip=True, clear=True)
        done = run(str(python), "-m", "pip", "install", "--quiet", *TOOLS)
        if done.returncode:
            sys.exit(done.stderr)
        (folder / "complete").touch()
    return str(python)


class Server:
    """Databases on the shadow server that `lockstep shadow start` keeps."""

    def __init__(self, python):
        self.python = python
        run(LOCKSTEP, "shadow", "start", check=True)
        self.url = run(LOCKSTEP, "shadow", "url", check=True).stdout.strip()

    def execute(self, url, sql):
        code = (
            "import psycopg, sys\n"
            "with psycopg.connect(sys.argv[1], autocommit=True) as c: c.execute(sys.stdin.read())"
        )
        return run(self.python, "-c", code, url, input=sql)

    def database(self, name):
        self.execute(self.url, f'drop database if exists "{name}" with (force)')
        self.execute(self.url, f'create database "{name}"')
        head, _, tail = self.url.partition("?")
        return head.rsplit("/", 1)[0] + "/" + name + ("?" + tail if tail else "")


def differences(first, second):
    """How many differences `lockstep diff` finds, or why it could not look."""
    done = run(LOCKSTEP, "diff", first, second, "--format", "json")
    if done.returncode not in (0, 1):
        return "diff failed"
    return str(len(json.loads(done.stdout)["differences"]))


def timed(*words, **options):
    start = time.perf_counter()
    done = run(*words, **options)
    return done, (time.perf_counter() - start) * 1000


def judge(server, first, folder, module):
    """Executes models in a database of their own and compares it with the first."""
    second = server.database("lockstep_peer_b")
    done = run(server.python, "-c", CREATE, str(folder), module, second)
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["failed"])[-1][:50]
    return differences(first, second)


def measure(server, name, schema, folder):
    ddl = run(LOCKSTEP, "ddl", str(schema))
    first = server.database("lockstep_peer_a")
    made = server.execute(first, ddl.stdout)
    if ddl.returncode or made.returncode:
        print(f"{name:<36} cannot be made here")
        return
    peer = folder / name / "peer"
    ours = folder / name / "ours"
    peer.mkdir(parents=True)
    tool = pathlib.Path(server.python).parent / "sqlacodegen"
    url = first.replace("postgresql://", "postgresql+psycopg://", 1)
    done, took = timed(str(tool), url)
    (peer / "peer_models.py").write_text(done.stdout)
    theirs = judge(server, first, peer, "peer_models")
    _, ours_took = timed(
        LOCKSTEP, "generate", "--from", str(schema), "--out", str(ours / "own_models")
    )
    own = judge(server, first, ours, "own_models")
    print(f"{name:<36}{took:>8.0f}  {theirs:<28}{ours_took:>8.0f}  {own}", flush=True)


def main():
    parser = argparse.ArgumentParser(prog="./dev peers")
    parser.add_argument("schemas", nargs="*", type=pathlib.Path, help="schema files or folders")
    given = parser.parse_args()
    schemas = {it.stem: it for it in given.schemas}
    if not schemas:
        schemas = {"file-cleanup": ROOT / "samples/file-cleanup/after/packages/db/prisma/schema.prisma"}
        corpus = SHARED / "corpus" / "prisma"
        for name in ("langfuse", "trigger.dev", "saas-starter-kit", "civitai"):
            if (corpus / name).exists():
                schemas[name] = corpus / name
    server = Server(interpreter())
    print(f"{'':<36}{'sqlacodegen':>8}{'':<26}{'Lockstep':>9}")
    print(f"{'schema':<36}{'ms':>8}  {'differences':<28}{'ms':>8}  differences")
    with tempfile.TemporaryDirectory(prefix="lockstep-peers-") as folder:
        for name, schema in schemas.items():
            measure(server, name, schema, pathlib.Path(folder))
    run(LOCKSTEP, "shadow", "stop")


if __name__ == "__main__":
    main()
