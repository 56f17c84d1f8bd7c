package lockstep.engine.postgres.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.postgres.OtherCase;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.SqlError;
import lockstep.migration.Migration;
import lockstep.migration.MigrationStep;
import lockstep.sql.Quote;
import lockstep.sql.ScriptPart;
import lockstep.sql.SqlToken;
import lockstep.sql.StatementSplitter;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// Runs one script, statement by statement, as `psql -f` would; ends at the first that fails, since
/// what follows may fail because of it.
public final class ScriptRun {
  private static final Pattern OTHER_ROLE = Pattern.compile("(?:SET ROLE|member of role) \"(.*)\"");
  private static final Pattern MISSING_OBJECT =
      Pattern.compile("^([a-z -]+) \"([^\"]*)\" does not exist");
  private static final Pattern COPY_LINE = Pattern.compile("^COPY .*, line (\\d+)");

  private static final Set<String> BESIDE_KIND =
      Set.of("if", "not", "exists", "or", "replace", "trusted", "procedural");
  private static final String DUPLICATE_SCHEMA = "42P06";

  private static final Set<String> HARMLESS =
      Set.of(
          "restrict",
          "unrestrict",
          "connect",
          "c",
          "set",
          "unset",
          "echo",
          "qecho",
          "warn",
          "encoding",
          "pset",
          "timing",
          "x",
          "a",
          "t",
          "f",
          "H",
          "C",
          "T",
          "o",
          "g",
          ".",
          "r",
          "p",
          "prompt",
          "password",
          "conninfo");
  private static final Set<String> INCLUDES = Set.of("i", "ir", "include", "include_relative");

  private final ShadowDatabase database;
  private final SourceText script;
  private final Sender sender;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Skipped roles = new Skipped();
  private final Skipped clusterWide = new Skipped();
  private final Skipped settings = new Skipped();
  private final Skipped consequences = new Skipped();
  private final Set<String> unknownRoles = new TreeSet<>();

  /// Whether a statement was refused only because it ran in a transaction.
  private boolean isTornApart;

  private final List<Span> skippedObjects = new ArrayList<>();

  ScriptRun(ShadowDatabase database, SourceText script) {
    this(database, script, Sender.PSQL);
  }

  private ScriptRun(ShadowDatabase database, SourceText script, Sender sender) {
    this.database = database;
    this.script = script;
    this.sender = sender;
  }

  /// Who would send a script to a database.
  private enum Sender {
    PSQL,
    /// A program that knows no commands of psql.
    PROGRAM,
    /// A program that sends the whole script in one transaction.
    PROGRAM_AT_ONCE
  }

  /// Runs a script in a session that knows nothing of the scripts before it.
  ///
  /// @return [ScriptCode] diagnostics in the order of the script, totals last
  public static List<Diagnostic> run(ShadowDatabase database, SourceText script) {
    return new ScriptRun(database, script).run();
  }

  /// How a migration ran.
  ///
  /// @param diagnostics of [ScriptCode] in the order of the script, totals last
  /// @param isTogether whether all of it was one transaction
  public record Sent(List<Diagnostic> diagnostics, boolean isTogether) {}

  /// Runs a migration as its tool would send it, in one transaction or statement by statement.
  public static Sent send(ShadowDatabase database, Migration migration) {
    if (MigrationStep.areOneTransaction(migration.steps())) {
      var atOnce = new ScriptRun(database, migration.script(), Sender.PROGRAM_AT_ONCE);
      var diagnostics = atOnce.run();
      if (!atOnce.isTornApart) {
        return new Sent(diagnostics, true);
      }
    }
    return new Sent(new ScriptRun(database, migration.script(), Sender.PROGRAM).run(), false);
  }

