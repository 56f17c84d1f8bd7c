package lockstep.engine.postgres.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.sql.ScriptPart;
import lockstep.sql.SqlToken;
import lockstep.sql.StatementSplitter;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// SQL that says what shall be there, in whatever order it stands: what fails is tried again after
/// all the rest, until nothing moves.
public final class Declarations {
  private static final Set<String> DECLARING =
      Set.of("create", "alter", "comment", "grant", "revoke", "security", "do");

  private static final String ROWS =
      "Only what makes the schema belongs here; rows belong in a migration or a seed.";

  /// What to do instead of some statements.
  private static final Map<String, String> ADVICE =
      Map.of(
          "drop",
          "Take out what makes the object; the database is made from nothing each time.",
          "set",
          "Write every name with its schema, and settings into the object that needs them.",
          "begin",
          "Take it out; each statement stands for itself.",
          "commit",
          "Take it out; each statement stands for itself.");

  private final ShadowDatabase database;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private List<Failure> failures = List.of();

  public Declarations(ShadowDatabase database) {
    this.database = database;
  }

  /// A statement that failed as often as it was tried.
  ///
  /// @param reason why it failed the last time
  public record Failure(SourceText script, Span statement, Diagnostic reason) {}

  /// Runs the statements of scripts, and with them those that have failed before.
  public void add(List<SourceText> scripts) {
    var runs = new ArrayList<ScriptRun>();
    var statements = new ArrayList<Statement>();
    for (var it : failures) {
      runs.add(new ScriptRun(database, it.script()));
      statements.add(new Statement(runs.getLast(), it.statement()));
    }
    for (var script : scripts) {
      runs.add(new ScriptRun(database, script));
      collect(runs.getLast(), statements);
    }
    failures = run(statements);
    runs.forEach(it -> diagnostics.addAll(it.skipped()));
  }

  /// Returns [ScriptCode] diagnostics of statements that were not even tried, or skipped.
  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /// Returns those that failed in the end.
  public List<Failure> failures() {
    return failures;
  }

  /// Returns whether anything in a script says what shall be there.
  public static boolean isAnyIn(SourceText script) {
    return StatementSplitter.split(script.content()).stream()
        .anyMatch(
            it -> it instanceof ScriptPart.Statement(var span) && isDeclaration(script.text(span)));
  }

  /// Returns whether a statement says what shall be there.
  public static boolean isDeclaration(String sql) {
    return DECLARING.contains(firstWord(sql));
  }

  private record Statement(ScriptRun run, Span span) {
    boolean alters() {
      return firstWord(run.script().text(span)).equals("alter");
    }

    Optional<Failure> attempt() {
      return run.attempt(span).map(it -> new Failure(run.script(), span, it));
    }
  }

  private void collect(ScriptRun run, List<Statement> statements) {
    for (var part : StatementSplitter.split(run.script().content())) {
      switch (part) {
        case ScriptPart.Statement(var span) -> {
          var sql = run.script().text(span);
          if (isDeclaration(sql)) {
            statements.add(new Statement(run, span));
          } else {
            var word = firstWord(sql);
            refuse(
                run.headline(span), word.toUpperCase(Locale.ROOT), ADVICE.getOrDefault(word, ROWS));
          }
        }
        case ScriptPart.Copy(var span, var _) -> refuse(run.headline(span), "COPY", ROWS);
        case ScriptPart.MetaCommand(var span, var name) ->
            refuse(
                Place.of(run.script(), span),
                "\\" + name,
                "Take it out; it is a command of psql, which does not run this file.");
      }
    }
  }

  private void refuse(Place place, String statement, String advice) {
    diagnostics.add(
        Diagnostic.of(
                ScriptCode.NOT_DECLARATIVE,
                place,
                "`%s` does not say what shall be there.".formatted(statement))
            .withAdvice(advice));
  }

  /// What changes an object goes first in each round: who looks at the object shall see it changed.
  private static List<Failure> run(List<Statement> statements) {
    var waiting = new ArrayList<>(statements);
    waiting.sort((a, b) -> Boolean.compare(b.alters(), a.alters()));
    while (true) {
      var failed = new ArrayList<Statement>();
      var failures = new ArrayList<Failure>();
      for (var it : waiting) {
        it.attempt()
            .ifPresent(
                failure -> {
                  failed.add(it);
                  failures.add(failure);
                });
      }
      if (failed.size() == waiting.size()) {
        return failures;
      }
      waiting = failed;
    }
  }

  private static String firstWord(String statement) {
    return SqlToken.of(statement, 1).stream().map(SqlToken::text).findFirst().orElse("");
  }
}
