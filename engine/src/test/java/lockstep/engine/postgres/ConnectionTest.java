package lockstep.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lockstep.engine.EnvironmentException;
import lockstep.engine.postgres.embedded.OwnServer;
import lockstep.engine.testing.TestCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Connections to a server with passwords, TLS and rules about who may come in; beside libpq, where
/// its psql is installed.
class ConnectionTest {
  private static final String WHO =
      """
      select concat_ws(' ', current_user, current_database(),
        case when inet_server_port() is null then 'socket' else 'tcp' end,
        current_setting('application_name'), current_setting('work_mem'),
        (select case when ssl then 'tls' else 'open' end
          from pg_stat_ssl where pid = pg_backend_pid()))""";

  @TempDir private static Path shared;
  private static OwnServer server;
  private static Path authority;

  @TempDir Path home;

  @BeforeAll
  static void start() throws Exception {
    var certificate = TestCertificate.make(shared);
    authority = certificate.writeCertificate(shared);
    server =
        OwnServer.start(
            List.of(
                "host all rejected all reject",
                "hostnossl all encrypted all reject",
                "local all nopeer peer",
                "local all all scram-sha-256",
                "host all scott all scram-sha-256",
                "host all crowd all trust",
                "host all shut all trust",
                "host all all all scram-sha-256"),
            "password_encryption=scram-sha-256");
    server.give("server.crt", certificate.certificate());
    server.give("server.key", certificate.key());
    server.execute("alter system set ssl = on");
    server.execute(
        """
        create role scott login password 'tiger';
        create role encrypted login password 'tiger';
        create role "sp ace:d" login password 'a:b\\c d';
        create role rejected login password 'tiger';
        create role crowd login connection limit 0;
        create role shut login;
        create role nopeer login""");
    server.execute("create database \"o:d d\"");
    server.execute("create database closed");
    server.execute("revoke connect on database closed from public");
    server.execute("create database scott");
    server.execute("select pg_reload_conf()");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  /// What is written, what stands around it, and who comes in where, as what, how.
  ///
  /// @param files by name below the user's own folder
  record Case(
      String connection, Map<String, String> variables, Map<String, String> files, String who) {
    static Case of(String connection, String who) {
      return new Case(connection, Map.of(), Map.of(), who);
    }

    Case variable(String name, String value) {
      var more = new TreeMap<>(variables);
      more.put(name, value);
      return new Case(connection, more, files, who);
    }

    Case file(String name, String content) {
      var more = new TreeMap<>(files);
      more.put(name, content);
      return new Case(connection, variables, more, who);
    }

    @Override
    public String toString() {
      return connection + " " + variables + " " + files;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        Case.of(
            "postgresql://scott:tiger@localhost:PORT/postgres", "scott postgres tcp me 4MB tls"),
        Case.of(
            "postgresql://scott:tiger@127.0.0.1:PORT/postgres?sslmode=disable",
            "scott postgres tcp me 4MB open"),
        Case.of(
            "host=localhost port=PORT user=scott password=tiger dbname=postgres",
            "scott postgres tcp me 4MB tls"),
        Case.of(
            " host = SOCKET  port=PORT user='sp ace:d' password='a:b\\\\c d' dbname='o:d d'",
            "sp ace:d o:d d socket me 4MB open"),
        Case.of(
            "postgresql://sp%20ace%3Ad:a%3Ab%5Cc%20d@SOCKET_ENCODED:PORT/o%3Ad%20d",
            "sp ace:d o:d d socket me 4MB open"),
        Case.of(
            "postgresql:///postgres?host=SOCKET&port=PORT&user=scott&password=tiger",
            "scott postgres socket me 4MB open"),
        Case.of(
            "postgresql://scott:tiger@localhost:PORT?options=-c%20work_mem%3D5MB"
                + "&application_name=mine",
            "scott scott tcp mine 5MB tls"),
        Case.of(
            "postgresql://scott:tiger@nowhere.invalid:PORT?hostaddr=127.0.0.1",
            "scott scott tcp me 4MB tls"),
        Case.of(
            "hostaddr=127.0.0.1 port=PORT user=scott password=tiger", "scott scott tcp me 4MB tls"),
        Case.of(
            "postgresql://scott:tiger@localhost:1,localhost:PORT/postgres?connect_timeout=3",
            "scott postgres tcp me 4MB tls"),
        Case.of(
            "postgresql://scott:tiger@localhost:1,localhost:PORT?target_session_attrs=read-write",
            "scott scott tcp me 4MB tls"),
        Case.of(
            "postgresql://scott:tiger@localhost:PORT?target_session_attrs=prefer-standby",
            "scott scott tcp me 4MB tls"),
        Case.of(
            "postgresql://scott:tiger@localhost:PORT?require_auth=scram-sha-256",
            "scott scott tcp me 4MB tls"),
        Case.of(
            "postgresql://scott:tiger@localhost:PORT?channel_binding=require",
            "scott scott tcp me 4MB tls"),
        Case.of(
            "postgresql://scott:tiger@localhost:PORT?sslmode=verify-full&sslrootcert=CA",
            "scott scott tcp me 4MB tls"),
        Case.of(
            "postgresql://scott:tiger@127.0.0.1:PORT?sslmode=verify-ca&sslrootcert=CA",
            "scott scott tcp me 4MB tls"),
        Case.of("postgresql://", "scott postgres socket theirs 6MB open")
            .variable("PGHOST", "SOCKET")
            .variable("PGPORT", "PORT")
            .variable("PGUSER", "scott")
            .variable("PGPASSWORD", "tiger")
            .variable("PGDATABASE", "postgres")
            .variable("PGAPPNAME", "theirs")
            .variable("PGOPTIONS", "-c work_mem=6MB"),
        Case.of("postgresql://scott@localhost/postgres", "scott postgres tcp me 4MB open")
            .variable("PGPORT", "PORT")
            .variable("PGSSLMODE", "disable")
            .variable("PGUSER", "nobody")
            .file(".pgpass", "# all\n*:PORT:other:*:no\nlocalhost:*:postgres:scott:tiger\n"),
        Case.of(
                "postgresql://sp%20ace%3Ad@localhost:PORT/o%3Ad%20d",
                "sp ace:d o:d d tcp me 4MB tls")
            .file(".pgpass", "localhost:PORT:o\\:d d:sp ace\\:d:a\\:b\\\\c d\n*:*:*:*:no"),
        Case.of(
                "postgresql://scott@localhost:PORT/postgres?host=SOCKET",
                "scott postgres socket me 4MB open")
            .file(".pgpass", "localhost:PORT:*:*:no\nSOCKET:PORT:*:*:tiger\n"),
        Case.of(
                "postgresql://scott@localhost:PORT/?passfile=HOME/mine",
                "scott scott tcp me 4MB tls")
            .variable("PGPASSFILE", "HOME/theirs")
            .file("mine", "*:*:*:*:tiger\n")
            .file("theirs", "*:*:*:*:no\n"),
        Case.of("postgresql://scott@localhost:PORT/", "scott scott tcp me 4MB tls")
            .variable("PGPASSFILE", "HOME/theirs")
            .file("theirs", "*:*:*:*:tiger\n")
            .file(".pgpass", "*:*:*:*:no\n"),
        Case.of("service=mine", "scott postgres socket served 7MB open")
            .variable("PGPORT", "1")
            .variable("PGUSER", "nobody")
            .file(".pg_service.conf", SERVICES),
        Case.of(
                "postgresql:///scott?service=mine&application_name=nearer",
                "scott scott socket nearer 7MB open")
            .file(".pg_service.conf", SERVICES),
        Case.of("postgresql://", "scott postgres socket served 7MB open")
            .variable("PGSERVICE", "mine")
            .variable("PGSERVICEFILE", "HOME/services")
            .file("services", SERVICES),
        Case.of("postgresql://", "scott postgres socket served 7MB open")
            .variable("PGSERVICE", "mine")
            .variable("PGSYSCONFDIR", "HOME/etc")
            .file(".pg_service.conf", "[other]\nhost=nowhere\n")
            .file("etc/pg_service.conf", SERVICES));
  }

  private static final String SERVICES =
      """
      # whose
      [other]
      host=nowhere.invalid

      [mine]
        host=SOCKET
      port=PORT
      user=scott
      user=nobody
      password=tiger
      dbname=postgres
      application_name=served
      options=-c work_mem=7MB
      [last]
      host=nowhere.invalid
      """;

  @ParameterizedTest
  @MethodSource("cases")
  void connectionsLeadWhereTheyLeadInLibpq(Case it) throws Exception {
    var variables = prepared(it);
    var url = parsed(filled(it.connection()), variables);
    var who = it.who().replace(" me ", " lockstep ");
    try (var session = Session.open(url)) {
      assertThat(session.query(WHO, row -> row.text(1))).containsExactly(who);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void psqlIsOfTheSameOpinion(Case it) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/psql")), "psql is not installed");
    assumeTrue(!it.connection().contains("require_auth"), "libpq has it since 16");
    var builder = new ProcessBuilder("/usr/bin/psql", filled(it.connection()), "-XAtc", WHO);
    builder.environment().putAll(prepared(it));
    builder.environment().put("HOME", home.toString());
    // psql does not look into HOME, but into the system's list of users, for these two.
    builder.environment().putIfAbsent("PGPASSFILE", home.resolve(".pgpass").toString());
    builder.environment().putIfAbsent("PGSERVICEFILE", home.resolve(".pg_service.conf").toString());
    var process = builder.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(said).isEqualTo(it.who().replace(" me ", " psql "));
  }

  @Test
  void aWrongPasswordIsSaidWithWhereItCameFrom() throws IOException {
    var wrong = fails("postgresql://scott:lion@localhost:PORT/postgres", Map.of());
    assertThat(wrong.code()).isEqualTo(PostgresCode.WRONG_PASSWORD);
    assertThat(wrong.diagnostic().fact())
        .isEqualTo(
            filled(
                "The server refused the password; tried localhost:PORT as user `scott`, database"
                    + " `postgres`, TLS prefer."));

    write(".pgpass", "*:*:*:*:lion");
    var ofFile = fails("postgresql://scott@localhost:PORT/postgres", Map.of());
    assertThat(ofFile.diagnostic().fact())
        .startsWith("The server refused the password that `%s/.pgpass` has;".formatted(home));
    assertThat(wrong + "" + ofFile).doesNotContain("lion");

    var ofVariable =
        fails("postgresql://scott@localhost:PORT/postgres", Map.of("PGPASSWORD", "lion"));
    assertThat(ofVariable.diagnostic().advice().orElseThrow()).contains("PGPASSWORD gave it");
  }

  @Test
  void aPasswordFileThatOthersMayReadIsNotUsed() throws IOException {
    var file = write(".pgpass", "*:*:*:*:tiger");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    var said = fails("postgresql://scott@localhost:PORT/postgres", Map.of());
    assertThat(said.code()).isEqualTo(PostgresCode.WRONG_PASSWORD);
    assertThat(said.diagnostic().fact()).contains("none was given");
    assertThat(said.diagnostic().advice().orElseThrow()).contains("chmod 600");
  }

  @Test
  void theDriverFindsNoPasswordByItself() {
    var said = fails("postgresql://scott@localhost:PORT/postgres", Map.of());
    assertThat(said.code()).isEqualTo(PostgresCode.WRONG_PASSWORD);
    assertThat(said.diagnostic().advice().orElseThrow()).contains("~/.pgpass");
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> refusals() {
    return Stream.of(
            List.of("postgresql://rejected:tiger@localhost:PORT/postgres", "PG004", "pg_hba.conf"),
            List.of(
                "postgresql://encrypted:tiger@localhost:PORT/postgres?sslmode=disable",
                "PG004",
                "TLS disable"),
            List.of("postgresql://nopeer@/postgres?host=SOCKET&port=PORT", "PG004", "Peer"),
            List.of("postgresql://nobody:x@localhost:PORT/postgres", "PG002", "password"),
            List.of("postgresql://scott:tiger@localhost:PORT/nothing", "PG003", "`nothing`"),
            List.of("postgresql://shut@localhost:PORT/closed", "PG004", "permission denied"),
            List.of("postgresql://crowd@localhost:PORT/postgres", "PG006", "too many connections"),
            List.of("postgresql://scott:tiger@nowhere.invalid/d", "PG001", "(no such host)"),
            List.of("postgresql://scott:tiger@localhost:1/d", "PG001", "(connection refused)"),
            List.of(
                "postgresql://scott:tiger@localhost:PORT?sslmode=verify-full&sslrootcert=system",
                "PG005",
                "TLS verify-full"),
            List.of(
                "postgresql://scott:tiger@127.0.0.1:PORT?sslmode=verify-full&sslrootcert=CA",
                "PG005",
                "TLS verify-full"),
            List.of(
                "postgresql://scott:tiger@localhost:PORT?sslmode=verify-full&sslrootcert=HOME/no",
                "PG005",
                "HOME/no"),
            List.of(
                "postgresql://scott:tiger@localhost:PORT?require_auth=md5",
                "PG004",
                "`require_auth`"),
            List.of(
                "postgresql://scott:tiger@localhost:PORT?channel_binding=require&sslmode=disable",
                "PG005",
                "Channel Binding is required"),
            List.of(
                "postgresql://scott:tiger@localhost:PORT?target_session_attrs=standby",
                "PG014",
                "(a primary)"),
            List.of(
                "postgresql://scott:tiger@localhost:PORT?target_session_attrs=read-only",
                "PG014",
                "(read-write)"),
            List.of(
                "postgresql://scott:tiger@localhost:PORT?options=-c%20nonsense%3D1",
                "PG008", "nonsense"))
        .map(it -> org.junit.jupiter.params.provider.Arguments.of(it.toArray()));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void everyRefusalSaysWhatWasTriedAndWhatToDo(String connection, String code, String part) {
    var said = fails(connection, Map.of());
    assertThat(said.code().id()).as(said.diagnostic().fact()).isEqualTo(code);
    assertThat(said.diagnostic().fact())
        .contains(filled(part))
        .contains("tried ")
        .contains("user `", "database `", "TLS ")
        .doesNotContain("tiger");
    assertThat(said.diagnostic().advice()).isPresent();
  }

  @Test
  void aServerThatSaysNothingIsGivenUpForTheNext() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var url =
          "postgresql://scott:tiger@127.0.0.1:%d,localhost:PORT/postgres?connect_timeout=1"
              .formatted(silent.getLocalPort());
      try (var session = Session.open(parsed(filled(url), Map.of()))) {
        assertThat(session.isAlive()).isTrue();
      }
    }
  }

  @Test
  void whatIsWrongWithAServiceIsSaid() throws IOException {
    assertThat(invalid("service=none", Map.of()))
        .contains("No service `none` is defined in `%s/.pg_service.conf`".formatted(home));
    write(".pg_service.conf", "[bad]\nhost = localhost\n");
    assertThat(invalid("service=bad", Map.of())).contains("ine 2 of `%s/".formatted(home));
    write(".pg_service.conf", "[bad]\nservice=other\n");
    assertThat(invalid("service=bad", Map.of())).contains("ine 2 of `%s/".formatted(home));
  }

  private EnvironmentException fails(String connection, Map<String, String> variables) {
    return catchThrowableOfType(
        EnvironmentException.class,
        () -> Session.open(parsed(filled(connection), variables)).close());
  }

  private String invalid(String connection, Map<String, String> variables) {
    return ((ConnectionUrl.Parsed.Invalid) parse(connection, variables)).reason();
  }

  private ConnectionUrl parsed(String connection, Map<String, String> variables) {
    return switch (parse(connection, variables)) {
      case ConnectionUrl.Parsed.Valid(var url) -> url;
      case ConnectionUrl.Parsed.Invalid(var reason) -> throw new AssertionError(reason);
    };
  }

  private ConnectionUrl.Parsed parse(String connection, Map<String, String> variables) {
    assertThat(ConnectionUrl.isUrl(connection)).isTrue();
    return ConnectionUrl.parse(connection, ConnectionDefaults.of(variables, "scott", home));
  }

  private Map<String, String> prepared(Case it) throws IOException {
    for (var file : it.files().entrySet()) {
      write(file.getKey(), filled(file.getValue()));
    }
    var variables = new TreeMap<String, String>();
    it.variables().forEach((name, value) -> variables.put(name, filled(value)));
    return variables;
  }

  private Path write(String name, String content) throws IOException {
    var file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  private String filled(String text) {
    var socket = server.socket().toString();
    return text.replace("SOCKET_ENCODED", socket.replace("/", "%2F"))
        .replace("SOCKET", socket)
        .replace("PORT", Integer.toString(server.port()))
        .replace("HOME", home.toString())
        .replace("CA", authority.toString());
  }
}
