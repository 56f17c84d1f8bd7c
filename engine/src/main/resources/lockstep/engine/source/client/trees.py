"""Parses Python files and writes what matters of their trees, a line of JSON for each.

Runs in the user's own interpreter, needs nothing but the standard library, and imports none of
the user's code. Offsets are in UTF-16 units of the decoded text.
"""

import ast
import io
import json
import re
import sys
import tokenize

MENTIONS = re.compile(
    rb"prisma|[\"']include[\"']\s*:|\.(?:find_(?:unique|first)(?:_or_raise)?|find_many|create_many|update_many"
    rb"|delete_many|upsert|group_by|query_raw|query_first|execute_raw|batch_|tx|(?:dis)?connect)\b"
    rb"|\w\.\w+\.(?:create|update|delete|count)\("
)
SHAPES = {ast.List: "list", ast.Tuple: "tuple", ast.Set: "set"}
STATEMENTS = (ast.stmt, ast.ExceptHandler)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)
PREFIX = re.compile("[A-Za-z]*")
HAS_INNER_PLACES = sys.version_info >= (3, 12)


class Trees:
    """The statements of one file."""

    def __init__(self, text, inputs, start=0):
        """Read a text that begins at an offset of the file."""
        self.inputs = inputs
        self.outer = None
        self.lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)
        self.starts = [start]
        for line in self.lines:
            self.starts.append(self.starts[-1] + units(line))

    def offset(self, line, column):
        """Return the offset of a place that Python gives in bytes of UTF-8."""
        content = self.lines[line - 1] if line <= len(self.lines) else ""
        if not content.isascii():
            column = units(content.encode()[:column].decode(errors="ignore"))
        return self.starts[line - 1] + column

    def place(self, node):
        if self.outer is not None:
            return self.outer
        return [
            self.offset(node.lineno, node.col_offset),
            self.offset(node.end_lineno, node.end_col_offset),
        ]

    def expressions(self, nodes):
        return [self.expression(it) for it in nodes]

    def optional(self, node):
        return None if node is None else self.expression(node)

    def expression(self, node):
        place = self.place(node)
        if isinstance(node, ast.Name):
            return ["N", *place, node.id]
        if isinstance(node, ast.Attribute):
            return ["A", *place, self.expression(node.value), node.attr]
        if isinstance(node, ast.Subscript):
            return ["S", *place, self.expression(node.value), self.index(node.slice, place)]
        if isinstance(node, ast.Call) and self.is_dict(node):
            pairs = [[self.keyword(it), self.expression(it.value)] for it in node.keywords]
            return ["E", *place, self.expression(node.func), pairs]
        if isinstance(node, ast.Call):
            return ["C", *place, self.expression(node.func), self.arguments(node)]
        if isinstance(node, ast.Constant):
            return self.constant(node, place)
        if isinstance(node, ast.Dict):
            pairs = zip(node.keys, node.values)
            return ["D", *place, [[self.optional(k), self.expression(v)] for k, v in pairs]]
        if type(node) in SHAPES:
            return ["L", *place, SHAPES[type(node)], self.expressions(node.elts)]
        if isinstance(node, ast.Await):
            return ["W", *place, self.expression(node.value)]
        if isinstance(node, COMPREHENSIONS):
            results = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
            loops = [
                [self.expression(it.target), self.expression(it.iter), self.expressions(it.ifs)]
                for it in node.generators
            ]
            later = isinstance(node, ast.GeneratorExp)
            return ["G", *place, later, self.expressions(results), loops]
        return ["O", *place, self.kind(node), self.inside(node)]

    def is_dict(self, node):
        """Return whether a call is of a type of dicts that the client has, with names alone."""
        return isinstance(node.func, ast.Name) and node.func.id in self.inputs and not node.args

    def keyword(self, node):
        if node.arg is None:
            return None
        # Before Python 3.9 a keyword has no place.
        of = node if hasattr(node, "lineno") else node.value
        start = self.offset(of.lineno, of.col_offset)
        return ["T", start, start + units(node.arg), node.arg]

    def index(self, node, place):
        """Before Python 3.9 an index is no expression."""
        if isinstance(node, ast.expr):
            return self.expression(node)
        inner = getattr(node, "value", None)
        return self.expression(inner) if inner is not None else ["O", *place, "Slice", []]

    def arguments(self, node):
        given = [
            (it, ["s", self.expression(it.value)])
            if isinstance(it, ast.Starred)
            else (it, ["p", self.expression(it)])
            for it in node.args
        ]
        for it in node.keywords:
            value = self.expression(it.value)
            given.append((it.value, ["s", value] if it.arg is None else ["k", it.arg, value]))
        return [it for _, it in given]

    @staticmethod
    def constant(node, place):
        if isinstance(node.value, str):
            return ["T", *place, node.value]
        if isinstance(node.value, bytes):
            return ["O", *place, "Bytes", []]
        kinds = {"None": "none", "True": "true", "False": "false"}
        return ["K", *place, kinds.get(repr(node.value), "other")]

    @staticmethod
    def kind(node):
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return "Not"
        return type(node).__name__

    def inside(self, node):
        """Return the expressions right below a node, and below what is none in between."""
        if isinstance(node, ast.JoinedStr) and not HAS_INNER_PLACES and self.outer is None:
            # No other quotes and no line breaks may come into it: that is said by what stands where
            # the whole does.
            place = self.place(node)
            try:
                return [["O", *place, "Inside", []], *self.placeholders(node, place[0])]
            except (SyntaxError, ValueError, IndexError, tokenize.TokenError):
                self.outer = place
                found = self.inside(node)
                self.outer = None
                return found
        found = []
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                found.append(self.expression(child))
            elif not isinstance(child, (ast.stmt, ast.expr_context)):
                found.extend(self.inside(child))
        return found

    def placeholders(self, node, start):
        """Return the expressions of a text, whose own places are not to be relied on."""
        text = self.segment(node)
        found = []
        for it in tokenize.generate_tokens(io.StringIO("(" + text + "\n)").readline):
            if it.type == tokenize.STRING and "f" in PREFIX.match(it.string).group().lower():
                lines = ("(" + text).splitlines(keepends=True)
                at = sum(map(len, lines[: it.start[0] - 1])) + it.start[1] - 1
                for begin, end in fields(it.string):
                    inner = "(" + it.string[begin:end] + ")"
                    place = start + units(text[: at + begin])
                    trees = Trees(inner, self.inputs, place - 1)
                    value = trees.expression(ast.parse(inner, mode="eval").body)
                    found.append(["O", place, start + units(text[: at + end]), "FormattedValue", [value]])
        return found

    def segment(self, node):
        """Return the text of a node."""
        lines = self.lines[node.lineno - 1 : node.end_lineno]
        lines[-1] = lines[-1].encode()[: node.end_col_offset].decode()
        lines[0] = lines[0].encode()[node.col_offset :].decode()
        return "".join(lines)

    def statements(self, nodes):
        return [self.statement(it) for it in nodes]

    def statement(self, node):
        place = self.place(node)
        if isinstance(node, ast.Assign):
            value = self.expression(node.value)
            return ["assign", *place, self.expressions(node.targets), None, value]
        if isinstance(node, ast.AnnAssign):
            target = [self.expression(node.target)]
            annotation = self.expression(node.annotation)
            return ["assign", *place, target, annotation, self.optional(node.value)]
        if isinstance(node, ast.Expr):
            return ["eval", *place, self.expression(node.value)]
        if isinstance(node, ast.Return):
            return ["return", *place, self.optional(node.value)]
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            return self.function(node, place)
        if isinstance(node, ast.ClassDef):
            heads = self.expressions(node.decorator_list + node.bases)
            heads += [self.expression(it.value) for it in node.keywords]
            return ["class", *place, node.name, heads, self.statements(node.body)]
        if isinstance(node, ast.Import):
            return ["import", *place, self.names(node, place)]
        if isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            return ["from", *place, module, self.names(node, place)]
        if isinstance(node, (ast.With, ast.AsyncWith)):
            items = [
                [self.expression(it.context_expr), self.optional(it.optional_vars)]
                for it in node.items
            ]
            is_async = isinstance(node, ast.AsyncWith)
            return ["with", *place, is_async, items, self.statements(node.body)]
        if isinstance(node, (ast.For, ast.AsyncFor)):
            is_async = isinstance(node, ast.AsyncFor)
            target, over = self.expression(node.target), self.expression(node.iter)
            bodies = [self.statements(node.body), self.statements(node.orelse)]
            return ["for", *place, is_async, target, over, *bodies]
        if isinstance(node, ast.If):
            bodies = [self.statements(node.body), self.statements(node.orelse)]
            return ["if", *place, self.expression(node.test), *bodies]
        if isinstance(node, ast.ExceptHandler):
            caught, body = self.optional(node.type), self.statements(node.body)
            return ["except", *place, caught, node.name, body]
        body = list(below(node))
        kind = type(node).__name__
        if body:
            return ["block", *place, kind, self.heads(node), self.statements(body)]
        return ["other", *place, kind, self.inside(node)]

    def heads(self, node):
        """Return a statement's own expressions, those of its cases among them."""
        found = []
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                found.append(self.expression(child))
            elif type(child).__name__ == "MatchClass":
                found.append(self.class_pattern(child))
            elif not isinstance(child, (*STATEMENTS, ast.expr_context)):
                found.extend(self.heads(child))
        return found

    def class_pattern(self, node):
        """Return a pattern as the call of a class that it looks like."""
        given = [["p", self.pattern(it)] for it in node.patterns]
        given += [["k", k, self.pattern(v)] for k, v in zip(node.kwd_attrs, node.kwd_patterns)]
        return ["C", *self.place(node), self.expression(node.cls), given]

    def pattern(self, node):
        if type(node).__name__ == "MatchClass":
            return self.class_pattern(node)
        return ["O", *self.place(node), self.kind(node), self.heads(node)]

    def function(self, node, place):
        spec = node.args
        positional = getattr(spec, "posonlyargs", []) + spec.args
        missing = [None] * (len(positional) - len(spec.defaults))
        pairs = list(zip(positional, missing + spec.defaults))
        pairs += [(it, None) for it in (spec.vararg,) if it]
        pairs += list(zip(spec.kwonlyargs, spec.kw_defaults))
        pairs += [(it, None) for it in (spec.kwarg,) if it]
        parameters = [
            [*self.place(it), it.arg, self.optional(it.annotation), self.optional(default)]
            for it, default in pairs
        ]
        return [
            "def",
            *place,
            node.name,
            isinstance(node, ast.AsyncFunctionDef),
            parameters,
            self.optional(node.returns),
            self.expressions(node.decorator_list),
            self.statements(node.body),
        ]

    def names(self, node, place):
        return [
            [*(self.place(it) if hasattr(it, "lineno") else place), it.name, it.asname]
            for it in node.names
        ]

    def comments(self, text):
        found = []
        for it in tokenize.generate_tokens(io.StringIO(text, newline="").readline):
            if it.type == tokenize.COMMENT:
                line, column = it.start
                start = self.starts[line - 1] + units(self.lines[line - 1][:column])
                found.append([start, start + units(it.string)])
        return found


