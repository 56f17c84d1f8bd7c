package lockstep.engine.source.sqlalchemy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.SqlError;
import lockstep.engine.postgres.TakenForGranted;
import lockstep.schema.Identifier;
import lockstep.schema.Schema;
import lockstep.sql.Quote;

/// Executes the recorded DDL on an empty database.
///
/// All in one text first, which is fast; where that fails, one statement at a time on another
/// database, to pass over what only a real database can run and to name the one that fails.
final class Replay {
  private static final Pattern PRIVILEGE =
      Pattern.compile(
          "(?is)\\s*(?:grant|revoke|alter\\s+default\\s+privileges|set\\s+role"
              + "|alter\\s+\\w+\\s+.*\\sowner\\s+to)\\b.*");
  private static final Pattern SCHEMA = Pattern.compile("(?is)\\s*create\\s+schema\\b.*");
  private static final Pattern TABLE =
      Pattern.compile(
          "(?is)\\s*create\\s+(?:unlogged\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?(.*?)\\s*\\(.*");

  private static final String DUPLICATE_SCHEMA = "42P06";
  private static final String UNDEFINED_TABLE = "42P01";

  private final ShadowDatabase database;
  private final ProbeReport report;
  private final ModelOrigins origins;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final TakenForGranted extensions;

  private Replay(ShadowDatabase database, ProbeReport report, ModelOrigins origins) {
    this.database = database;
    this.report = report;
    this.origins = origins;
    this.extensions = new TakenForGranted(database);
  }

  /// What came of it.
  ///
  /// @param assumed extensions that the models take for granted and do not create
  /// @param diagnostics with an error where a statement failed
  record Outcome(List<Identifier> assumed, List<Diagnostic> diagnostics) {
    Outcome {
      assumed = List.copyOf(assumed);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Runs all in one text; empty where a statement failed, and the database is then of no more use.
  static Optional<Outcome> atOnce(
      ShadowDatabase database, ProbeReport report, ModelOrigins origins) {
    var replay = new Replay(database, report, origins);
    replay.prepare();
    return replay.inOne().isEmpty() ? Optional.of(replay.outcome()) : Optional.empty();
  }

  /// Runs each statement by itself and reports each that fails, but not what then lacks its table.
  ///
  /// @param beside whose functions the statements may call
  static Outcome oneByOne(
      ShadowDatabase database, ProbeReport report, ModelOrigins origins, Schema beside) {
    var replay = new Replay(database, report, origins);
    replay.prepare();
    replay.oneByOne(new Functions(database, beside));
    return replay.outcome();
  }

  private void prepare() {
    extensions.create(all());
  }

  private Outcome outcome() {
    report.unrecorded().forEach(it -> skipped(it, "it has parameters"));
    return new Outcome(extensions.created(), diagnostics);
  }

  private Optional<SqlError> inOne() {
    var text = new StringBuilder();
    schemas().forEach(it -> text.append(it).append(";\n"));
    all().forEach(it -> text.append(it).append(";\n"));
    return text.isEmpty() ? Optional.empty() : database.run(text.toString());
  }

  private void oneByOne(Functions functions) {
    schemas().forEach(database::run);
    for (var statement : all()) {
      var error = run(statement, functions);
      if (error.isEmpty() || isThereAlready(statement, error.get())) {
        continue;
      }
      if (PRIVILEGE.matcher(statement).matches()) {
        skipped(statement, error.get().message());
      } else if (!isConsequence(error.get())) {
        diagnostics.add(refused(statement, error.get()));
      }
    }
  }

  /// A table is missing because the statement that creates it was refused.
  private boolean isConsequence(SqlError error) {
    return error.state().equals(UNDEFINED_TABLE)
        && diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  private Optional<SqlError> run(String statement, Functions functions) {
    var error = database.run(statement);
    return error.filter(it -> extensions.createFor(it) || functions.createFor(it)).isPresent()
        ? database.run(statement)
        : error;
  }

  private List<String> all() {
    var all = new ArrayList<>(report.statements());
    all.addAll(report.elsewhere());
    return all;
  }

  private List<String> schemas() {
    return report.schemas().stream()
        .map(it -> "create schema if not exists " + Quote.name(Identifier.of(it)))
        .toList();
  }

  private static boolean isThereAlready(String statement, SqlError error) {
    return error.state().equals(DUPLICATE_SCHEMA) && SCHEMA.matcher(statement).matches();
  }

  private void skipped(String statement, String why) {
    diagnostics.add(
        Diagnostic.of(
                ProbeCode.STATEMENT_SKIPPED,
                "`%s` was not run in the shadow: %s.".formatted(head(statement), why))
            .withAdvice("It does not change what is compared, unless it makes a schema object."));
  }

  private Diagnostic refused(String statement, SqlError error) {
    extensions
        .lacking(error)
        .ifPresent(
            it -> {
              throw new EnvironmentException(noExtension(it));
            });
    var fact = "PostgreSQL refuses `%s`: %s.".formatted(head(statement), error.message());
    var place = table(statement).flatMap(origins::ofTable);
    return place
        .map(it -> Diagnostic.of(ProbeCode.REFUSED_BY_POSTGRES, it, fact))
        .orElse(Diagnostic.of(ProbeCode.REFUSED_BY_POSTGRES, fact))
        .withAdvice(
            error
                .hint()
                .or(error::detail)
                .orElse("The models' own `create_all` fails in the same way; mend the model."));
  }

  private static Diagnostic noExtension(Diagnostic lacking) {
    return Diagnostic.of(
            ProbeCode.MISSING_EXTENSION, "The models need an extension. " + lacking.fact())
        .withAdvice(
            "Name a server that has it by `--shadow-url` or `[shadow] url`, or add its files by"
                + " `lockstep shadow add-extension`.");
  }

  private static Optional<String> table(String statement) {
    var table = TABLE.matcher(statement);
    return table.matches() ? Optional.of(table.group(1)) : Optional.empty();
  }

  /// Returns a statement's beginning on one line.
  private static String head(String statement) {
    var line = statement.lines().map(String::strip).collect(Collectors.joining(" ")).strip();
    return line.length() <= 80 ? line : line.substring(0, 79) + "…";
  }
}
