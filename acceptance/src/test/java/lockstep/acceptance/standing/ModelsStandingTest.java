package lockstep.acceptance.standing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import lockstep.acceptance.oracle.ModelsJudge;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.acceptance.oracle.ScratchServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What SQLAlchemy makes of generated models against what Prisma's script makes: the catalogs.
class ModelsStandingTest {
  private static final boolean IS_SLOW = Boolean.getBoolean("lockstep.slow");

  @TempDir private Path folder;

  /// Every third schema; all in a slow run.
  @Test
  void oldestSqlAlchemy() {
    var judge = ModelsJudge.of(PythonEnvironment.oldest(), "asyncpg");
    var step = IS_SLOW ? 1 : 3;
    stand(
        IS_SLOW ? "models-2.0" : "models-2.0-sample",
        step,
        it -> created(judge, it, _ -> Optional.empty()));
  }

  /// Alembic is asked after the catalogs are compared, and in a slow run `check` after that.
  @Test
  void newestSqlAlchemyAndAlembic() {
    var judge = ModelsJudge.of(PythonEnvironment.newest(), "psycopg");
    stand(
        "models-2.1",
        1,
        it ->
            created(
                judge,
                it,
                database ->
                    judge
                        .alembic(it.alembic(database.sqlAlchemyUrl("psycopg")))
                        .or(() -> drift(it, database))));
  }

  private Optional<String> drift(GeneratedModels models, ScratchServer.Scratch database) {
    return IS_SLOW
        ? WrittenSchema.of(folder, models.schema().schema().files()).drift(database)
        : Optional.empty();
  }

  private static void stand(
      String subject, int step, Function<GeneratedModels, Optional<String>> difference) {
    var standing = Standing.of(subject);
    var all = GeneratedModels.all();
    var models =
        IntStream.range(0, all.size()).filter(it -> it % step == 0).mapToObj(all::get).toList();
    var results = models.parallelStream().map(difference).toList();
    for (var i = 0; i < models.size(); i++) {
      var findings = new ArrayList<>(models.get(i).findings());
      standing.count(models.get(i).toString(), results.get(i));
      findings.forEach(it -> standing.note("finding: " + it));
    }
    standing.close();
  }

  private static Optional<String> created(
      ModelsJudge judge,
      GeneratedModels models,
      Function<ScratchServer.Scratch, Optional<String>> afterwards) {
    if (models.crash().isPresent()) {
      return models.crash();
    }
    try (var database = ScratchServer.instance().scratch()) {
      return judge
          .createAll(GeneratedModels.FOLDER, models.name(), database)
          .or(() -> catalogs(models, database))
          .or(() -> afterwards.apply(database));
    }
  }

  private static Optional<String> catalogs(GeneratedModels models, ScratchServer.Scratch database) {
    var differences = models.schema().catalog().differencesTo(database.catalog());
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%d differences%n%s"
                .formatted(
                    differences.size(),
                    String.join("\n", differences.subList(0, Math.min(15, differences.size())))));
  }
}
