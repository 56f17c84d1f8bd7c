package lockstep.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.engine.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUrlTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          postgresql://u@h:1/d                        | postgresql://u@h:1/d
          postgres://u@h/d                            | postgresql://u@h:5432/d
          postgresql+asyncpg://u@h/d                  | postgresql://u@h:5432/d
          jdbc:postgresql://h:1/d?user=u&password=x   | postgresql://u@h:1/d
          postgresql://u:secret@h/d?schema=s          | postgresql://u@h:5432/d?schema=s
          postgresql://u@[::1]:7/d                    | postgresql://u@[::1]:7/d
          postgresql://u@h1:1,h2:2/d                  | postgresql://u@h1:1,h2:2/d
          postgresql://u@h1,h2/d?port=9               | postgresql://u@h1:9,h2:9/d
          postgresql://u@localhost/d?host=/run/pg     | postgresql://u@localhost:5432/d?host=/run/pg
          postgresql://u@%2Frun%2Fpg:7/d              | postgresql://u@localhost:7/d?host=/run/pg
          postgresql://a%40b:c%2Fd@h/d%20e            | postgresql://a%40b@h:5432/d%20e
          postgresql://u@h                            | postgresql://u@h:5432/u
          postgresql://                               | postgresql://postgres@localhost:5432/postgres
          postgresql://u@h/d?sslmode=require          | postgresql://u@h:5432/d?sslmode=require
          postgresql://u@h/d?ssl=true                 | postgresql://u@h:5432/d?sslmode=require
          postgresql://u@h/d?sslaccept=strict         | postgresql://u@h:5432/d?sslmode=verify-full
          postgresql://u@h/d?sslrootcert=system       | postgresql://u@h:5432/d?sslmode=verify-full
          postgresql://u@h/d?sslMode=require          | postgresql://u@h:5432/d?sslmode=require
          postgresql://u@h/d?prepareThreshold=0&async_fallback=true | postgresql://u@h:5432/d
          postgresql://u@h,/d?host=/run/pg,h2&port=1,2 | postgresql://u@/d?host=/run/pg,h2&port=1,2
          postgresql://u@h1,h2/d?hostaddr=::1,::2     | postgresql://u@h1:5432,h2:5432/d?hostaddr=%3A%3A1,%3A%3A2
          postgresql://u@h1,h2/d?target_session_attrs=primary | postgresql://u@h1:5432,h2:5432/d?target_session_attrs=primary
          host=h port=1 dbname=d user=u sslmode=require | postgresql://u@h:1/d?sslmode=require
          postgresql://u@h/d?connection_limit=5&pgbouncer=true&pool_timeout=2 | postgresql://u@h:5432/d
          """)
  void urlsAreReadAsTheirToolsWriteThem(String text, String shown) {
    assertThat(ConnectionUrl.of(text).toString()).isEqualTo(shown);
  }

  @Test
  void aPasswordIsDecodedAndNeverShown() {
    var url = ConnectionUrl.of("postgresql://u:p%40%2F%25@w@h/d");

    assertThat(url.login().password()).contains(new Secret("p@/%@w"));
    assertThat(url.toString() + url.login() + url.tls()).doesNotContain("p@/");
    assertThat(ConnectionUrl.of(url.reveal())).isEqualTo(url);
  }

  @Test
  void allThatConcernsTheSessionIsKept() {
    var url =
        ConnectionUrl.of(
            "postgresql://u@/d?host=/a&port=1&sslrootcert=ca&channel_binding=require"
                + "&connect_timeout=3&options=-c%20work_mem%3D1MB&sslcert=c&sslkey=k");

    assertThat(url.endpoints()).isEqualTo(List.of(new Endpoint.UnixSocket(Path.of("/a"), 1)));
    assertThat(url.session().connectTimeout()).isEqualTo(Duration.ofSeconds(3));
    assertThat(url.session().options()).contains("-c work_mem=1MB");
    assertThat(url.tls())
        .isEqualTo(
            new Tls(
                Tls.Mode.PREFER,
                Optional.empty(),
                Optional.of("require"),
                Optional.of("ca"),
                Optional.of("c"),
                Optional.of("k"),
                Optional.empty()));
  }

  @Test
  void aServerOnThisMachineIsMeantWhereNoHostIsNamed() throws java.io.IOException {
    var defaults =
        new ConnectionDefaults(
            Map.of("user", "me"),
            List.of(),
            Optional.empty(),
            List.of(folder.resolve("no"), folder));
    assertThat(read("postgresql:///d?port=7", defaults))
        .hasToString("postgresql://me@localhost:7/d");

    java.nio.file.Files.createFile(folder.resolve(".s.PGSQL.7"));
    assertThat(read("postgresql:///d?port=7", defaults))
        .hasToString("postgresql://me@localhost:7/d?host=" + folder);
    assertThat(read("postgresql://localhost:7/d", defaults))
        .hasToString("postgresql://me@localhost:7/d");
  }

  @Test
  void whatBelongsToAKeyIsKept() {
    var tls =
        ConnectionUrl.of(
                "postgresql://u@h/d?sslidentity=me.p12&sslpassword=pw&sslnegotiation=direct")
            .tls();
    assertThat(tls.key()).contains("me.p12");
    assertThat(tls.keyPassword()).contains(new Secret("pw"));
    assertThat(tls.negotiation()).contains("direct");
    assertThat(tls.toString()).doesNotContain("pw");
  }

  @Test
  void prismasCertificateIsTheAuthoritys() {
    assertThat(ConnectionUrl.of("postgresql://u@h/d?sslcert=ca.pem").tls().rootCertificate())
        .contains("ca.pem");
  }

  @Test
  void variablesFillWhatTheUrlLeavesOut() {
    var defaults =
        ConnectionDefaults.of(
            Map.of("PGHOST", "/run/pg", "PGUSER", "", "PGPASSWORD", "pw", "PGDATABASE", "d"),
            "me",
            folder);

    assertThat(read("postgresql://", defaults))
        .hasToString("postgresql://me@localhost:5432/d?host=/run/pg");
    assertThat(read("postgresql://u@h/e", defaults)).hasToString("postgresql://u@h:5432/e");
    assertThat(read("postgresql://", defaults).login().password()).contains(new Secret("pw"));
    assertThat(defaults.toString()).doesNotContain("pw");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://u:secret@h/d",
        "h:5432/d",
        "prisma+postgres://localhost:51213/?api_key=secret",
        "postgresql://u:secret/x@h/d",
        "postgresql://u@h:0/d",
        "postgresql://u@h:99999/d",
        "postgresql://u:%zz@h/d",
        "postgresql://u@h1:1,h2:2,h3:3/d?port=1,2",
        "postgresql://u@h/d?sslmode=sometimes",
        "postgresql://u@h/d?connect_timeout=soon",
        "postgresql://u@h/d?sslmod=require",
        "postgresql://u@h/d?ssl=sometimes",
        "postgresql://u@h/d?gssencmode=require",
        "postgresql://u@h/d?sslcrl=revoked.pem",
        "postgresql://u@h/d?requirepeer=postgres",
        "postgresql://u@h/d?sslrootcert=system&sslmode=prefer",
        "postgresql://u@h/d?target_session_attrs=fast",
        "postgresql://u@h1,h2/d?hostaddr=::1",
        "postgresql://u@h/d?service=none",
        "host=h password=my secret=x",
        "host=h password='secret",
        "host=h password=my secret",
        "host=h usr=u",
      })
  void aReasonIsGivenThatNamesNoSecret(String text) {
    assertThat(ConnectionUrl.parse(text, ConnectionDefaults.NONE))
        .isInstanceOfSatisfying(
            ConnectionUrl.Parsed.Invalid.class,
            it -> assertThat(it.reason()).isNotBlank().doesNotContain("secret"));
  }

  @Test
  void aQuoteThatNothingClosesIsNamed() {
    assertThat(ConnectionUrl.parse("\"postgresql://u:secret@h/d", ConnectionDefaults.NONE))
        .isInstanceOfSatisfying(
            ConnectionUrl.Parsed.Invalid.class,
            it -> assertThat(it.reason()).contains("quotation mark").doesNotContain("secret"));
  }

  private static ConnectionUrl read(String text, ConnectionDefaults defaults) {
    return ((ConnectionUrl.Parsed.Valid) ConnectionUrl.parse(text, defaults)).url();
  }
}
