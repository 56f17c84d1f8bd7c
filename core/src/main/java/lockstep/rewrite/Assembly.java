package lockstep.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lockstep.emit.python.Expression;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;
import lockstep.text.Span;

/// Puts a file together: what was written anew at its places, everything else as it was.
///
/// A statement that needs a session goes into a block of its own, one step to the right, and a text
/// of several lines in it stays where it is. Comments inside what is replaced come to stand above
/// the statement.
final class Assembly {
  private final PythonFile file;
  private final String text;
  private final String lineEnd;
  private final TreeMap<Integer, Edit> edits = new TreeMap<>();
  private final TreeMap<Integer, Span> comments = new TreeMap<>();
  private final TreeMap<Integer, Block> blocks = new TreeMap<>();
  private final TreeMap<Integer, List<Hoisted>> before = new TreeMap<>();

  /// Lines of their own behind others, by where those end.
  private final TreeMap<Integer, List<String>> behind = new TreeMap<>();

  /// Lines that begin inside a string: nothing may be put before them.
  private final Set<Integer> frozen = new TreeSet<>();

  private final StringBuilder out = new StringBuilder();
  private Added added = new Added(0, List.of());

  /// Lines of their own, after the line that an offset is in.
  private record Added(int offset, List<String> lines) {}

  /// @param code empty where the text at the place goes
  private record Edit(Span span, Optional<Expression> code) {}

  /// What comes before a statement, and how far the statement moves.
  ///
  /// @param headers the lines that open the session, each a step further to the right; none where
  ///   there is none to open
  /// @param first sessions that are opened before the statement; empty where it stands in one
  ///   itself
  private record Block(Stmt statement, List<String> headers, List<Opened> first) {}

  /// A session in lines before a statement.
  ///
  /// @param header the line that opens it
  /// @param values what is computed in it
  record Opened(String header, List<Hoisted> values) {}

  record Hoisted(String variable, Expression value) {}

  Assembly(PythonFile file) {
    this.file = file;
    this.text = file.text().content();
    this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    file.comments().forEach(it -> comments.put(it.start(), it));
    file.expressions()
        .filter(it -> it instanceof Expr.Text || isFormatted(it))
        .forEach(this::freeze);
  }

  private static boolean isFormatted(Expr it) {
    return it instanceof Expr.Other(var _, var kind, var _)
        && (kind.equals("JoinedStr") || kind.equals("TemplateStr") || kind.equals("Bytes"));
  }

  private void freeze(Expr string) {
    for (var i = string.span().start(); i < string.span().end(); i++) {
      if (text.charAt(i) == '\n') {
        frozen.add(i + 1);
      }
    }
  }

  void replace(Span span, Expression code) {
    edits.put(span.start(), new Edit(span, Optional.of(code)));
  }

  /// Gives a name another form, unless what it stands in is replaced as a whole.
  void rename(Span span, String name) {
    var before = edits.floorEntry(span.start());
    if (before == null || before.getValue().span().end() <= span.start()) {
      replace(span, Expression.verbatim(name));
    }
  }

  /// Takes a text away, and its line where nothing else is on it.
  void remove(Span span) {
    var start = lineStart(span.start());
    var end = span.end();
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    var isWholeLine =
        text.substring(start, span.start()).isBlank()
            && (end == text.length() || text.charAt(end) == '\n' || text.charAt(end) == '\r');
    if (isWholeLine) {
      end += text.startsWith("\r\n", end) ? 2 : end < text.length() ? 1 : 0;
      // What began a file or a block leaves no empty line there.
      var last = start - 1;
      while (last >= 0 && Character.isWhitespace(text.charAt(last))) {
        last--;
      }
      if (last < 0 || text.charAt(last) == ':') {
        while (end < text.length() && isBlankLine(end)) {
          end = lineAfter(end);
        }
      }
      edits.put(start, new Edit(new Span(start, end), Optional.empty()));
    } else {
      edits.put(span.start(), new Edit(span, Optional.empty()));
    }
  }

  /// Puts a statement into a session's block, or into several, one in the other.
  void wrap(Stmt statement, List<String> headers) {
    blocks.put(statement.span().start(), new Block(statement, headers, List.of()));
  }

  /// Keeps the comments inside what is replaced in a statement that stays where it is.
  void keepComments(Stmt statement) {
    if (file.beginsLine(statement)) {
      blocks.putIfAbsent(statement.span().start(), new Block(statement, List.of(), List.of()));
    }
  }

  /// Computes something in lines of their own before a statement, which is or becomes a block.
  void precede(Stmt statement, List<Hoisted> values) {
    before.computeIfAbsent(statement.span().start(), _ -> new ArrayList<>()).addAll(values);
  }

  /// Opens sessions before a statement, one after the other, and computes there what the statement
  /// begins with.
  void hoist(Stmt statement, List<Opened> first) {
    blocks.put(statement.span().start(), new Block(statement, List.of(), List.copyOf(first)));
  }

  /// Returns whether a text has gone.
  boolean covers(Span span) {
    var edit = edits.floorEntry(span.start());
    return edit != null && span.end() <= edit.getValue().span().end();
  }

  /// Returns what is written anew, without line breaks.
  List<String> codes() {
    return edits.values().stream().flatMap(it -> it.code().stream()).map(Expression::flat).toList();
  }

  /// Puts lines after a place, or at the beginning of the file.
  void addLines(Optional<Span> after, List<String> lines) {
    added = new Added(after.map(Span::end).orElse(0), lines);
  }

  /// Puts lines behind the last of a statement; those of one inside of it come first.
  void addLinesBehind(Stmt statement, List<String> lines) {
    var end = statement.span().end();
    var all = behind.computeIfAbsent(end + restOfLine(end), _ -> new ArrayList<>());
    all.addAll(0, lines);
  }

