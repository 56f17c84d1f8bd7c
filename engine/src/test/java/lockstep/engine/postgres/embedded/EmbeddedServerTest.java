package lockstep.engine.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Secret;
import lockstep.engine.postgres.Endpoint;
import lockstep.engine.postgres.PostgresCode;
import lockstep.engine.postgres.Session;
import lockstep.engine.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens to the server when things go wrong, on a cluster that no other test uses.
class EmbeddedServerTest {
  private static final EmbeddedSettings SETTINGS =
      TestServer.settings()
          .withCacheFolder(TestServer.settings().cacheFolder().resolveSibling("lockstep-faults"));

  @AfterEach
  void stop() {
    EmbeddedServer.stop(SETTINGS);
  }

  @Test
  void leasesShareOneServerAndTheLastOneStopsIt() {
    var first = EmbeddedServer.open(SETTINGS);
    var second = EmbeddedServer.open(SETTINGS);
    var process = postmaster(first);
    assertThat(postmaster(second).pid()).isEqualTo(process.pid());

    first.close();
    assertThat(EmbeddedServer.running(SETTINGS)).isPresent();

    second.close();
    assertThat(EmbeddedServer.running(SETTINGS)).isEmpty();
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void aServerThatIsKeptOutlivesItsLeases() {
    EmbeddedServer.startAndKeep(SETTINGS);
    EmbeddedServer.open(SETTINGS).close();
    assertThat(EmbeddedServer.running(SETTINGS)).isPresent();

    assertThat(EmbeddedServer.stop(SETTINGS)).isTrue();
    assertThat(EmbeddedServer.stop(SETTINGS)).isFalse();
    assertThat(EmbeddedServer.running(SETTINGS)).isEmpty();
  }

  @Test
  void aServerThatWasKilledIsStartedAgain() throws Exception {
    var server = EmbeddedServer.open(SETTINGS);
    var process = postmaster(server);
    process.destroyForcibly();
    process.onExit().get();
    server.close();

    try (var again = EmbeddedServer.open(SETTINGS)) {
      assertThat(again.session().query("select 1", it -> it.integer(1))).containsExactly(1);
    }
  }

  @Test
  void aPidFileThatNamesAnotherProcessIsIgnored() throws IOException {
    EmbeddedServer.open(SETTINGS).close();
    var file = data().resolve("postmaster.pid");
    Files.writeString(file, ProcessHandle.current().pid() + "\n\n\n\n\n\n\nready\n");

    assertThat(EmbeddedServer.running(SETTINGS)).isEmpty();
    EmbeddedServer.open(SETTINGS).close();
  }

  @Test
  void dataThatCannotBeReadIsMadeAnew() throws IOException {
    EmbeddedServer.open(SETTINGS).close();
    Files.delete(data().resolve("global/pg_control"));

    EmbeddedServer.open(SETTINGS).close();
    assertThat(data().resolve("global/pg_control")).exists();
  }

  @Test
  void onlyShadowDatabasesThatWereLeftBehindAreGoneAtTheNextStart() {
    try (var server = EmbeddedServer.open(SETTINGS)) {
      server.session().execute("create database lockstep_shadow_left" + server.placement());
      server.session().execute("create database \"Somebody's\"");
    }
    try (var server = EmbeddedServer.open(SETTINGS)) {
      assertThat(
              server
                  .session()
                  .query("select datname from pg_database order by 1", it -> it.text(1)))
          .containsExactly("Somebody's", "postgres", "template0", "template1");
      server.session().execute("drop database \"Somebody's\"");
    }
  }

  @Test
  void processesThatComeAtOnceShareTheServer() throws Exception {
    var children = new ArrayList<Process>();
    for (var i = 0; i < 3; i++) {
      children.add(child("once"));
    }
    for (var child : children) {
      assertThat(new String(child.getInputStream().readAllBytes())).isEqualTo("42\n");
      assertThat(child.waitFor()).isZero();
    }
    assertThat(EmbeddedServer.running(SETTINGS)).isEmpty();
  }

  @Test
  void aProcessThatIsKilledGivesItsLeaseBack() throws Exception {
    var child = child("stay");
    assertThat(child.inputReader().readLine()).isEqualTo("42");
    child.destroyForcibly().waitFor();
    assertThat(EmbeddedServer.running(SETTINGS)).isPresent();

    EmbeddedServer.open(SETTINGS).close();
    assertThat(EmbeddedServer.running(SETTINGS)).isEmpty();
  }

  @Test
  void aProcessThatIsInterruptedStopsItsServer() throws Exception {
    var child = child("stay");
    assertThat(child.inputReader().readLine()).isEqualTo("42");
    child.destroy();
    child.waitFor();

    assertThat(EmbeddedServer.running(SETTINGS)).isEmpty();
  }

  @Test
  void aPasswordThatIsWrongOrMissingIsSaid() throws IOException {
    EmbeddedServer.open(SETTINGS).close();
    Files.writeString(
        data().resolve("pg_hba.conf"), "local all asked scram-sha-256\nlocal all all trust\n");
    try (var server = EmbeddedServer.open(SETTINGS)) {
      // PostgreSQL 13 would keep an MD5 hash of it.
      server.session().execute("set password_encryption = 'scram-sha-256'");
      server.session().execute("drop role if exists asked; create role asked login password 'a'");
      var wrong = server.url().withUser("asked", Optional.of(new Secret("secret")));
      var none = server.url().withUser("asked", Optional.empty());

      for (var url : List.of(wrong, none)) {
        var said =
            catchThrowableOfType(EnvironmentException.class, () -> Session.open(url).close());
        assertThat(said.code()).isEqualTo(PostgresCode.WRONG_PASSWORD);
        assertThat(said.diagnostic().toString()).contains("`asked`").doesNotContain("secret");
      }
      Session.open(server.url().withUser("asked", Optional.of(new Secret("a")))).close();
    }
  }

  @Test
  void aLongCacheFolderGetsAShortSocket() {
    var cache = SETTINGS.cacheFolder().resolveSibling("lockstep-" + "x".repeat(120));
    var settings = SETTINGS.withCacheFolder(cache);
    try (var server = EmbeddedServer.open(settings)) {
      assertThat(server.session().query("select 1", it -> it.integer(1))).containsExactly(1);
    }
  }

  @Test
  void aFolderMayHaveAnyName(@TempDir Path folder) throws IOException {
    var base = CacheFolder.base(SETTINGS.cacheFolder());
    var odd = Files.createDirectory(folder.resolve("a%20b&c,d=?"));
    var cluster = Cluster.of(odd, ServerHome.install(base, SETTINGS), SETTINGS);

    assertThat(cluster.url().endpoints())
        .singleElement()
        .isInstanceOfSatisfying(
            Endpoint.UnixSocket.class, it -> assertThat(it.directory()).startsWithRaw(odd));
  }

  @Test
  void whoOwnsTheCacheSaysNothingAboutWhoRuns(@TempDir Path folder) throws IOException {
    assumeTrue(RunAs.isRoot(), "only root can give a folder away");
    Files.setAttribute(folder, "unix:uid", RunAs.NOBODY);

    var base = CacheFolder.base(folder);
    Files.delete(base);
    assertThat(base).isNotEqualTo(folder.resolve("postgres"));
  }

  @Test
  void aMajorThatIsNotThereIsSaid() {
    var said = fails(SETTINGS.withMajor(12));

    assertThat(said.code()).isEqualTo(EmbeddedCode.UNKNOWN_MAJOR);
    assertThat(said.diagnostic().fact()).contains("13, 14, 15, 16, 17, 18");
  }

  @Test
  void aCacheThatIsNoFolderIsSaid(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");

    assertThat(fails(SETTINGS.withCacheFolder(file.resolve("cache"))).code())
        .isEqualTo(EmbeddedCode.CACHE_FAILED);
  }

  @Test
  void whatWasFetchedMustBeWhatWasMeant(@TempDir Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    var artifact =
        ServerVersion.of(SETTINGS.major()).artifact(Platform.current().orElseThrow()).orElseThrow();
    var jar = folder.resolve("repository").resolve(artifact.path());
    Files.createDirectories(jar.getParent());
    Files.writeString(jar, "something else");
    var settings =
        EmbeddedSettings.of(folder.resolve("cache"))
            .withMajor(SETTINGS.major())
            .withMavenRepository(folder.resolve("repository").toUri());

    assertThat(fails(settings).code()).isEqualTo(EmbeddedCode.WRONG_CHECKSUM);
    Files.delete(jar);
    assertThat(fails(settings).code()).isEqualTo(EmbeddedCode.NOT_FETCHED);
  }

  @Test
  void aFullDiskIsSaid() {
    var full = new FileSystemException("file", null, "No space left on device");

    assertThat(Failures.of(Path.of("/cache"), full).code()).isEqualTo(EmbeddedCode.DISK_FULL);
  }

  @Test
  void pgvectorIsFetchedWhenItIsAskedFor() {
    try (var server = EmbeddedServer.open(SETTINGS)) {
      if (SETTINGS.major() == 18 || SETTINGS.major() == 16) {
        assertThat(server.provide("vector")).isTrue();
        server.session().execute("create extension vector; drop extension vector");
      }
      assertThat(server.provide("postgis")).isFalse();
    }
  }

  /// Runs [Lease] in a process of its own.
  private static Process child(String mode) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Lease.class.getName(),
                mode))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// A program that takes a lease, prints 42 as PostgreSQL computes it, and gives the lease back or
  /// waits to be killed.
  public static final class Lease {
    private Lease() {}

    public static void main(String[] arguments) throws InterruptedException {
      try (var server = EmbeddedServer.open(SETTINGS)) {
        server.session().forEach("select 6 * 7", row -> System.out.println(row.text(1)));
        if (arguments[0].equals("stay")) {
          Thread.currentThread().join();
        }
      }
    }
  }

  private static Path data() throws IOException {
    return CacheFolder.base(SETTINGS.cacheFolder())
        .resolve("cluster-" + SETTINGS.major())
        .resolve("data");
  }

  private static ProcessHandle postmaster(EmbeddedServer server) {
    return Optional.of(server.session())
        .map(Session::serverProcess)
        .flatMap(ProcessHandle::of)
        .flatMap(ProcessHandle::parent)
        .orElseThrow();
  }

  private static EnvironmentException fails(EmbeddedSettings settings) {
    return catchThrowableOfType(
        EnvironmentException.class, () -> EmbeddedServer.open(settings).close());
  }
}
