"""How many tests of Prisma Client Python pass once their calls are converted.

    python run.py COPY [async | sync]

COPY is a copy of RobertCraigie/prisma-client-py; nothing in it is changed. The tests are copied
beside this file, converted by `lockstep`, and run by the interpreter that runs this.

A case is the same (it passes, and all of its calls are converted), differs (it does not pass),
is refused (one of its calls stays as it is), or has no query (it asks the client for nothing).
"""

import ast
import collections
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment, StrictUndefined

HERE = Path(__file__).resolve().parent
FOLDERS = {"async": "databases/tests", "sync": "databases/sync_tests"}


def main(copy: Path, interface: str) -> None:
    """Prepare, convert, run and tell."""
    tests = HERE / FOLDERS[interface]
    prepare(copy, interface)
    calls = convert(tests)
    subjects = {
        path: Subjects(before, (HERE / path).read_text(), calls.get(path, []))
        for path, before in calls.texts.items()
    }
    shutil.copy(HERE / "fixtures.py", tests / "conftest.py")
    tell(outcomes(tests), subjects, interface)


def prepare(copy: Path, interface: str) -> None:
    """Lay out the tests, their schema, a database that follows it, and sessions."""
    for made in ("databases", "lib", "app", "schema.prisma"):
        path = HERE / made
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    for folder in ("databases", "lib"):
        shutil.copytree(copy / folder, HERE / folder)
    template = (copy / "databases/templates/schema.prisma.jinja2").read_text()
    (HERE / "schema.prisma").write_text(schema(template, interface))
    core = HERE / "app/core"
    core.mkdir(parents=True)
    for package in (HERE / "app", core):
        (package / "__init__.py").touch()
    lockstep("push")
    variant = ["--sync"] if interface == "sync" else []
    lockstep("scaffold", "session", "--out", "app/core", *variant)


