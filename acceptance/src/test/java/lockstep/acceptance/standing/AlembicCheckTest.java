package lockstep.acceptance.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import lockstep.acceptance.corpus.Corpus;
import lockstep.acceptance.oracle.AlembicProject.Way;
import lockstep.acceptance.oracle.ModelsJudge;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.acceptance.oracle.ScratchServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The command `alembic check`, run as a team runs it, on some of the generated packages.
class AlembicCheckTest {
  private static final PythonEnvironment PYTHON = PythonEnvironment.newest();
  private static final Set<String> SOME =
      Set.of("prisma/saas-starter-kit", "prisma/langfuse", "own/blog", "own/spaces");

  @Test
  void everyOneOfThemIsJudged() {
    assertThat(some().map(GeneratedModels::toString))
        .containsExactlyInAnyOrderElementsOf(
            SOME.stream().filter(it -> Corpus.isHere() || it.startsWith("own/")).toList());
  }

  static Stream<GeneratedModels> some() {
    return GeneratedModels.all().stream().filter(it -> SOME.contains(it.toString()));
  }

  @ParameterizedTest
  @MethodSource("some")
  void findsNothing(GeneratedModels models) {
    try (var database = ScratchServer.instance().scratch()) {
      var judge = ModelsJudge.of(PYTHON, "psycopg");
      assertThat(judge.createAll(GeneratedModels.FOLDER, models.name(), database)).isEmpty();
      var project = models.alembic(database.sqlAlchemyUrl("psycopg"));
      assertThat(project.check(PYTHON, Way.ALEMBIC).orThrow("alembic check").output())
          .contains("No new upgrade operations detected.");
      assertThat(project.check(PYTHON, Way.EVERYTHING).orThrow("alembic check").output())
          .contains("No new upgrade operations detected.");
    }
  }
}
