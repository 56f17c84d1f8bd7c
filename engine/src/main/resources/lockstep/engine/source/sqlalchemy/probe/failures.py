"""Words what went wrong without showing anything secret. Loaded only when something did."""

import os
import re


def explain(problem, root, declared=None):
    file, line = culprit(problem, root, declared)
    return {
        "type": type(problem).__name__,
        "message": redact(message_of(problem), root),
        "file": file,
        "line": line,
    }


def culprit(problem, root, declared=None):
    """Return the innermost line of the user's own code, else where the declaration is, else the
    innermost line of all."""
    if isinstance(problem, SyntaxError) and problem.filename:
        return problem.filename, problem.lineno
    own = anywhere = (None, None)
    step = problem.__traceback__
    while step:
        file = step.tb_frame.f_code.co_filename
        if not file.startswith("<") and not file.endswith("lockstep_probe.py"):
            anywhere = (file, step.tb_lineno)
            if file.startswith(root + os.sep) and "site-packages" not in file:
                own = anywhere
        step = step.tb_next
    return own if own[0] else declared or anywhere


def message_of(problem):
    if is_validation_error(problem):  # its own text shows the values
        return "; ".join(
            ".".join(str(it) for it in error["loc"]) + ": " + error["msg"]
            for error in problem.errors()
        )
    text = str(problem).split("\n(Background on this error")[0]
    text = text.split("(Background on this error")[0].strip()
    return text if len(text) <= 1000 else text[:1000] + "…"


def is_validation_error(problem):
    return type(problem).__name__ == "ValidationError" and callable(
        getattr(problem, "errors", None)
    )


def missing_settings(problem):
    """Return the names of the settings for want of which an import ended, if that is why."""
    if is_validation_error(problem):
        settings = "settings" in str(getattr(problem, "title", "")).lower()
        missing = [
            e["loc"][-1]
            for e in problem.errors()
            if e["type"] in ("missing", "value_error.missing")
        ]
        return [str(it).upper() for it in missing] if settings or missing else []
    if isinstance(problem, KeyError) and raised_in(problem, os.__file__):
        return [str(problem.args[0])]
    text = str(problem.args[0]) if isinstance(problem, KeyError) and problem.args else str(problem)
    if re.search(r"(?i)environ|env var|envvar|setting|is missing|not set|must be set", text):
        return re.findall(r"\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b", text)[:5]
    return []


def raised_in(problem, file):
    step = problem.__traceback__
    while step and step.tb_next:
        step = step.tb_next
    name = step.tb_frame.f_code.co_filename if step else ""
    return name == file or name == "<frozen os>"


def redact(text, root):
    """Blot out passwords in URLs and every value that the environment or .env holds in secret."""
    text = re.sub(r"(://[^:/?#\s@]*:)[^@\s]*@", r"\1***@", text)
    text = re.sub(
        r"(?i)\b(password|passwd|pwd|secret|token|api_?key)(\s*[=:]\s*)[^\s,;)]+", r"\1\2***", text
    )
    for name, value in sorted(known_values(root), key=lambda it: -len(it[1])):
        if len(value) >= 6 and value in text and is_secret(name, value):
            text = text.replace(value, "$" + name)
    return text


def is_secret(name, value):
    return "://" in value or name not in ("PWD", "OLDPWD") and bool(
        re.search(r"(?i)key|secret|token|pass|pwd|credential|auth|dsn|url|salt|cert", name)
    )


def known_values(root):
    yield from os.environ.items()
    for folder in {root, os.getcwd()}:
        try:
            with open(os.path.join(folder, ".env"), encoding="utf-8", errors="replace") as lines:
                for line in lines:
                    name, found, value = line.strip().partition("=")
                    if found and not name.startswith("#"):
                        yield name.replace("export ", "").strip(), value.strip().strip("\"'")
        except OSError:
            pass
