#!/usr/bin/env python3
"""Measures whole processes of Lockstep, beside Prisma's engine where it is at hand.

Each command is run in turn with its peers, several rounds, files written to an empty folder each
time; the first, untimed round builds Lockstep and warms the disk. Says the least and the median of
the rounds in milliseconds, and whether what we promise holds.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = pathlib.Path(os.environ.get("LOCKSTEP_SHARED", ROOT.parent / "shared"))
ORACLE = SHARED / "oracle" / "prisma"
LOCKSTEP = str(ROOT / "lockstep")


class Case:
    """One command, and what it was measured to take."""

    def __init__(self, name, command, prepare=None, expect=(0,)):
        self.name, self.command, self.prepare, self.expect = name, command, prepare, expect
        self.times = []

    def run(self, timed):
        if self.prepare:
            self.prepare()
        start = time.perf_counter()
        done = subprocess.run(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        took = (time.perf_counter() - start) * 1000
        if done.returncode not in self.expect:
            sys.exit(f"bench: {self.name} failed: {done.stderr.decode()[-500:]}")
        if timed:
            self.times.append(took)

    @property
    def least(self):
        return min(self.times)


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
    def clear():
        shutil.rmtree(out, ignore_errors=True)

    command = [LOCKSTEP, "generate", "--from", str(schema), "--to", "sqlalchemy", "--out", str(out)]
    return Case("generate", command, clear)


def comparisons(folder):
    """Yields (title, our case, peer case or None, most that ours may take of the peer's)."""
    yield "--version", Case("--version", [LOCKSTEP, "--version"]), None, None
    for name, schema in schemas(folder):
        for verb, script, share in (("validate", "validate.mjs", 0.5), ("ddl", "ddl.mjs", 0.5)):
            peers = prisma(script, schema)
            ours = Case(verb, [LOCKSTEP, verb, str(schema)])
            yield f"{verb}, {name}", ours, peers[0] if peers else None, share
        peers = prisma("ddl.mjs", schema)
        ours = generate(schema, folder / "out" / "models")
        yield f"generate, {name}", ours, peers[0] if peers else None, 1.0


def rounds(cases, count):
    for number in range(count + 1):
        for case in cases:
            case.run(timed=number > 0)


def row(title, ours, peer, share):
    line = f"{title:<28}{ours.least:>8.0f}{statistics.median(ours.times):>8.0f}"
    if peer:
        ratio = ours.least / peer.least
        holds = "" if ratio <= share else "  MISSED"
        line += f"{peer.least:>10.0f}{ratio:>8.2f}{share:>8.2f}{holds}"
    print(line, flush=True)


def growth(folder, count):
    """Times ddl at 100 and 1,000 models above start-up."""
    small, large = folder / "small.prisma", folder / "large.prisma"
    small.write_text(big_schema(100))
    large.write_text(big_schema(1000))
    start = Case("--version", [LOCKSTEP, "--version"])
    cases = [start]
    for verb in ("validate", "ddl"):
        pair = [Case(verb, [LOCKSTEP, verb, str(it)]) for it in (small, large)]
        cases += pair
    cases += [generate(small, folder / "small" / "models"), generate(large, folder / "large" / "models")]
    rounds(cases, count)
    print("\nabove start-up                   100    1000   times  (at most 12)")
    for at in range(1, len(cases), 2):
        low, high = (cases[at + i].least - start.least for i in (0, 1))
        ratio = high / max(low, 1)
        print(f"{cases[at].name:<28}{low:>8.0f}{high:>8.0f}{ratio:>8.1f}{'' if ratio <= 12 else '  MISSED'}")


IMPORT = """
import sys
from sqlalchemy import create_mock_engine
sys.path.insert(0, sys.argv[1])
import app.models as models
engine = create_mock_engine("postgresql+psycopg://", lambda *a, **k: None)
models.Base.metadata.create_all(engine, checkfirst=False)
"""


def check(count, python):
    """Times `lockstep check` on the sample above what Python itself takes."""
    sample = ROOT / "samples" / "file-cleanup"
    importing = Case("python", [python, "-c", IMPORT, str(sample / "services" / "api")])
    ours = Case("check", [LOCKSTEP, "check", "--python", python, str(sample)])
    rounds([ours, importing], count)
    above = ours.least - importing.least
    print(f"\ncheck samples/file-cleanup  {ours.least:>8.0f} ms")
    print(f"Python alone                {importing.least:>8.0f} ms")
    print(f"above Python                {above:>8.0f} ms (at most 500){'' if above <= 500 else '  MISSED'}")


def main():
    parser = argparse.ArgumentParser(prog="./dev bench")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--python", help="an interpreter with the sample's requirements")
    given = parser.parse_args()
    subprocess.run([LOCKSTEP, "--version"], check=True, stdout=subprocess.DEVNULL)
    time.sleep(5)  # The cache of loaded classes is made in the background of the first run.
    with tempfile.TemporaryDirectory(prefix="lockstep-bench-") as name:
        folder = pathlib.Path(name)
        print(f"{'whole process, ms':<28}{'least':>8}{'median':>8}{'Prisma':>10}{'ratio':>8}{'may be':>8}")
        for title, ours, peer, share in comparisons(folder):
            rounds([ours, peer] if peer else [ours], given.rounds)
            row(title, ours, peer, share)
        growth(folder, max(3, given.rounds // 2))
    if given.python:
        check(given.rounds, given.python)


if __name__ == "__main__":
    main()
