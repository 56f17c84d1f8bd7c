package lockstep.acceptance.standing;

import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.acceptance.corpus.Corpus;
import lockstep.acceptance.corpus.SchemaCase;
import lockstep.acceptance.oracle.PrismaEngine;
import lockstep.acceptance.oracle.PrismaEngine.Answer;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.diff.Difference;
import lockstep.plan.Planner;
import lockstep.plan.Style;
import lockstep.psl.PslReader;
import org.junit.jupiter.api.Test;

/// Plans between two versions of real schemas: run on the database that Prisma makes of the one,
/// they give the database that Prisma makes of the other.
class PlanStandingTest {
  private static final PrismaEngine PRISMA = PrismaEngine.instance();

  /// What the embedded server of the tests is, as `server_version_num` has it.
  private static final int VERSION = 180_000;

  /// Every fourth of the recorded migrations, there in the careful form and back in the plain one;
  /// all in a slow run.
  @Test
  void recordedMigrations() {
    var all = Corpus.open().triples();
    var step = Boolean.getBoolean("lockstep.slow") ? 1 : 4;
    var standing = Standing.of(step == 1 ? "plan-triples" : "plan-triples-sample");
    for (var i = 0; i + 1 < all.size(); i += 2 * step) {
      count(all.get(i + 1), all.get(i), Style.ONLINE, standing);
      count(all.get(i), all.get(i + 1), Style.PLAIN, standing);
    }
    standing.close();
  }

  private static void count(SchemaCase from, SchemaCase to, Style style, Standing standing) {
    if (!from.isOurs() || !to.isOurs()) {
      standing.note(from.name() + ": one of the two schemas is not for PostgreSQL");
    } else if (PRISMA.ddl(from.files()) instanceof Answer.Value<String>(var before)
        && PRISMA.ddl(to.files()) instanceof Answer.Value<String>(var after)) {
      standing.count(from.name(), difference(from, to, style, before, after));
    }
  }

  private static Optional<String> difference(
      SchemaCase from, SchemaCase to, Style style, String before, String after) {
    try (var first = ScratchServer.instance().scratch();
        var second = ScratchServer.instance().scratch()) {
      if (first.run(before).isPresent() || second.run(after).isPresent()) {
        return Optional.of("PostgreSQL refuses Prisma's script");
      }
      var difference =
          Difference.between(
              PslReader.read(from.files()).schema(), PslReader.read(to.files()).schema());
      for (var step : Planner.plan(difference, style, VERSION).steps()) {
        var refusal = first.run(step.sql());
        if (refusal.isPresent()) {
          return Optional.of("%s%n%s".formatted(refusal.get().message(), step.sql()));
        }
      }
      var differences =
          first.catalog().differencesTo(second.catalog()).stream()
              .filter(it -> !it.contains(" column position "))
              .limit(8)
              .toList();
      return differences.isEmpty()
          ? Optional.empty()
          : Optional.of(differences.stream().collect(Collectors.joining("\n")));
    } catch (RuntimeException e) {
      return Optional.of(Crash.of(e).kind());
    }
  }
}