  /// Returns whether a statement has its lines for itself.
  boolean hasLine(Stmt statement) {
    var end = statement.span().end();
    var rest = text.substring(end, end + restOfLine(end)).strip();
    return file.beginsLine(statement) && (rest.isEmpty() || rest.startsWith("#"));
  }

  private int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  String text() {
    var at = added.offset() == 0 ? afterFirstComments() : lineAfter(added.offset());
    copy(0, at, "");
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
      out.append(lineEnd);
    }
    added.lines().forEach(it -> out.append(it).append(lineEnd));
    if (added.offset() == 0 && !added.lines().isEmpty()) {
      out.append(lineEnd);
    }
    copy(at, text.length(), "");
    behind(text.length());
    return out.toString();
  }

  /// The first lines may say how a file is run and read.
  private int afterFirstComments() {
    var at = 0;
    while (text.startsWith("#", at)) {
      at = lineAfter(at);
    }
    return at;
  }

  private int lineAfter(int offset) {
    var end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end + 1;
  }

  /// Copies a part of the file with everything that is to be done in it.
  ///
  /// @param shift what is put before each line that begins in it
  private void copy(int from, int to, String shift) {
    var at = from;
    while (at < to) {
      behind(at);
      var block = blocks.get(at);
      if (block != null) {
        blocks.remove(at);
        block(block, shift);
        at = block.first().isEmpty() ? block.statement().span().end() : at;
        continue;
      }
      var edit = edits.get(at);
      if (edit != null) {
        edit.code().ifPresent(it -> write(it, edit.span().end()));
        at = edit.span().end();
        continue;
      }
      out.append(text.charAt(at));
      at++;
      if (text.charAt(at - 1) == '\n' && at < to && !frozen.contains(at) && !isBlankLine(at)) {
        out.append(shift);
      }
    }
  }

  private void behind(int offset) {
    while (!behind.isEmpty() && behind.firstKey() <= offset) {
      var lines = behind.pollFirstEntry().getValue();
      var isBegun = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
      for (var it : lines) {
        out.append(isBegun ? "" : lineEnd).append(it).append(isBegun ? lineEnd : "");
      }
    }
  }

  private boolean isBlankLine(int start) {
    var c = text.charAt(start);
    return c == '\n' || c == '\r';
  }

  private void block(Block block, String shift) {
    var indentation = currentIndentation();
    var step = indentation.contains("\t") ? "\t" : "    ";
    var span = block.statement().span();
    comments(block).forEach(it -> out.append(it).append(lineEnd).append(indentation));
    for (var it : before.getOrDefault(span.start(), List.of())) {
      assign(it, indentation);
    }
    var inner = "";
    for (var header : block.headers()) {
      out.append(header).append(lineEnd).append(indentation);
      inner += step;
      out.append(inner);
    }
    if (block.first().isEmpty()) {
      copy(span.start(), span.end(), shift + inner);
    }
    for (var it : block.first()) {
      out.append(it.header()).append(lineEnd).append(indentation);
      for (var value : it.values()) {
        out.append(step);
        assign(value, indentation);
      }
    }
  }

  private void assign(Hoisted it, String indentation) {
    out.append(it.variable()).append(" = ");
    var column = out.length() - (out.lastIndexOf("\n") + 1);
    var isOfLines =
        it.value() instanceof Expression.Chain chain
            && chain.links().size() > 1
            && chain.laidOut(column, indentation.length(), 0).contains("\n");
    write(isOfLines ? new Expression.Grouped(it.value()) : it.value(), -1);
    out.append(lineEnd).append(indentation);
  }

  /// Returns the comments that stand inside what is replaced in a statement.
  private List<String> comments(Block block) {
    var span = block.statement().span();
    var lost = new ArrayList<String>();
    for (var edit : edits.subMap(span.start(), span.end()).values()) {
      if (edit.code().isPresent()) {
        comments
            .subMap(edit.span().start(), edit.span().end())
            .values()
            .forEach(it -> lost.add(file.text().text(it)));
      }
    }
    return lost;
  }

  private String currentIndentation() {
    var line = out.substring(out.lastIndexOf("\n") + 1);
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  /// @param end where the text goes on after it; -1 where nothing follows on the line
  private void write(Expression code, int end) {
    var column = out.length() - (out.lastIndexOf("\n") + 1);
    var suffix = end < 0 ? 0 : restOfLine(end);
    var laidOut = code.laidOut(column, currentIndentation().length(), suffix);
    var indented = currentIndentation().contains("\t") ? byTabs(laidOut) : laidOut;
    out.append(lineEnd.equals("\n") ? indented : indented.replace("\n", lineEnd));
  }

  /// Lines that go on are laid out from where the first begins by four spaces a step; a text keeps
  /// its own.
  private String byTabs(String laidOut) {
    var indentation = currentIndentation();
    var lines = laidOut.split("\n", -1);
    var quotes = 0;
    var whole = new StringBuilder(lines[0]);
    for (var i = 1; i < lines.length; i++) {
      quotes += lines[i - 1].split("\"{3}|'{3}", -1).length - 1;
      var spaces = lines[i].length() - lines[i].stripLeading().length();
      var isLaidOut = quotes % 2 == 0 && lines[i].startsWith(" ".repeat(indentation.length()));
      whole.append('\n');
      if (isLaidOut) {
        var steps = (spaces - indentation.length()) / 4;
        whole.append(indentation).append("\t".repeat(steps)).append(lines[i].stripLeading());
      } else {
        whole.append(lines[i]);
      }
    }
    return whole.toString();
  }

  private int restOfLine(int at) {
    var end = text.indexOf('\n', at);
    return (end < 0 ? text.length() : end) - at;
  }
}
