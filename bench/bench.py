#!/usr/bin/env python3
"""Measures whole processes of Lockstep, beside Prisma's engine and others where they are at hand.

Each command is run in turn with its peers, several rounds, files written to a new folder each
time; a first, untimed round warms the disk. Says for each command the least and the median of the
rounds and the least processor time, in milliseconds, what it may take at most, and whether that
holds; exits 1 where something does not. Processor time is the steadier figure on a busy machine:
Lockstep compiles on a second core while it works, Prisma's engine uses one.
"""

import argparse
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import databases
import migrations

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = pathlib.Path(os.environ.get("LOCKSTEP_SHARED", ROOT.parent / "shared"))
ORACLE = SHARED / "oracle" / "prisma"
LOCKSTEP = str(ROOT / "lockstep")


class Case:
    """One command, and what it was measured to take."""

    def __init__(self, name, command, more=lambda number: [], found=0):
        """`more` are arguments that differ from run to run, `found` the exit code to expect."""
        self.name, self.command, self.more, self.found = name, command, more, found
        self.times, self.processor, self.megabytes = [], [], 0

    def run(self, timed):
        command = self.command + self.more(len(self.times) + 1 if timed else 0)
        before, start = processor_time(), time.perf_counter()
        with tempfile.TemporaryFile() as errors:
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
            _, status, used = os.wait4(process.pid, 0)
            took = (time.perf_counter() - start) * 1000
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != self.found:
                errors.seek(0)
                sys.exit(f"bench: {self.name} failed: {errors.read().decode()[-500:]}")
        if timed:
            self.times.append(took)
            self.processor.append(processor_time() - before)
            self.megabytes = max(self.megabytes, used.ru_maxrss / 1024)

    @property
    def least(self):
        return min(self.times)


