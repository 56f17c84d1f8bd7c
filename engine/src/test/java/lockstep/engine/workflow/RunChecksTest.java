package lockstep.engine.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import lockstep.check.drift.Ignored;
import lockstep.check.lint.Levels;
import lockstep.engine.Progress;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.ShadowSettings;
import lockstep.engine.project.Project;
import lockstep.engine.project.PythonSettings;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Tools;
import lockstep.engine.testing.Postgres;
import lockstep.engine.testing.TestServer;
import org.junit.jupiter.api.Test;

@Postgres
class RunChecksTest extends MigrationsFixture {
  @Test
  void whatIsBehindIsBroughtUpAsItsHistorySays(ShadowDatabase database) throws IOException {
    Files.writeString(
        folder.resolve("schema.prisma"),
        """
        datasource db {
          provider = "postgresql"
        }

        model User {
          id Int @id
        }

        model Team {
          id Int @id
        }
        """);
    write("1_user", "CREATE TABLE \"User\" (id int, CONSTRAINT \"User_pkey\" PRIMARY KEY (id));");
    var url = database.url();
    assertThat(next(url)).containsExactly("lockstep migrate apply");
    assertThat(apply(url).applied()).isEqualTo(1);
    assertThat(next(url)).containsExactly("lockstep push");
    write("2_team", "CREATE TABLE \"Team\" (id int, CONSTRAINT \"Team_pkey\" PRIMARY KEY (id));");
    assertThat(next(url)).containsExactly("lockstep migrate apply");
    database.session().execute("DROP TABLE _prisma_migrations");
    assertThat(next(url)).containsExactly("lockstep push");
  }

  private List<String> next(ConnectionUrl url) {
    var tools =
        new Tools(
            new ShadowSettings.Embedded(TestServer.settings()),
            PythonSettings.DEFAULT,
            Ignored.NONE,
            Levels.DEFAULT);
    var project =
        new Project(
            folder,
            Optional.empty(),
            new SourceSpec.Prisma(folder.resolve("schema.prisma"), "schema.prisma"),
            List.of(),
            List.of(),
            Optional.of(url),
            folder,
            Optional.empty(),
            tools,
            List.of());
    return RunChecks.run(new RunChecks.Request(project, environment(), Progress.SILENT)).next();
  }
}
