package lockstep.acceptance.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.oracle.PythonEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The module of sessions on a live database, by each driver, and where there is none.
class SessionLayerTest {
  /// As Prisma and hosting services write it; what each driver has no word for is left out.
  private static final String PARAMETERS =
      "schema=shop&sslmode=prefer&channel_binding=prefer&connection_limit=3&pool_timeout=0"
          + "&connect_timeout=0&pgbouncer=true&application_name=api&options=-c%20work_mem%3D1MB";

  @TempDir private Path folder;
  private SampleProject project;

  @BeforeEach
  void copy() throws IOException {
    project = SampleProject.copy("file-cleanup/after", folder);
  }

  @AfterEach
  void drop() {
    project.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--driver asyncpg", "--driver psycopg", "--sync"})
  void aSessionCommitsOrRollsBack(String style) {
    assertThat(project.database().run("CREATE SCHEMA shop; CREATE TABLE shop.plans (id int)"))
        .isEmpty();
    assertThat(life(style, "$DATABASE_URL" + separator() + PARAMETERS))
        .isEqualTo(
            """
            committed
            raised told
            SELECT count(*) FROM plans 1
            SHOW search_path shop
            SHOW application_name api
            slow query, T s: SELECT pg_sleep(0.1)
            in use 1
            ok 3 0
            """);
  }

  @Test
  void whatIsWrongWithTheAddressIsSaidAtStartUpWithoutThePassword() {
    assertThat(life("--driver asyncpg", "")).startsWith("failed: DATABASE_URL is not set; it is");
    assertThat(life("--driver asyncpg", "mysql://a:secret@h/d"))
        .startsWith("failed: DATABASE_URL is for mysql")
        .doesNotContain("secret");
    assertThat(life("--sync", "postgresql://a:secret@h:port/d"))
        .startsWith("failed: DATABASE_URL is no address")
        .doesNotContain("secret");
    for (var style : new String[] {"--driver asyncpg", "--driver psycopg", "--sync"}) {
      assertThat(life(style, "postgresql://a:secret@127.0.0.1:1/d"))
          .startsWith("failed: no database at postgresql+")
          .contains("://a:***@127.0.0.1:1/d: ")
          .doesNotContain("secret");
    }
  }

  @Test
  void aDriverThatIsMissingIsNamedWithTheCommand() {
    passes("lockstep scaffold session --out . --driver psycopg --force");
    var python = SampleProject.fileCleanup().program("python");
    assertThat(
            passes(
                "PYTHONPATH=. DATABASE_URL=postgresql://h/d '%s' '%s'"
                    .formatted(python, Checkout.acceptance("python/session_life.py"))))
        .isEqualTo(
            "failed: No module named 'psycopg'; run `python -m pip install"
                + " 'sqlalchemy[asyncio]' 'psycopg[binary]'`\n");
  }

  private String separator() {
    return project.database().url().reveal().contains("?") ? "&" : "?";
  }

  private String life(String style, String url) {
    passes("lockstep scaffold session --out . --force " + style);
    var python = PythonEnvironment.newest().program("python");
    return passes(
            "PYTHONPATH=. DATABASE_SLOW_QUERY=0.1 DATABASE_URL=\"%s\" '%s' '%s'"
                .formatted(url, python, Checkout.acceptance("python/session_life.py")))
        .replaceAll("\\d+\\.\\d{3} s", "T s");
  }

  private String passes(String line) {
    var result = project.run(line);
    assertThat(result.exit()).as("%s%n%s%n%s", line, result.output(), result.errors()).isZero();
    return result.output();
  }
}
