"""Says which modules Python files name: in imports, and in texts as `mock.patch` takes them.

Reads a JSON list of [path, text or null], writes a line of JSON for each. Nothing is imported.
"""

import ast
import json
import re
import sys

DOTTED = re.compile(r"^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+(?=$|:)")


def names(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for it in node.names:
                yield it.name
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield module
            for it in node.names:
                yield module + ("" if module.endswith(".") else ".") + it.name
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found = DOTTED.match(node.value)
            if found:
                # The last word may be what the module has.
                yield found.group()
                yield found.group().rpartition(".")[0]


def main():
    for path, text in json.load(sys.stdin):
        try:
            if text is None:
                with open(path, "rb") as file:
                    text = file.read()
            answer = {"path": path, "names": sorted(set(names(ast.parse(text))))}
        except (SyntaxError, ValueError, OSError):
            answer = {"path": path}
        print(json.dumps(answer))


main()
