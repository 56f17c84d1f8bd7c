package lockstep.acceptance.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.function.Supplier;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.sample.RunningService;
import lockstep.acceptance.sample.RunningService.Answer;
import lockstep.acceptance.sample.SampleProject;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.embedded.EmbeddedServer;
import lockstep.engine.postgres.embedded.EmbeddedSettings;
import lockstep.engine.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The service of file-cleanup with many clients, each of whom knows what it has to be answered,
/// while its database is restarted once. Two minutes and 50 clients in a slow run, else less.
class ServiceUnderLoadTest {
  private static final boolean IS_SLOW = Boolean.getBoolean("lockstep.slow");
  private static final int CLIENTS = IS_SLOW ? 50 : 20;
  private static final Duration LENGTH = Duration.ofSeconds(IS_SLOW ? 120 : 12);

  /// What the pool keeps, and what it may open beside.
  private static final int POOL = 10;

  private static final String DATABASE = "service_under_load";

  /// The service, and a route that shows the figures of its pool.
  private static final String SCRIPT =
      """
      import os

      import uvicorn

      from app.core.database import health
      from app.main import app

      app.get("/pool")(health)
      uvicorn.run(app, host="127.0.0.1", port=int(os.environ["PORT"]), access_log=False)
      """;

  @TempDir private Path folder;

  /// A server of its own: it is stopped while others are at work.
  private final EmbeddedSettings settings =
      TestServer.settings().withCacheFolder(Checkout.acceptance("target/load-cache"));

  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

  /// @param problem what was wrong with the answer; empty where nothing was
  private record Request(Instant start, Instant end, Optional<String> problem) {
    boolean isWithin(Instant from, Instant to) {
      return !end.isBefore(from) && !start.isAfter(to);
    }

    long micros() {
      return Duration.between(start, end).toNanos() / 1000;
    }
  }

  @AfterEach
  void stopServer() {
    EmbeddedServer.stop(settings);
  }

  @Test
  void nothingIsWrongAndNothingLeaksThoughTheDatabaseRestarts()
      throws IOException, InterruptedException {
    var database = database();
    var service = folder.resolve("file-cleanup/services/api");
    try (var running =
        RunningService.start(service, "load.py", database, SampleProject.fileCleanup())) {
      var begin = Instant.now();
      var end = begin.plus(LENGTH);
      var ready = new CountDownLatch(CLIENTS);
      var threads = new ArrayList<Thread>();
      for (var i = 0; i < CLIENTS; i++) {
        var number = i;
        threads.add(Thread.ofVirtual().start(() -> client(running, number, end, ready)));
      }
      ready.await();
      var half = begin.plus(LENGTH.dividedBy(2));
      awaitTime(half);
      var down = Instant.now();
      EmbeddedServer.stop(settings);
      EmbeddedServer.startAndKeep(settings);
      var up = Instant.now();
      for (var it : threads) {
        it.join();
      }
      report(down, up);
      judge(running, database, down, up);
    }
    try (var session = Session.open(database.withDatabase("postgres"))) {
      assertThat(session.query(connections(""), row -> row.text(1))).containsExactly("0");
    }
  }

  private ConnectionUrl database() throws IOException {
    var project = SampleProject.files("file-cleanup/after", folder);
    Files.writeString(project.resolve("services/api/load.py"), SCRIPT);
    var server = EmbeddedServer.startAndKeep(settings);
    try (var lease = EmbeddedServer.open(settings)) {
      assertThat(lease.provide("vector")).isTrue();
      lease.session().execute("DROP DATABASE IF EXISTS " + DATABASE);
      lease.session().execute("CREATE DATABASE " + DATABASE);
    }
    var url = server.withDatabase(DATABASE);
    try (var session = Session.open(url)) {
      for (var it : SampleProject.scripts("file-cleanup/after")) {
        session.execute(Files.readString(project.resolve(it)));
      }
    }
    return url;
  }

  private static void awaitTime(Instant time) throws InterruptedException {
    Thread.sleep(Duration.between(Instant.now(), time).plusMillis(1));
  }

  /// One user, who does over and over what people do, and knows what is to come of it.
  private void client(RunningService service, int number, Instant end, CountDownLatch ready) {
    var email = "user%d@example.com".formatted(number);
    var account = "{\"email\": \"%s\", \"password\": \"12345678\"}".formatted(email);
    var registered = service.tryPost("/api/auth/register", Optional.empty(), account);
    ready.countDown();
    var token = Optional.of(registered.text("token"));
    for (var round = 0; Instant.now().isBefore(end); round++) {
      var key = key(service, token);
      var device = "{\"key\": \"%s\", \"deviceId\": \"d\"}".formatted(key.orElse(""));
      ask(
          () -> service.tryGet("/api/auth/me", token),
          it -> it.status() == 200 && it.text("email").equals(email));
      // What follows a step that failed has another answer: the round ends there.
      key.flatMap(
              _ ->
                  ask(
                      () -> service.tryPost("/api/desktop/validate", Optional.empty(), device),
                      it -> it.status() == 200 && it.isTrue("isValid")))
          .flatMap(
              _ ->
                  ask(
                      () -> service.tryGet("/api/license/list", token),
                      it -> it.status() == 200 && isFirst(it, key.get())))
          .ifPresent(
              _ ->
                  ask(
                      () -> service.tryPost("/api/license/revoke", token, device),
                      it -> it.status() == 200 && it.text("reason").equals("revoked")));
      ask(
          () -> service.tryPost("/api/license/validate", Optional.empty(), "{\"key\": \"none\"}"),
          it -> it.status() == 404);
      if (round == 0) {
        upload(service, token);
      }
    }
  }

