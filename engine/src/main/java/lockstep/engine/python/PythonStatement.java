package lockstep.engine.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One logical line of Python (The Python Language Reference, 2.1.5), which may span several lines
/// of the file.
///
/// @param line its first, from 1
/// @param indent how many characters stand before it
public record PythonStatement(int line, int indent, String text) {
  /// Returns the logical lines of a file, without those that hold only a comment.
  public static List<PythonStatement> split(String text) {
    return new Splitter(text).split();
  }

  /// Returns what a statement that is nothing but a string says, cleaned as docstrings are (PEP
  /// 257).
  public Optional<String> string() {
    return PythonString.read(text);
  }

  /// Walks over brackets, strings and comments to find where logical lines end.
  private static final class Splitter {
    private final String text;
    private final List<PythonStatement> statements = new ArrayList<>();
    private int at;
    private int line = 1;
    private int depth;
    private int start;
    private int startLine = 1;

    private Splitter(String text) {
      this.text = text;
    }

    private List<PythonStatement> split() {
      while (at < text.length()) {
        switch (text.charAt(at)) {
          case '\n' -> endOfLine();
          case '#' -> at = endOfPhysicalLine();
          case '\\' -> escape();
          case '"', '\'' -> string();
          case '(', '[', '{' -> {
            depth++;
            at++;
          }
          case ')', ']', '}' -> {
            depth = Math.max(0, depth - 1);
            at++;
          }
          default -> at++;
        }
      }
      statement();
      return statements;
    }

    private void endOfLine() {
      if (depth == 0) {
        statement();
        start = at + 1;
        startLine = line + 1;
      }
      at++;
      line++;
    }

    private void escape() {
      if (at + 1 < text.length() && text.charAt(at + 1) == '\n') {
        line++;
      }
      at = Math.min(at + 2, text.length());
    }

    private void string() {
      var quote = text.substring(at, at + 1);
      var delimiter = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
      at += delimiter.length();
      while (at < text.length() && !text.startsWith(delimiter, at)) {
        var c = text.charAt(at);
        if (c == '\n' && delimiter.length() == 1) {
          return;
        }
        if (c == '\\') {
          escape();
        } else {
          line += c == '\n' ? 1 : 0;
          at++;
        }
      }
      at = Math.min(at + delimiter.length(), text.length());
    }

    private int endOfPhysicalLine() {
      var end = text.indexOf('\n', at);
      return end < 0 ? text.length() : end;
    }

    private void statement() {
      var whole = text.substring(start, Math.min(at, text.length()));
      var body = whole.strip();
      if (!body.isEmpty() && !body.startsWith("#")) {
        statements.add(
            new PythonStatement(startLine, whole.length() - whole.stripLeading().length(), body));
      }
    }
  }
}
