package lockstep.acceptance.standing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lockstep.acceptance.corpus.Corpus;
import lockstep.acceptance.corpus.SchemaCase;
import lockstep.acceptance.oracle.PrismaEngine;
import lockstep.acceptance.oracle.PrismaEngine.Answer;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.acceptance.oracle.ScratchServer.Scratch;
import lockstep.diff.Difference;
import lockstep.engine.postgres.Session;
import lockstep.plan.Planner;
import lockstep.plan.Style;
import lockstep.psl.PslReader;
import org.junit.jupiter.api.Test;

/// What a recorded migration of a real project keeps of the rows that are there, our plan from the
/// schema before it to the one after it keeps as well.
class KeptRowsTest {
  private static final PrismaEngine PRISMA = PrismaEngine.instance();
  private static final String TWO_ROWS = resource("two-rows.sql");

  /// Every fourth of those that change no rows by themselves; all in a slow run.
  @Test
  void aPlanKeepsWhatTheRecordedMigrationKeeps() {
    var corpus = Corpus.open();
    var cases =
        corpus.triples().stream().collect(Collectors.toMap(SchemaCase::name, Function.identity()));
    var all = corpus.changesOfTablesOnly();
    var step = Boolean.getBoolean("lockstep.slow") ? 1 : 4;
    var standing = Standing.of(step == 1 ? "kept-rows" : "kept-rows-sample");
    for (var i = 0; i < all.size(); i += step) {
      var name = all.get(i);
      var from = cases.get(name + "/before");
      var to = cases.get(name + "/after");
      if (!from.isOurs() || !to.isOurs()) {
        standing.note(name + ": not for PostgreSQL");
      } else if (PRISMA.ddl(from.files()) instanceof Answer.Value<String>(var before)) {
        standing.count(name, lost(from, to, before, corpus.recorded(name), standing));
      } else {
        standing.note(name + ": Prisma refuses the schema");
      }
    }
    standing.close();
  }

  private static Optional<String> lost(
      SchemaCase from, SchemaCase to, String before, String recorded, Standing standing) {
    try (var theirs = ScratchServer.instance().scratch();
        var ours = ScratchServer.instance().scratch()) {
      for (var database : new Scratch[] {theirs, ours}) {
        var refusal = database.run(before).or(() -> database.run(TWO_ROWS));
        if (refusal.isPresent()) {
          return Optional.of("before: " + refusal.get().message());
        }
      }
      if (theirs.run(recorded).isPresent()) {
        standing.note(to.name() + ": the recorded migration takes no rows");
        return Optional.empty();
      }
      var difference =
          Difference.between(
              PslReader.read(from.files()).schema(), PslReader.read(to.files()).schema());
      for (var step : Planner.plan(difference, Style.ONLINE, 180_000).steps()) {
        var refusal = ours.run(step.sql());
        if (refusal.isPresent()) {
          return Optional.of("%s%n%s".formatted(refusal.get().message(), step.sql()));
        }
      }
      return lost(values(theirs), values(ours));
    } catch (RuntimeException e) {
      return Optional.of(Crash.of(e).kind());
    }
  }

  private static Optional<String> lost(Map<String, Long> theirs, Map<String, Long> ours) {
    var lost =
        theirs.entrySet().stream()
            .filter(it -> ours.getOrDefault(it.getKey(), 0L) < it.getValue())
            .map(it -> "%s: %d of %d".formatted(it.getKey(), ours.get(it.getKey()), it.getValue()))
            .collect(Collectors.joining("\n"));
    return lost.isEmpty() ? Optional.empty() : Optional.of(lost);
  }

  /// Returns how many rows have a value in each column.
  private static Map<String, Long> values(Scratch database) {
    var values = new TreeMap<String, Long>();
    try (var session = Session.open(database.url())) {
      var tables =
          session.query("SELECT relid::regclass::text FROM pg_stat_user_tables", it -> it.text(1));
      for (var table : tables) {
        session.forEach(
            "SELECT an_entry.a_name, count(an_entry.a_value)"
                + " FROM %s AS a_row, jsonb_each_text(to_jsonb(a_row)) AS an_entry(a_name, a_value)"
                    .formatted(table)
                + " GROUP BY an_entry.a_name",
            it -> values.put(table + "." + it.text(1), it.number(2)));
      }
    }
    return values;
  }

  private static String resource(String name) {
    try (var in = KeptRowsTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