def fields(string):
    """Return where the expressions of an f-string begin and end, those of formats too."""
    prefix = PREFIX.match(string).group()
    quote = 3 if string[len(prefix) :].startswith(('"""', "'''")) else 1
    found = []
    literal(string, len(prefix) + quote, len(string) - quote, "r" in prefix.lower(), found)
    return found


def literal(string, at, end, is_raw, found, is_format=False):
    """Read what is taken as it is, and return where it ends."""
    while at < end:
        if string[at] == "\\" and not is_raw and string[at + 1] not in "{}":
            at = string.index("}", at) + 1 if string.startswith("\\N{", at) else at + 2
        elif string[at] == "{" and (is_format or not string.startswith("{{", at)):
            at = field(string, at + 1, end, is_raw, found)
        elif string[at] == "{":
            at += 2
        elif string[at] == "}" and is_format:
            return at
        else:
            at += 1
    return at


def field(string, at, end, is_raw, found):
    """Read an expression with its conversion and its format, and return what comes behind it."""
    begin, depth = at, 0
    while depth or string[at] not in "!:=}" or string[at : at + 2] in ("!=", "=="):
        if string[at] in "\"'":
            quote = string[at] * (3 if string[at : at + 3] == string[at] * 3 else 1)
            at = string.index(quote, at + len(quote)) + len(quote)
            continue
        if string[at] in "([{":
            depth += 1
        elif string[at] in ")]}":
            depth -= 1
        at += 2 if string[at : at + 2] in ("!=", "==", "<=", ">=") else 1
    found.append((begin, at))
    at = min(it for it in (string.find(":", at), string.find("}", at)) if it >= 0)
    if string[at] == ":":
        at = literal(string, at + 1, end, is_raw, found, is_format=True)
    return at + 1