def schema(template: str, interface: str) -> str:
    """Return their schema for PostgreSQL, as Prisma 7 takes it: bytes are base64."""
    environment = Environment(
        trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    rendered = environment.from_string(template).render(
        config=SimpleNamespace(
            id="postgresql",
            env_var="DATABASE_URL",
            autoincrement_id="Int @id @default(autoincrement())",
            supports_feature=lambda _: True,
        ),
        for_async=interface == "async",
        partial_generator="",
    )
    lines = (
        line.replace('"foo"', '"Zm9v"') if "Bytes[]" in line else line
        for line in rendered.splitlines(keepends=True)
        if "previewFeatures" not in line
    )
    return "".join(lines)


def lockstep(*words: str, allowed: tuple[int, ...] = (0,)) -> str:
    """Run this build and return what it prints."""
    result = subprocess.run(["lockstep", *words], cwd=HERE, capture_output=True, text=True)
    if result.returncode not in allowed:
        sys.exit(f"lockstep {' '.join(words)}\n{result.stdout}{result.stderr}")
    return result.stdout


class Calls(dict):
    """The verdicts of each file's calls, and the files' texts before."""

    texts: dict[str, str]


def convert(tests: Path) -> Calls:
    """Convert all tests; return what was said of their calls."""
    folder = str(tests.relative_to(HERE))
    words = ["rewrite", folder, "--python", sys.executable]
    calls = Calls()
    calls.texts = {
        str(it.relative_to(HERE)): it.read_text() for it in sorted(tests.rglob("*.py"))
    }
    said = json.loads(lockstep(*words, "--format", "json", allowed=(0, 1)))
    calls.update({it["path"]: it["calls"] for it in said["files"]})
    print(lockstep(*words, "--write", allowed=(0, 1)).strip().splitlines()[-1])
    return calls


class Subjects:
    """What the tests of a file are about, with the functions and fixtures that they use."""

    def __init__(self, before: str, after: str, calls: list[dict]) -> None:
        self.calls = collections.defaultdict(list)
        self.used = {}
        self.always: list[str] = []
        self.left = {}
        tree = ast.parse(before)
        functions = [it for it in tree.body if isinstance(it, ast.FunctionDef | ast.AsyncFunctionDef)]
        for it in functions:
            self.used[it.name] = {n.id for n in ast.walk(it) if isinstance(n, ast.Name)}
            self.used[it.name] |= {a.arg for a in ast.walk(it) if isinstance(a, ast.arg)}
            for call in calls:
                if it.lineno <= call["line"] <= it.end_lineno:
                    self.calls[it.name].append(call)
            for decorator in it.decorator_list:
                for keyword in getattr(decorator, "keywords", []):
                    if keyword.arg == "autouse" and "_fixture" in ast.unparse(decorator):
                        self.always.append(it.name)
                    if keyword.arg == "name" and isinstance(keyword.value, ast.Constant):
                        self.used[keyword.value.value] = {it.name}
        for it in ast.parse(after).body:
            if isinstance(it, ast.FunctionDef | ast.AsyncFunctionDef):
                self.left[it.name] = {
                    ast.unparse(n)
                    for n in ast.walk(it)
                    if isinstance(n, ast.Attribute)
                    and (
                        ast.unparse(n.value) in ("client", "prisma.get_client()")
                        or ast.unparse(n).endswith(".prisma")
                    )
                }

    def reached(self, function: str) -> list[str]:
        """Return a function and those that it uses."""
        reached, waiting = [], [function, *self.always]
        while waiting:
            name = waiting.pop()
            if name in reached or name not in self.used:
                continue
            reached.append(name)
            waiting.extend(self.used[name])
        return reached

    def of(self, function: str) -> list[dict]:
        """Return the calls that a test makes, itself or through others."""
        return [call for it in self.reached(function) for call in self.calls[it]]

    def leaves(self, function: str) -> list[str]:
        """Return what of the client a converted test still uses."""
        return sorted({one for it in self.reached(function) for one in self.left.get(it, ())})


def outcomes(tests: Path) -> dict[str, dict]:
    """Run the tests; return what became of each case."""
    said = HERE / "outcomes.json"
    environment = dict(
        os.environ,
        PYTHONPATH=os.pathsep.join([str(HERE), str(HERE / "absent")]),
        PRISMA_DATABASE="postgresql",
        OUTCOMES=str(said),
    )
    words = ["-m", "pytest", "-p", "outcomes", "-q", "--continue-on-collection-errors"]
    run = subprocess.run(
        [sys.executable, *words, "--asyncio-mode=strict", "--rootdir", str(HERE), "-c", os.devnull, str(tests)],
        cwd=HERE,
        env=environment,
        capture_output=True,
        text=True,
    )
    (HERE / "pytest.txt").write_text(run.stdout + run.stderr)
    return json.loads(said.read_text())


def judge(outcome: dict, subjects: Subjects) -> tuple[str, str]:
    """Return what a case is counted as, and why."""
    calls = subjects.of(outcome["function"])
    refused = [it for it in calls if it["verdict"] == "refused"]
    left = subjects.leaves(outcome["function"])
    if refused:
        return "refused", f"QRY001 {refused[0]['call']}: {refused[0]['reason']}"
    if not calls or any(it.endswith(".get_metrics") for it in left):
        return "no query", ", ".join(left)
    if outcome["outcome"] == "skipped":
        return "skipped", outcome["error"]
    if outcome["outcome"] == "passed":
        return "same", ""
    reason = outcome["error"]
    return "differs", f"{reason} (left: {', '.join(left)})" if left else reason


def tell(cases: dict[str, dict], subjects: dict[str, Subjects], interface: str) -> None:
    """Print a table of what is not the same, and the counts."""
    counts: collections.Counter[str] = collections.Counter()
    for case, outcome in sorted(cases.items()):
        file = case.split("::")[0]
        file = file if file.startswith("databases/") else str(HERE / file)
        if not outcome["function"]:
            print(f"not read   {case}: {outcome['error']}")
            counts["not read"] += 1
            continue
        kind, reason = judge(outcome, subjects[file])
        counts[kind] += 1
        if kind != "same":
            print(f"{kind:<10} {case.split('tests/', 1)[1]}: {reason}")
    told = ", ".join(f"{counts[it]} {it}" for it in ("same", "differs", "refused", "no query", "skipped", "not read"))
    print(f"{interface}: {sum(counts.values())} cases: {told}")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2] if len(sys.argv) > 2 else "async")
