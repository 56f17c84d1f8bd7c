package lockstep.emit;

import java.util.Set;

/// Words that nothing in Python can be called by.
public final class PythonKeywords {
  /// Python's key words (3.14, `keyword.kwlist`); soft ones such as `type` may be names.
  public static final Set<String> ALL =
      Set.of(
          "False",
          "None",
          "True",
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield");

  private PythonKeywords() {}
}
