package lockstep.acceptance.standing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.acceptance.corpus.Judged;
import lockstep.acceptance.corpus.JudgedCorpus;
import lockstep.acceptance.corpus.OwnSchemas;
import lockstep.acceptance.oracle.PrismaDatabase;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.acceptance.oracle.ScratchServer.Scratch;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `lockstep push` and `prisma db push` of the same schema: neither finds anything to do after the
/// other, but for what Prisma finds after itself. Every eighth schema; all in a slow run.
class PushStandingTest {
  private static final boolean IS_SLOW = Boolean.getBoolean("lockstep.slow");

  @TempDir private Path folder;

  @Test
  void afterOursPrismaHasNothingToDo() {
    var prisma = prisma();
    stand(
        "push-ours",
        it -> {
          var schema = WrittenSchema.of(folder, it.schema().files());
          try (var database = ScratchServer.instance().scratch()) {
            return schema
                .push(database)
                .or(() -> schema.drift(database))
                .or(() -> toDo(prisma, database, schema.path()));
          }
        });
  }

  private static Optional<String> toDo(PrismaDatabase prisma, Scratch database, Path schema) {
    var toDo = prisma.toDo(database, schema);
    if (toDo.isEmpty()) {
      return toDo;
    }
    try (var theirs = ScratchServer.instance().scratch()) {
      prisma.push(schema, theirs);
      return prisma.toDo(theirs, schema).equals(toDo) ? Optional.empty() : toDo;
    }
  }

  @Test
  void afterPrismasOursHasNothingToSay() {
    var prisma = prisma();
    stand(
        "push-prisma",
        it -> {
          var schema = WrittenSchema.of(folder, it.schema().files());
          try (var database = ScratchServer.instance().scratch()) {
            prisma.push(schema.path(), database);
            return schema.drift(database);
          }
        });
  }

  private static PrismaDatabase prisma() {
    var prisma = PrismaDatabase.find();
    Assumptions.assumeTrue(prisma.isPresent(), "Prisma's engine for live databases is not here");
    return prisma.get();
  }

  private static void stand(
      String subject, Function<Judged.Accepted, Optional<String>> difference) {
    var standing = Standing.of(IS_SLOW ? subject : subject + "-sample");
    schemas().forEach(it -> standing.count(it.schema().name(), guarded(it, difference)));
    standing.close();
  }

  private static Optional<String> guarded(
      Judged.Accepted schema, Function<Judged.Accepted, Optional<String>> difference) {
    try {
      return difference.apply(schema);
    } catch (RuntimeException e) {
      return Optional.of(Crash.of(e).kind() + "\n" + e);
    }
  }

  private static List<Judged.Accepted> schemas() {
    var all =
        Stream.concat(JudgedCorpus.accepted().stream(), OwnSchemas.accepted().stream()).toList();
    return IntStream.range(0, all.size())
        .filter(it -> IS_SLOW || it % 8 == 0)
        .mapToObj(all::get)
        .toList();
  }
}
