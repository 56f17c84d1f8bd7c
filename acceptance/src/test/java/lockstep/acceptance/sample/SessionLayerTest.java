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
    assertThat(
            project
                .database()
                .run(
                    """
                    CREATE SCHEMA shop;
                    CREATE TABLE shop.plans (id int);
                    DO $$ BEGIN
                      EXECUTE format(
                        'ALTER DATABASE %I SET timezone = ''Europe/Berlin''', current_database());
                    END $$"""))
        .isEmpty();
    assertThat(life(style, "$DATABASE_URL" + separator() + PARAMETERS))
        .isEqualTo(
            """
            committed
            raised told
            SELECT count(*) FROM plans 1
            SHOW search_path "shop"
            SHOW application_name api
            SHOW timezone UTC
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
          .contains("://a:***@127.0.0.1:1/d: ", "a session raises OperationalError")
          .doesNotContain("secret");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--driver asyncpg", "--driver psycopg", "--sync"})
  void aSchemaKeepsItsLettersAndALimitIsALimit(String style) {
    assertThat(
            project
                .database()
                .run("CREATE SCHEMA \"My \\App\"; CREATE TABLE \"My \\App\".plans (id int)"))
        .isEmpty();
    assertThat(life(style, "$DATABASE_URL" + separator() + "schema=My%20%5CApp&connection_limit=1"))
        .contains("SHOW search_path \"My \\App\"\n", "in use 1\n", "ok 1 0\n");
    assertThat(made(style, "postgresql://h/d?connection_limit=4", "d.pool_limits(d.URL_HERE)"))
        .isEqualTo("(4, 0)\n");
    assertThat(made(style, "postgresql://h/d", "d.pool_limits(d.URL_HERE)"))
        .isEqualTo("(10, 20)\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--driver asyncpg", "--driver psycopg", "--sync"})
  void whatIsWrongWithAParameterIsSaidByItsName(String style) {
    for (var it :
        new String[] {
          "connection_limit=abc: connection_limit is no number",
          "connection_limit=0: connection_limit is less than 1",
          "pool_timeout=-1: pool_timeout is no number",
          "sslrootcert=missing.pem: sslrootcert names no file here",
          "sslidentity=a.p12: sslidentity is for Prisma; use sslcert, sslkey"
        }) {
      var parts = it.split(": ", 2);
      assertThat(life(style, "postgresql://a:secret@h/d?" + parts[0]))
          .isEqualTo("failed: DATABASE_URL: " + parts[1] + "\n");
    }
  }

  /// asyncpg knows certificates of the address in no other way than this (asyncpg 0.31).
  @Test
  void certificatesOfTheAddressAreUsed() {
    passes(
        "openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -subj /CN=h"
            + " 2> openssl.log");
    var context = "d.encryption(d.URL_HERE)";
    var shown = "(len(c.get_ca_certs()), c.check_hostname, c.verify_mode.name)";
    var asked = "(lambda c: %s)(%s)".formatted(shown, context);
    assertThat(
            made(
                "--driver asyncpg",
                "postgresql://h/d?sslmode=verify-full&sslrootcert=cert.pem",
                asked))
        .isEqualTo("(1, True, 'CERT_REQUIRED')\n");
    assertThat(made("--driver asyncpg", "postgresql://h/d?sslcert=cert.pem", asked))
        .as("Prisma's word for a root")
        .isEqualTo("(1, False, 'CERT_REQUIRED')\n");
    assertThat(
            made(
                "--driver asyncpg",
                "postgresql://h/d?sslmode=require&sslcert=cert.pem&sslkey=key.pem",
                "(lambda c: c.verify_mode.name)(%s)".formatted(context)))
        .isEqualTo("CERT_NONE\n");
    assertThat(
            made(
                "--driver psycopg",
                "postgresql://h/d?sslcert=cert.pem",
                "d.connect_arguments(d.URL_HERE)['sslrootcert']"))
        .isEqualTo("cert.pem\n");
  }

  @Test
  void aFileThatPrismasClientReadIsNamed() {
    passes("touch .env");
    assertThat(life("--driver asyncpg", ""))
        .startsWith("failed: DATABASE_URL is not set; it is")
        .contains("; .env is here, but nothing has read it", "load_dotenv()");
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

  /// Returns what an expression is in the module, which is `d`.
  private String made(String style, String url, String expression) {
    passes("lockstep scaffold session --out . --force " + style);
    var python = PythonEnvironment.newest().program("python");
    return passes(
        "PYTHONPATH=. DATABASE_URL='%s' '%s' -c \"import database as d; print(%s)\""
            .formatted(url, python, expression));
  }

  private String passes(String line) {
    var result = project.run(line);
    assertThat(result.exit()).as("%s%n%s%n%s", line, result.output(), result.errors()).isZero();
    return result.output();
  }
}