  private List<Diagnostic> run() {
    session().reset();
    if (sender == Sender.PROGRAM_AT_ONCE) {
      session().execute("begin");
      parts();
      if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
        session().tryExecute("commit").ifPresent(it -> failed(new Place.File(script.name()), it));
      }
    } else {
      parts();
    }
    end();
    return List.copyOf(diagnostics);
  }

  SourceText script() {
    return script;
  }

  /// Runs one statement of the script and returns why it failed, if it did.
  Optional<Diagnostic> attempt(Span statement) {
    return statement(statement) ? Optional.empty() : Optional.of(diagnostics.removeLast());
  }

  /// Returns what there is to say of the statements that were skipped.
  List<Diagnostic> skipped() {
    end();
    return List.copyOf(diagnostics);
  }

  private Session session() {
    return database.session();
  }

  private void parts() {
    for (var part : StatementSplitter.split(script.content())) {
      var goesOn =
          switch (part) {
            case ScriptPart.Statement(var span) -> statement(span);
            case ScriptPart.Copy(var span, var data) ->
                sender == Sender.PSQL ? copy(span, data) : ordinary(span, script.text(span));
            case ScriptPart.MetaCommand meta ->
                sender == Sender.PSQL
                    ? metaCommand(meta)
                    : ordinary(meta.span(), script.text(meta.span()));
          };
      if (!goesOn) {
        return;
      }
    }
  }

  private boolean statement(Span span) {
    var sql = script.text(span);
    return switch (StatementKind.of(sql)) {
      case ORDINARY -> ordinary(span, sql);
      case EXTENSION -> settle(span, extension(span, sql));
      case ABOUT_EXTENSION -> settle(span, aboutExtension(sql));
      case SCHEMA_OF_ROLE -> schemaOfRole(span, sql);
      case ABOUT_ROLES ->
          RolesNamed.in(sql).stream()
              .filter(database::isOfPolicies)
              .findFirst()
              .map(it -> unknown(span, it))
              .orElseGet(() -> aboutRoles(span, guarded(sql)));
      case POLICY -> aboutRoles(span, database.policy(sql));
      case SETTING -> setting(span, guarded(sql));
      case OFTEN_SUPERUSERS -> oftenSuperusers(span, guarded(sql));
      case CLUSTER_WIDE -> {
        clusterWide.add(span);
        yield true;
      }
      case ENCODING -> true;
    };
  }

  /// The superuser, who may have to make it, sees only what is committed, such as its schema.
  private Optional<SqlError> extension(Span span, String sql) {
    if (sender != Sender.PROGRAM_AT_ONCE) {
      return database.createExtension(sql, headline(span));
    }
    session().execute("commit");
    var error = database.createExtension(sql, headline(span));
    session().execute("begin");
    return error;
  }

  /// `pg_dump --schema=public` makes that schema, which every database has.
  private boolean ordinary(Span span, String sql) {
    var error = skippedObjects.isEmpty() ? session().tryExecute(sql) : guarded(sql);
    var isPublic =
        error.filter(it -> it.state().equals(DUPLICATE_SCHEMA)).isPresent() && makesPublic(sql);
    return isPublic && !session().isInTransaction() || settle(span, error);
  }

  private static boolean makesPublic(String sql) {
    var tokens = SqlToken.of(sql, 3);
    return tokens.size() == 3 && tokens.getLast().text().replace("\"", "").equals("public");
  }

  private Optional<SqlError> guarded(String sql) {
    return session().tryExecuteGuarded(sql);
  }

  private Optional<SqlError> aboutExtension(String sql) {
    var error = guarded(sql);
    return error.filter(SqlError::isDenied).isPresent() ? database.asSuperuser(sql) : error;
  }

  private boolean schemaOfRole(Span span, String sql) {
    var error = guarded(sql);
    if (error.flatMap(this::roleIn).isEmpty()) {
      return settle(span, error);
    }
    roles.add(span);
    return settle(span, session().tryExecute(withoutOwner(sql)));
  }

  /// `create schema [if not exists] [name] authorization role` becomes a schema of our own; one
  /// without a name is called after its role.
  private static String withoutOwner(String sql) {
    var tokens = SqlToken.of(sql, 9);
    for (var i = 1; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is("authorization")) {
        var before = tokens.get(i - 1);
        var isNamed = !before.is("schema") && !before.is("exists");
        var cutTo = isNamed ? tokens.get(i + 1).span().end() : tokens.get(i).span().end();
        return sql.substring(0, tokens.get(i).span().start()) + sql.substring(cutTo);
      }
    }
    throw new IllegalStateException("no authorization in " + sql);
  }

  private boolean aboutRoles(Span span, Optional<SqlError> error) {
    var role = error.flatMap(this::roleIn);
    return role.map(it -> unknown(span, it)).orElseGet(() -> settle(span, error));
  }

  private boolean unknown(Span span, String role) {
    unknownRoles.add(role);
    roles.add(span);
    return true;
  }

  /// Returns the role that the server does not know, or that we may not act for.
  private Optional<String> roleIn(SqlError error) {
    var other = OTHER_ROLE.matcher(error.message());
    return error
        .missingRole()
        .or(() -> other.find() ? Optional.of(other.group(1)) : Optional.empty());
  }

  private boolean setting(Span span, Optional<SqlError> error) {
    if (error.filter(it -> it.state().equals("42704") || it.isDenied()).isPresent()) {
      settings.add(span);
      return true;
    }
    return settle(span, error);
  }

  private boolean oftenSuperusers(Span span, Optional<SqlError> error) {
    if (error.filter(SqlError::isDenied).isEmpty()) {
      return settle(span, error);
    }
    skippedObjects.add(span);
    var fact = "This statement needs a superuser and was skipped: " + error.get().message() + ".";
    diagnostics.add(
        Diagnostic.of(ScriptCode.NEEDS_SUPERUSER, headline(span), fact)
            .withAdvice("What it makes is not compared."));
    return true;
  }

  private boolean copy(Span span, Span data) {
    var error = session().tryCopy(script.text(span), script.text(data));
    if (error.isEmpty()) {
      return true;
    }
    var context = error.get().context().orElse("");
    var matcher = COPY_LINE.matcher(context);
    if (!matcher.find()) {
      return settle(span, error);
    }
    var line = script.position(data.start()).line() + Integer.parseInt(matcher.group(1)) - 1;
    var start = data.start();
    for (var at = script.position(start).line(); at < line && start < data.end(); at++) {
      start = script.content().indexOf('\n', start) + 1;
    }
    var length = line <= script.lineCount() ? script.line(line).length() : 0;
    failed(Place.of(script, new Span(start, start + length)), error.get());
    return false;
  }

  private boolean metaCommand(ScriptPart.MetaCommand meta) {
    var place = Place.of(script, meta.span());
    if (meta.name().equals("q") || meta.name().equals("quit")) {
      return false;
    }
    if (INCLUDES.contains(meta.name())) {
      diagnostics.add(
          Diagnostic.of(
                  ScriptCode.INCLUDED_FILE,
                  place,
                  "psql's `\\%s` names another file, which is not read.".formatted(meta.name()))
              .withAdvice("Give the files themselves, or the folder that holds them in order."));
      return false;
    }
    if (!HARMLESS.contains(meta.name())) {
      diagnostics.add(
          Diagnostic.of(
              ScriptCode.META_COMMAND,
              place,
              "psql's `\\%s` is not carried out.".formatted(meta.name())));
    }
    return true;
  }

  private boolean settle(Span span, Optional<SqlError> error) {
    if (error.filter(this::isAboutSkipped).isPresent()) {
      consequences.add(span);
      return true;
    }
    error.ifPresent(it -> failed(place(span, it, script.text(span)), it));
    return error.isEmpty();
  }

  private void failed(Place place, SqlError error) {
    isTornApart = MigrationStep.NOT_TOGETHER.contains(error.state());
    diagnostics.add(
        Diagnostic.of(
                ScriptCode.STATEMENT_FAILED,
                place,
                "PostgreSQL refuses this statement: %s (SQLSTATE %s)."
                    .formatted(error.message(), error.state()))
            .withAdvice(error.hint().or(error::detail).or(() -> otherCase(error))));
  }

  private Optional<String> otherCase(SqlError error) {
    return OtherCase.meant(error, session(), script.content())
        .map(it -> "It is called `%s`: write it so, with the quotes.".formatted(Quote.name(it)));
  }

  private Place place(Span span, SqlError error, String sql) {
    if (error.offset().isEmpty()) {
      return headline(span);
    }
    var token = SqlToken.at(sql, error.offset().getAsInt());
    return Place.of(script, new Span(span.start() + token.start(), span.start() + token.end()));
  }

  /// What follows about an object that was skipped is skipped with it.
  private boolean isAboutSkipped(SqlError error) {
    var missing = MISSING_OBJECT.matcher(error.message());
    return missing.find()
        && skippedObjects.stream()
            .map(script::text)
            .anyMatch(it -> makes(it, missing.group(1), missing.group(2)));
  }

  /// Returns whether a statement is `create KIND NAME`, as a message calls kind and name.
  private static boolean makes(String statement, String kind, String name) {
    var text =
        SqlToken.of(statement).stream()
            .map(it -> it.text().replace("\"", ""))
            .filter(it -> !BESIDE_KIND.contains(it))
            .limit(12)
            .collect(Collectors.joining(" ", "", " "));
    var beginning = "create " + kind.replace('-', ' ') + " ";
    var last = name.substring(name.lastIndexOf('.') + 1);
    return text.startsWith(beginning + last + " ")
        || text.startsWith(beginning)
            && text.substring(beginning.length())
                .matches("\\S+ \\. " + Pattern.quote(last) + " .*");
  }

  /// The statement's first line.
  Place headline(Span span) {
    var end = script.content().indexOf('\n', span.start());
    return Place.of(
        script, new Span(span.start(), end < 0 ? span.end() : Math.min(end, span.end())));
  }

  private void end() {
    if (session().isInTransaction()) {
      session().execute("rollback");
      if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
        diagnostics.add(
            Diagnostic.of(
                    ScriptCode.TRANSACTION_LEFT_OPEN,
                    new Place.File(script.name()),
                    "The script begins a transaction that it does not end, so PostgreSQL undoes it.")
                .withAdvice("Add the COMMIT."));
      }
    }
    total(
        ScriptCode.UNKNOWN_ROLES,
        roles,
        "about owners and privileges: the shadow database does not know %s."
            .formatted(rolesInWords()));
    total(
        ScriptCode.CLUSTER_STATEMENTS,
        clusterWide,
        "about roles, databases or tablespaces: they belong to a whole server.");
    total(
        ScriptCode.ABOUT_WHAT_WAS_SKIPPED, consequences, "about objects that were skipped before.");
    total(
        ScriptCode.UNKNOWN_SETTINGS,
        settings,
        "about settings that this server does not know or allow.");
  }

  private String rolesInWords() {
    return unknownRoles.isEmpty() ? "the roles" : "`" + String.join("`, `", unknownRoles) + "`";
  }

  private void total(ScriptCode code, Skipped skipped, String what) {
    skipped
        .first()
        .ifPresent(
            span ->
                diagnostics.add(
                    Diagnostic.of(
                        code,
                        headline(span),
                        "Skipped %d statement%s %s"
                            .formatted(skipped.count(), skipped.count() == 1 ? "" : "s", what))));
  }

  /// How many statements were skipped for one reason, and where the first stands.
  private static final class Skipped {
    private final List<Span> spans = new ArrayList<>();

    void add(Span span) {
      spans.add(span);
    }

    int count() {
      return spans.size();
    }

    Optional<Span> first() {
      return spans.stream().findFirst();
    }
  }
}