def inputs(tree):
    """Return what a file calls the types of dicts that the client has."""
    return {
        name.asname or name.name
        for it in ast.walk(tree)
        if isinstance(it, ast.ImportFrom) and it.module == "prisma.types"
        for name in it.names
    }


def below(node):
    """Return the statements right below a node, and below what is none in between."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, STATEMENTS):
            yield child
        elif not isinstance(child, ast.expr):
            yield from below(child)


def units(text):
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def read(mentions, path, text=None):
    """Return what is in a file, or in the text that it will have; nothing where it mentions no
    client.
    """
    with open(path, "rb") as file:
        content = file.read()
    if not mentions.search(content if text is None else text.encode()):
        return None
    encoding, _ = tokenize.detect_encoding(io.BytesIO(content).readline)
    tree = ast.parse(content if text is None else text, path)
    text = content.decode(encoding) if text is None else text
    trees = Trees(text, inputs(tree) if "prisma.types" in text else set())
    return {
        "encoding": encoding,
        "body": trees.statements(tree.body),
        "comments": trees.comments(text),
    }


def answer(mentions, path, *text):
    try:
        found = read(mentions, path, *text)
    except SyntaxError as problem:
        found = {"line": problem.lineno or 1, "problem": problem.msg}
    except (UnicodeDecodeError, ValueError, tokenize.TokenError) as problem:
        found = {"line": 1, "problem": str(problem)}
    except OSError as problem:
        found = {"line": 1, "problem": problem.strerror or str(problem)}
    except RecursionError:
        found = {"line": 1, "problem": "it is nested too deeply"}
    return None if found is None else {"path": path, **found}


def main():
    """Read lines of JSON, each with a path and perhaps the text that the file will have.

    Files that mention one of the words that are given count as those that mention a client.
    """
    sys.setrecursionlimit(10_000)
    words = "|".join(map(re.escape, sys.argv[1:]))
    known = MENTIONS.pattern + (rb"|\b(?:" + words.encode() + rb")\b" if words else b"")
    mentions = re.compile(known)
    for line in sys.stdin.read().splitlines():
        found = answer(mentions, *json.loads(line))
        if found is not None:
            sys.stdout.write(json.dumps(found, separators=(",", ":")) + "\n")


main()
