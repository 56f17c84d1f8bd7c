package lockstep.engine.postgres.live;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.check.lint.Levels;
import lockstep.check.lint.Live;
import lockstep.check.lint.Probe;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;
import lockstep.engine.Resource;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.SqlError;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;

/// Asks a database what lint wants to know of it.
public final class LiveReader {
  private static final String LIMIT =
      "set local statement_timeout = '10s'; set local lock_timeout = '1s'";

  private final Session session;
  private final Identifier home;

  /// @param home the namespace that names without one are in
  public LiveReader(Session session, Identifier home) {
    this.session = session;
    this.home = home;
  }

  public Live read() {
    var rows = new LinkedHashMap<QualifiedName, Long>();
    var invalid = new LinkedHashSet<QualifiedName>();
    session.forEach(
        query("live.sql"),
        row -> {
          var name = QualifiedName.of(row.text(1), row.text(2));
          if (row.isTrue(3)) {
            invalid.add(name);
          } else if (row.number(4) >= 0) {
            rows.put(name, row.number(4));
          }
        });
    return new Live(rows, invalid, Map.of(), session.serverVersion(), home);
  }

  /// Returns the same with all relations and columns by name, which only scripts can get wrong.
  public Live readForScripts() {
    var relations = new LinkedHashMap<QualifiedName, Set<Identifier>>();
    session.forEach(
        query("relations.sql"),
        row -> {
          var columns =
              relations.computeIfAbsent(
                  QualifiedName.of(row.text(1), row.text(2)), _ -> new LinkedHashSet<>());
          row.optionalText(3).map(Identifier::of).ifPresent(columns::add);
        });
    return read().with(relations);
  }

  /// Returns the finding that a probe's answer is; also where there is no answer, as a note. Takes
  /// ten seconds at most.
  public Optional<Diagnostic> answer(Probe probe, Levels levels) {
    try {
      var count = count(session, probe.sql());
      return count == 0
          ? Optional.empty()
          : levels
              .of(probe.code())
              .severity()
              .map(finding(probe, probe.fact().replace("%d", String.valueOf(count)))::withSeverity);
    } catch (SqlError.Thrown e) {
      var fact = "What rows there are in the way could not be found out: %s.";
      return Optional.of(
          finding(probe, fact.formatted(e.error().message())).withSeverity(Severity.NOTE));
    }
  }

  /// Runs a query that answers a number. What takes too long, or waits, is a [SqlError.Thrown].
  static long count(Session session, String sql) {
    return session.readOnly(
        it -> {
          it.execute(LIMIT);
          return it.queryOne(sql, row -> row.number(1)).orElseThrow();
        });
  }

  private static Diagnostic finding(Probe probe, String fact) {
    return Diagnostic.of(probe.code(), probe.place(), fact).withAdvice(probe.advice());
  }

  static String query(String name) {
    return Resource.text(LiveReader.class, name);
  }
}
