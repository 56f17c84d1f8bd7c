package lockstep.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.sql.SqlToken;
import lockstep.sql.StatementSplitter;

/// What one revision sent to a database, in order, and what of it makes a migration.
///
/// @param revision its id
public record Transcript(String revision, List<Said> statements) {
  public Transcript {
    statements = List.copyOf(statements);
  }

  /// One statement that a server has run.
  ///
  /// @param sql one statement, or several that were sent as one
  /// @param isAlone whether it ran outside of a transaction
  public record Said(String sql, boolean isAlone) {
    private static final String TELLING =
        "pg_catalog|version|current_\\w+|to_reg\\w+|has_\\w+_privilege|exists";
    private static final String CATALOG = "pg_\\w+|information_schema|unnest|generate_series";

    /// Returns whether it only asks: it changes nothing that a migration would have to.
    public boolean isQuestion() {
      return StatementSplitter.split(sql).size() == 1 && asks();
    }

    private boolean asks() {
      return switch (word(0)) {
        case "select" -> !has("into") && (has("from") ? !changesSequence() : !calls());
        case "values", "table", "show", "explain" -> true;
        case "with" -> tokens().stream().noneMatch(it -> isWriting(it.text()) && it.isWord());
        default -> false;
      };
    }

    /// Returns whether it is about rows: which ones, it may have decided by those that it saw.
    public boolean isAboutRows() {
      return StatementSplitter.split(sql).stream()
          .map(it -> new Said(sql.substring(it.span().start(), it.span().end()), isAlone))
          .anyMatch(
              it ->
                  isWriting(it.word(0))
                      || it.word(0).equals("do")
                      || it.word(0).equals("with") && !it.asks());
    }

    private boolean has(String word) {
      return tokens().stream().anyMatch(it -> it.is(word));
    }

    /// Whether it calls a function, which may do anything; not one that is known to tell something.
    private boolean calls() {
      return tokens().stream().anyMatch(it -> it.text().equals("("))
          && tokens().stream().map(SqlToken::text).noneMatch(it -> it.matches(TELLING));
    }

    /// Returns whether it asks for rows of the project's own tables, and not for the catalog.
    public boolean asksForRows() {
      var tokens = tokens();
      for (var at = 0; at + 1 < tokens.size(); at++) {
        var next = tokens.get(at + 1).text();
        if (tokens.get(at).is("from") && !next.equals("(") && !next.matches(CATALOG)) {
          return isQuestion();
        }
      }
      return false;
    }

    private static boolean isWriting(String word) {
      return switch (word) {
        case "insert", "update", "delete", "merge", "copy", "truncate" -> true;
        default -> false;
      };
    }

    private boolean changesSequence() {
      return tokens().stream().anyMatch(it -> it.is("setval") || it.is("nextval"));
    }

    private List<SqlToken> tokens() {
      return SqlToken.of(sql);
    }

    private String word(int at) {
      var first = SqlToken.of(sql, at + 1);
      return first.size() > at ? first.get(at).text() : "";
    }
  }

  /// What one file of a migration holds.
  ///
  /// @param isAlone whether it is one statement that runs in no transaction
  public record Part(List<Said> statements, boolean isAlone) {
    public Part {
      statements = List.copyOf(statements);
    }

    public List<Said> aboutRows() {
      return statements.stream().filter(Said::isAboutRows).toList();
    }

    public String sql() {
      return statements.stream()
          .map(it -> terminated(it.sql()))
          .collect(Collectors.joining("\n\n"));
    }

    private static String terminated(String sql) {
      var text = sql.strip();
      return text.endsWith(";") ? text : endsWithComment(text) ? text + "\n;" : text + ";";
    }

    private static boolean endsWithComment(String text) {
      var tokens = SqlToken.of(text);
      return !tokens.isEmpty() && tokens.getLast().span().end() < text.length();
    }
  }

  /// Returns what is to be run, in order: what runs in one transaction together, and what runs in
  /// none by itself. Never empty; a revision that changes nothing is one part without statements.
  public List<Part> parts() {
    var parts = new ArrayList<Part>();
    var together = new ArrayList<Said>();
    for (var it : settled()) {
      if (it.isAlone()) {
        if (!together.isEmpty()) {
          parts.add(new Part(together, false));
          together.clear();
        }
        parts.add(new Part(List.of(it), true));
      } else {
        together.add(it);
      }
    }
    if (parts.isEmpty() || !together.isEmpty()) {
      parts.add(new Part(together, false));
    }
    return parts;
  }

  /// Returns what it asked of rows: with other rows it may have gone on otherwise.
  public List<Said> questions() {
    return statements.stream().filter(Said::asksForRows).toList();
  }

  /// Returns what stands in the end: without questions, and without what a revision did between a
  /// savepoint and going back to it.
  private List<Said> settled() {
    var kept = new ArrayList<Said>();
    var savepoints = new ArrayList<Savepoint>();
    for (var it : statements) {
      switch (it.word(0)) {
        case "savepoint" -> savepoints.add(new Savepoint(it.word(1), kept.size()));
        case "release" -> {}
        case "rollback" ->
            latest(savepoints, last(it.sql()))
                .ifPresent(back -> kept.subList(back.size(), kept.size()).clear());
        default -> {
          if (!it.isQuestion()) {
            kept.add(it);
          }
        }
      }
    }
    return kept;
  }

  private record Savepoint(String name, int size) {}

  private static Optional<Savepoint> latest(List<Savepoint> all, String name) {
    return all.stream().filter(it -> it.name().equals(name)).reduce((_, later) -> later);
  }

  private static String last(String sql) {
    return SqlToken.of(sql).stream()
        .map(SqlToken::text)
        .filter(it -> !it.equals(";"))
        .reduce("", (_, later) -> later);
  }
}
