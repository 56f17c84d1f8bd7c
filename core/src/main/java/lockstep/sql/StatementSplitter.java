package lockstep.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lockstep.text.Span;

/// Cuts an SQL script into its statements, as psql does (PostgreSQL 18): a semicolon ends one
/// unless it stands between quotes, in a comment, in parentheses, or in a function's `BEGIN … END`
/// body.
///
/// Takes any text in linear time. What stands between two parts is white space, comments and
/// semicolons.
public final class StatementSplitter {
  private final String text;
  private final SqlScanner scanner;
  private final List<ScriptPart> parts = new ArrayList<>();

  private StatementSplitter(String text) {
    this.text = text;
    this.scanner = new SqlScanner(text, 0);
  }

  /// Returns the parts of a script, in order.
  public static List<ScriptPart> split(String text) {
    var splitter = new StatementSplitter(text);
    splitter.run();
    return List.copyOf(splitter.parts);
  }

  private void run() {
    while (scanner.next() != SqlScanner.Kind.END) {
      if (scanner.kind() == SqlScanner.Kind.BACKSLASH) {
        metaCommand();
      } else if (!scanner.isSymbol(';')) {
        statement();
      }
    }
  }

  private void statement() {
    var start = scanner.start();
    var end = scanner.end();
    var shape = new Shape();
    while (scanner.kind() != SqlScanner.Kind.END
        && scanner.kind() != SqlScanner.Kind.BACKSLASH
        && !(scanner.isSymbol(';') && shape.isOutermost())) {
      shape.see(scanner);
      end = scanner.end();
      scanner.next();
    }
    var span = new Span(start, end);
    if (shape.isCopyFromStdin() && scanner.isSymbol(';')) {
      parts.add(new ScriptPart.Copy(span, copyData()));
      return;
    }
    parts.add(new ScriptPart.Statement(span));
    if (scanner.kind() == SqlScanner.Kind.BACKSLASH) {
      metaCommand();
    }
  }

  /// The data begins on the next line and ends before a line that holds only `\.`.
  private Span copyData() {
    var start = afterLine(scanner.end());
    var line = start;
    while (line < text.length()) {
      var next = afterLine(line);
      if (text.startsWith("\\.", line) && text.substring(line, next).strip().equals("\\.")) {
        scanner.moveTo(next);
        return new Span(start, line);
      }
      line = next;
    }
    scanner.moveTo(text.length());
    return new Span(start, text.length());
  }

  private void metaCommand() {
    var start = scanner.start();
    var end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    var nameEnd = start + 1;
    while (nameEnd < end && !Character.isWhitespace(text.charAt(nameEnd))) {
      nameEnd++;
    }
    parts.add(new ScriptPart.MetaCommand(new Span(start, end), text.substring(start + 1, nameEnd)));
    scanner.moveTo(end);
  }

  private int afterLine(int offset) {
    var end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end + 1;
  }

  /// What is known of a statement while its tokens go by.
  private static final class Shape {
    private static final int HEAD = 4;

    private final List<String> head = new ArrayList<>();
    private int parentheses;
    private int blocks;
    private boolean sawFrom;
    private boolean copiesFromStdin;

    boolean isOutermost() {
      return parentheses == 0 && blocks == 0;
    }

    boolean isCopyFromStdin() {
      return copiesFromStdin;
    }

    void see(SqlScanner token) {
      if (token.isSymbol('(')) {
        parentheses++;
      } else if (token.isSymbol(')') && parentheses > 0) {
        parentheses--;
      } else if (token.kind() == SqlScanner.Kind.WORD) {
        word(token);
      }
    }

    private void word(SqlScanner token) {
      if (head.size() < HEAD) {
        head.add(token.token().toLowerCase(Locale.ROOT));
      }
      if (parentheses > 0) {
        return;
      }
      if (makesRoutine()) {
        block(token);
      } else if (head.getFirst().equals("copy")) {
        copiesFromStdin = copiesFromStdin || sawFrom && token.isWord("stdin");
        sawFrom = token.isWord("from");
      }
    }

    private void block(SqlScanner token) {
      if (token.isWord("begin") || blocks > 0 && token.isWord("case")) {
        blocks++;
      } else if (blocks > 0 && token.isWord("end")) {
        blocks--;
      }
    }

    private boolean makesRoutine() {
      var what = startsWith("create", "or", "replace") ? 3 : 1;
      return head.size() > what
          && head.getFirst().equals("create")
          && (head.get(what).equals("function") || head.get(what).equals("procedure"));
    }

    private boolean startsWith(String... words) {
      return head.size() >= words.length && head.subList(0, words.length).equals(List.of(words));
    }
  }
}