def processor_time():
    """What all ended child processes took, in milliseconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (used.ru_utime + used.ru_stime) * 1000


class Table:
    """Prints a line for each thing measured, and counts what does not hold."""

    def __init__(self):
        self.held = self.missed = 0
        print(f"{'whole processes, ms':<34}{'least':>7}{'median':>8}{'processor':>11}  at most")

    def figures(self, title, case):
        median = statistics.median(case.times)
        figures = f"{case.least:>7.0f}{median:>8.0f}{min(case.processor):>11.0f}"
        print(f"{title:<34}{figures}", end="")

    def plain(self, title, case):
        self.figures(title, case)
        print(flush=True)

    def bar(self, title, case, most, meaning):
        self.figures(title, case)
        self.verdict(case.least, most, meaning)

    def memory(self, case, most):
        """How much memory a case had at most, in megabytes."""
        print(f"{'  its memory':<34}{case.megabytes:>7.0f}{'MB':>8}{'':>11}", end="")
        self.verdict(case.megabytes, most, "megabytes")

    def growth(self, title, times, most):
        print(f"{title:<34}{times:>7.1f}{'times':>8}{'':>11}", end="")
        self.verdict(times, most, "12 times the time above start-up")

    def verdict(self, value, most, meaning):
        holds = value <= most
        self.held += holds
        self.missed += not holds
        print(f"  {most:>6.0f}  {'holds' if holds else 'MISSED':<6}  {meaning}", flush=True)


def big_schema(models):
    """A schema of so many models, each with every common scalar, an enum and two relations."""
    out = ['datasource db {\n  provider = "postgresql"\n}\n']
    out.append("enum Status {\n  ACTIVE\n  PAUSED\n  DELETED\n}\n")
    for i in range(models):
        parent = f"M{i // 2}" if i else None
        out.append(f"/// Model number {i}.\nmodel M{i} {{")
        out.append("  id        String   @id @default(uuid())")
        out.append("  name      String   @db.VarChar(120)")
        out.append("  count     Int      @default(0)")
        out.append("  price     Decimal? @db.Decimal(10, 2)")
        out.append("  isOpen    Boolean  @default(true)")
        out.append("  status    Status   @default(ACTIVE)")
        out.append("  data      Json?")
        out.append("  tags      String[]")
        out.append("  createdAt DateTime @default(now())")
        out.append("  updatedAt DateTime @updatedAt")
        if parent:
            out.append("  parentId  String?")
            out.append(
                f'  parent    {parent}? @relation("R{i}", fields: [parentId], references: [id])'
            )
        for child in (2 * i, 2 * i + 1):
            if 0 < child < models:
                out.append(f'  children{child} M{child}[] @relation("R{child}")')
        out.append("\n  @@index([status, createdAt])\n  @@unique([name, count])\n}\n")
    return "\n".join(out)


def schemas(folder):
    """Yields name and path of what is measured."""
    hundred = folder / "hundred.prisma"
    if (ORACLE / "gen-big.mjs").exists() and shutil.which("node"):
        text = subprocess.run(
            ["node", str(ORACLE / "gen-big.mjs"), "100"], capture_output=True, check=True
        ).stdout
        hundred.write_bytes(text)
    else:
        hundred.write_text(big_schema(100))
    yield "100 models", hundred
    civitai = SHARED / "corpus" / "prisma" / "civitai"
    if civitai.exists():
        files = list(civitai.rglob("*.prisma"))
        yield "civitai", files[0] if len(files) == 1 else civitai


def prisma(script, schema):
    available = (ORACLE / script).exists() and shutil.which("node")
    return [Case(script, ["node", str(ORACLE / script), str(schema)])] if available else []


def generate(schema, out):
    """Writes to a new folder each time.

    Not to the same one, emptied: ext4 passes over files that were removed within the last seconds,
    one by one, whenever it makes a new one.
    """
    command = [LOCKSTEP, "generate", "--from", str(schema), "--to", "sqlalchemy", "--out"]
    return Case("generate", command, lambda number: [str(out / str(number) / "models")])


def rounds(cases, count):
    for number in range(count + 1):
        for case in cases:
            case.run(timed=number > 0)


def beside_prisma(table, folder, count):
    for name, schema in schemas(folder):
        cases = [
            (Case("validate", [LOCKSTEP, "validate", str(schema)]), "validate.mjs", 0.5),
            (Case("ddl", [LOCKSTEP, "ddl", str(schema)]), "ddl.mjs", 0.5),
            (generate(schema, folder / name), "ddl.mjs", 1.0),
        ]
        peers = {it.name: it for it in prisma("validate.mjs", schema) + prisma("ddl.mjs", schema)}
        rounds([it for it, _, _ in cases] + list(peers.values()), count)
        for peer in peers.values():
            table.plain(f"Prisma's {peer.name}, {name}", peer)
        for ours, script, share in cases:
            title = f"{ours.name}, {name}"
            if script in peers:
                half = "half of " if share == 0.5 else ""
                table.bar(title, ours, peers[script].least * share, half + script)
            else:
                table.plain(title, ours)


def growth(table, folder, count):
    """Times 100 and 1,000 models above start-up."""
    small, large = folder / "small.prisma", folder / "large.prisma"
    small.write_text(big_schema(100))
    large.write_text(big_schema(1000))
    start = Case("--version", [LOCKSTEP, "--version"])
    pairs = [
        [Case(verb, [LOCKSTEP, verb, str(it)]) for it in (small, large)]
        for verb in ("validate", "ddl")
    ]
    pairs.append(
        [generate(small, folder / "few"), generate(large, folder / "many")]
    )
    rounds([start] + [case for pair in pairs for case in pair], count)
    table.bar("--version", start, 100, "a tenth of a second")
    for few, many in pairs:
        above = max(few.least - start.least, 1)
        title = f"{few.name}, 100 to 1,000 models"
        table.growth(title, (many.least - start.least) / above, 12)


IMPORT = """
import sys
from sqlalchemy import create_mock_engine
sys.path.insert(0, sys.argv[1])
import app.models as models
engine = create_mock_engine("postgresql+psycopg://", lambda *a, **k: None)
engine.exec_driver_sql = lambda *a, **k: None
models.Base.metadata.create_all(engine, checkfirst=False)
"""


def check(table, count, python):
    """Times `lockstep check` on the sample above what Python itself takes."""
    sample = ROOT / "samples" / "file-cleanup" / "after"
    chosen = ["--python", python] if python else []
    subprocess.run([LOCKSTEP, "check", *chosen, str(sample)], check=True, stdout=subprocess.DEVNULL)
    cache_is_made(cache(), "server.aot")
    python = python or newest_environment()
    importing = Case("python", [python, "-c", IMPORT, str(sample / "services" / "api")])
    ours = Case("check", [LOCKSTEP, "check", "--python", python, str(sample)])
    rounds([ours, importing], count)
    table.plain("Python: import and create_all", importing)
    table.bar("check samples/file-cleanup/after", ours, importing.least + 500, "0.5 s above Python")


def cache():
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return pathlib.Path(os.environ.get("LOCKSTEP_CACHE") or os.path.join(home, "lockstep"))


def newest_environment():
    """The interpreter that `lockstep check` has just made or used."""
    found = cache().glob("python/*/bin/python")
    return str(max(found, key=lambda it: it.parent.parent.stat().st_mtime))


def first_run(table, folder):
    """Times a run that builds first, in a cache folder of its own."""
    command = ["env", f"LOCKSTEP_CACHE={folder / 'cache'}", LOCKSTEP, "--version"]
    first, second = Case("--version", command), Case("--version", command)
    first.run(timed=True)
    second.run(timed=True)
    table.plain("the very first run, with its build", first)
    table.plain("the second, without its caches", second)
    cache_is_made(folder / "cache", "offline.aot")


def cache_is_made(folder, name):
    """The caches of loaded classes are made in the background of the first runs."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        apps = sorted(folder.glob("app/*/app.*"), key=lambda it: it.stat().st_mtime)
        if apps and (apps[-1] / name).exists():
            return
        time.sleep(0.5)
    print(f"bench: {name} is not there; all will be slow", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(prog="./dev bench")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--python", help="an interpreter with the sample's requirements")
    parser.add_argument("--only", choices=["databases", "migrations"], help="one section")
    given = parser.parse_args()
    subprocess.run([LOCKSTEP, "--version"], check=True, stdout=subprocess.DEVNULL)
    cache_is_made(cache(), "offline.aot")
    table = Table()
    with tempfile.TemporaryDirectory(prefix="lockstep-bench-") as name:
        folder = pathlib.Path(name)
        if not given.only:
            everything_else(table, folder, given)
        count = max(3, given.rounds // 2)
        if given.only != "migrations":
            # Which fails for want of a source, and has the cache made.
            subprocess.run([LOCKSTEP, "show", "none"], cwd=folder, capture_output=True)
            cache_is_made(cache(), "reading.aot")
            databases.measure(table, folder, count, Case, rounds, LOCKSTEP)
        if given.only != "databases":
            # Which fails for want of a database, and has the cache made.
            subprocess.run([LOCKSTEP, "migrate", "status"], cwd=folder, capture_output=True)
            cache_is_made(cache(), "history.aot")
            corpus = SHARED / "corpus" / "prisma-migrations"
            migrations.measure(table, folder, count, Case, rounds, LOCKSTEP, corpus)
    print(f"\n{table.held} hold, {table.missed} missed")
    sys.exit(1 if table.missed else 0)


def everything_else(table, folder, given):
    growth(table, folder, max(3, given.rounds // 2))
    beside_prisma(table, folder, given.rounds)
    check(table, given.rounds, given.python)
    first_run(table, folder)


if __name__ == "__main__":
    main()