  private Optional<String> key(RunningService service, Optional<String> token) {
    return ask(
            () -> service.tryPost("/api/license/generate", token, "{}"),
            it -> it.status() == 201 && it.text("status").equals("ACTIVE"))
        .map(it -> it.text("key"));
  }

  private static boolean isFirst(Answer answer, String key) {
    var first = answer.body().items().getFirst();
    return first.text("key").orElse("").equals(key)
        && first.items("devices").getFirst().text().orElse("").equals("d");
  }

  private void upload(RunningService service, Optional<String> token) {
    var file = "{\"path\": \"%s\", \"sizeBytes\": 5, \"sha256\": \"%s\", \"text\": \"the same\"}";
    var files =
        "{\"files\": [%s, %s]}"
            .formatted(file.formatted("a", "a".repeat(64)), file.formatted("b", "a".repeat(64)));
    ask(
            () -> service.tryPost("/api/upload", token, files),
            it -> it.status() == 201 && it.number("totalBytes") == 10)
        .map(it -> "{\"uploadId\": \"%s\"}".formatted(it.text("id")))
        .ifPresent(
            it ->
                ask(
                    () -> service.tryPost("/api/dedupe/preview", token, it),
                    answer -> answer.status() == 200 && answer.number("reclaimableBytes") == 5));
  }

  /// Returns the answer if it is right.
  private Optional<Answer> ask(Supplier<Answer> call, Predicate<Answer> isRight) {
    var start = Instant.now();
    try {
      var answer = call.get();
      var problem =
          isRight.test(answer)
              ? Optional.<String>empty()
              : Optional.of(answer.status() + " " + answer.body());
      requests.add(new Request(start, Instant.now(), problem));
      return Optional.of(answer).filter(_ -> problem.isEmpty());
    } catch (RuntimeException e) {
      requests.add(new Request(start, Instant.now(), Optional.of(e.toString())));
      return Optional.empty();
    }
  }

  private void judge(RunningService service, ConnectionUrl database, Instant down, Instant up) {
    assertThat(requests.stream().filter(it -> it.problem().isPresent()))
        .as("wrong answers to requests that the restart did not meet")
        .allMatch(it -> it.isWithin(down, up));
    assertThat(requests.stream().filter(it -> it.start().isAfter(up)))
        .as("answers after the restart")
        .isNotEmpty();
    var pool = service.tryGet("/pool", Optional.empty());
    assertThat(pool.text("status")).isEqualTo("ok");
    var figures = pool.body().get("pool").orElseThrow();
    System.out.println("standing: the pool at the end: " + figures);
    assertThat(figures.integer("in_use")).hasValue(0);
    assertThat(figures.integer("overflow")).hasValue(0);
    try (var session = Session.open(database.withDatabase("postgres"))) {
      var open = session.query(connections(""), row -> row.text(1)).getFirst();
      System.out.println("standing: connections of the service at the end: " + open);
      assertThat(Integer.parseInt(open)).isBetween(1, POOL);
      assertThat(session.query(connections("AND state <> 'idle'"), row -> row.text(1)))
          .containsExactly("0");
    }
  }

  private static String connections(String condition) {
    return "SELECT count(*) FROM pg_stat_activity WHERE datname = '%s' %s"
        .formatted(DATABASE, condition);
  }

  private void report(Instant down, Instant up) {
    var micros = requests.stream().map(Request::micros).sorted().toList();
    var first =
        requests.stream()
            .filter(it -> it.problem().isEmpty() && it.end().isAfter(up))
            .map(Request::end)
            .min(Instant::compareTo)
            .orElse(up);
    System.out.printf(
        "standing: %d clients, %d s: %d requests, %d/s, median %d ms, 99 %% %d ms; restart %d ms,"
            + " %d failed while it lasted, the next right answer %d ms after it%n",
        CLIENTS,
        LENGTH.toSeconds(),
        requests.size(),
        requests.size() / LENGTH.toSeconds(),
        micros.get(micros.size() / 2) / 1000,
        micros.get(micros.size() * 99 / 100) / 1000,
        Duration.between(down, up).toMillis(),
        requests.stream().filter(it -> it.problem().isPresent()).count(),
        Duration.between(up, first).toMillis());
  }
}
