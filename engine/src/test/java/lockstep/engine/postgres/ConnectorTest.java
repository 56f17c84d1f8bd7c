package lockstep.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Secret;
import lockstep.engine.testing.Postgres;
import org.junit.jupiter.api.Test;

@Postgres
class ConnectorTest {
  @Test
  void aServerThatDoesNotAnswerIsNamedWithAllThatWasTried() throws IOException {
    int port;
    try (var taken = new ServerSocket(0)) {
      port = taken.getLocalPort();
    }
    var said = fails("postgresql://u:secret@127.0.0.1:" + port + ",nowhere.invalid:1/d");

    assertThat(said.code()).isEqualTo(PostgresCode.UNREACHABLE);
    assertThat(said.diagnostic().fact())
        .isEqualTo(
            "No PostgreSQL server answers at 127.0.0.1:%d (connection refused), nowhere.invalid:1"
                    .formatted(port)
                + " (no such host); tried as user `u` for database `d`, TLS prefer.");
  }

  @Test
  void aServerThatTakesTheConnectionAndSaysNothingIsGivenUp() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var said =
          fails("postgresql://u@127.0.0.1:" + silent.getLocalPort() + "/d?connect_timeout=1");
      assertThat(said.code()).isEqualTo(PostgresCode.UNREACHABLE);
      assertThat(said.diagnostic().fact()).contains("(no answer in time)");
    }
  }

  @Test
  void aMissingSocketIsNamed() {
    assertThat(fails("postgresql://u@/d?host=/nowhere").diagnostic().fact())
        .contains("/nowhere/.s.PGSQL.5432 (no such file or directory)");
  }

  @Test
  void aMissingDatabaseIsNamed(ShadowDatabase database) {
    var said = fails(database.url().withDatabase("no such").reveal());

    assertThat(said.code()).isEqualTo(PostgresCode.NO_SUCH_DATABASE);
    assertThat(said.diagnostic().fact()).contains("has no database `no such`");
  }

  @Test
  void anUnknownUserIsRefused(ShadowDatabase database) {
    var said = fails(database.url().withUser("nobody here", Optional.empty()).reveal());

    assertThat(said.code()).isEqualTo(PostgresCode.LOGIN_REFUSED);
    assertThat(said.diagnostic().fact()).contains("role \"nobody here\" does not exist");
  }

  @Test
  void aServerWithoutTlsIsSaid() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var refusing = Thread.startVirtualThread(() -> answerNoTls(server));
      var said = fails("postgresql://u@127.0.0.1:" + server.getLocalPort() + "/d?sslmode=require");
      refusing.join();

      assertThat(said.code()).isEqualTo(PostgresCode.TLS_FAILED);
      assertThat(said.diagnostic().fact()).contains("does not support SSL").contains("TLS require");
    }
  }

  @Test
  void aBrokenConnectionIsNoErrorOfTheStatement(ShadowDatabase database) {
    var session = database.session();
    try (var other = Session.open(database.url())) {
      other.execute("select pg_terminate_backend(" + session.serverProcess() + ")");
    }
    var said =
        catchThrowableOfType(EnvironmentException.class, () -> session.tryExecute("select 1"));

    assertThat(said.code()).isEqualTo(PostgresCode.CONNECTION_LOST);
  }

  @Test
  void aReadTimeoutOnTheSocketEndsTheWait(ShadowDatabase database) throws IOException {
    var socket = (Endpoint.UnixSocket) database.url().endpoints().getFirst();
    try (var connected = UnixSocket.connect(socket.file())) {
      connected.setSoTimeout(20);
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> connected.getInputStream().read())
          .isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  @Test
  void secretsStayOutOfEveryText() {
    var url = ConnectionUrl.of("postgresql://u:secret@127.0.0.1:1/d");

    assertThat(fails(url.reveal()).toString()).doesNotContain("secret");
    assertThat(new Secret("secret").toString()).isEqualTo("***");
  }

  private static void answerNoTls(ServerSocket server) {
    try (var socket = server.accept()) {
      socket.getInputStream().readNBytes(8);
      socket.getOutputStream().write('N');
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static EnvironmentException fails(String url) {
    return catchThrowableOfType(
        EnvironmentException.class, () -> Session.open(ConnectionUrl.of(url)).close());
  }
}
