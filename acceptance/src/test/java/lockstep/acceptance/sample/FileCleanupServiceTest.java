package lockstep.acceptance.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.sample.RunningService.Answer;
import lockstep.engine.json.Json;
import lockstep.engine.postgres.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The service of file-cleanup after the switch, by HTTP, on its own pins and without Node.js.
///
/// What each route answers follows from what the calls of the client in `before` mean, and from the
/// data; nothing is taken from the converted code.
class FileCleanupServiceTest {
  private static final Path AFTER = Checkout.root().resolve("samples/file-cleanup/after");
  private static final String INDEX = "file_embeddings_content_vector_idx";

  @TempDir private Path folder;
  private SampleProject project;

  /// Asks for the plan of the last statement that the service's own code sends.
  private static final String EXPLAIN =
      """
      import asyncio

      import sqlalchemy as sa
      from app.core.database import AsyncSessionLocal, engine
      from app.models import File
      from app.services.embedding_cache import nearest

      sent = []


      @sa.event.listens_for(engine.sync_engine, "before_cursor_execute")
      def keep(connection, cursor, statement, parameters, *_):
          sent.append((statement, parameters))


      async def main():
          async with AsyncSessionLocal() as session:
              file = (await session.scalars(sa.select(File).limit(1))).one()
          found = await nearest(file)
          statement, parameters = sent[-1]
          async with engine.connect() as connection:
              plan = await connection.exec_driver_sql("EXPLAIN " + statement, parameters)
              print("\\n".join(plan.scalars()))
          print(len(found), "neighbours")
          await engine.dispose()


      asyncio.run(main())
      """;

  private RunningService service;

  @BeforeEach
  void start() throws IOException {
    project = SampleProject.copy("file-cleanup/after", folder);
    service = RunningService.start(project, SampleProject.fileCleanup());
  }

  @AfterEach
  void stop() {
    service.close();
    project.close();
  }

  private static final Optional<String> NOBODY = Optional.empty();

  @Test
  void accounts() {
    assertThat(service.get("/health", NOBODY).text("status")).isEqualTo("ok");
    var alice = register("Alice@Example.com");
    assertThat(UUID.fromString(alice.text("userId"))).isNotNull();
    assertThat(post("/api/auth/register", NOBODY, account("alice@example.com", "another one")))
        .satisfies(it -> assertThat(it.status()).isEqualTo(409))
        .satisfies(it -> assertThat(it.text("detail")).contains("has an account already"));
    assertThat(post("/api/auth/register", NOBODY, account("bob@example.com", "short")).status())
        .isEqualTo(422);
    var wrong = post("/api/auth/login", NOBODY, account("alice@example.com", "wrong password"));
    var unknown = post("/api/auth/login", NOBODY, account("carol@example.com", "12345678"));
    assertThat(List.of(wrong.status(), unknown.status())).containsOnly(401);
    assertThat(wrong.body()).isEqualTo(unknown.body());
    var login = post("/api/auth/login", NOBODY, account("ALICE@example.com", "12345678"));
    assertThat(login.status()).isEqualTo(200);
    assertThat(login.text("userId")).isEqualTo(alice.text("userId"));

    assertThat(service.get("/api/auth/me", NOBODY).status()).isEqualTo(401);
    assertThat(service.get("/api/auth/me", Optional.of("no.token.atall")).status()).isEqualTo(401);
    var me = service.get("/api/auth/me", token(login));
    assertThat(me.text("id")).isEqualTo(alice.text("userId"));
    assertThat(me.text("email")).isEqualTo("alice@example.com");
    // The client calls a member by its name, whatever is stored.
    assertThat(me.text("plan")).isEqualTo("FREE");
    assertThat(me.number("activeLicenses")).isZero();
    assertThat(me.number("storageQuotaBytes")).isEqualTo(1L << 30);
    assertThat(me.text("createdAt")).endsWith("Z");
    sql("DELETE FROM users");
    assertThat(service.get("/api/auth/me", token(login)))
        .satisfies(it -> assertThat(it.status()).isEqualTo(401))
        .satisfies(it -> assertThat(it.text("detail")).isEqualTo("This account is gone."));
  }

  @Test
  void licenses() {
    var alice = token(register("alice@example.com"));
    var bob = token(register("bob@example.com"));
    assertThat(post("/api/license/generate", NOBODY, "{}").status()).isEqualTo(401);
    var first = post("/api/license/generate", alice, "{\"maxDevices\": 2}");
    var second = post("/api/license/generate", alice, "{\"days\": 30}");
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.text("key")).matches("([A-Z2-9]{5}-){4}[A-Z2-9]{5}");
    assertThat(first.text("status")).isEqualTo("ACTIVE");
    assertThat(first.body().items("devices")).isEmpty();
    assertThat(first.body().get("expiresAt").orElseThrow()).isInstanceOf(Json.OfNull.class);
    assertThat(keys(service.get("/api/license/list", alice)))
        .containsExactly(second.text("key"), first.text("key"));
    assertThat(keys(service.get("/api/license/list", bob))).isEmpty();
    assertThat(service.get("/api/auth/me", alice).number("activeLicenses")).isEqualTo(2);

    assertThat(post("/api/license/validate", NOBODY, key("no such key")).status()).isEqualTo(404);
    var valid = post("/api/license/validate", NOBODY, key(first));
    assertThat(valid.isTrue("isValid")).isTrue();
    assertThat(valid.text("owner")).isEqualTo("alice@example.com");
    assertThat(
            one(
                "SELECT count(*) FROM license_keys WHERE last_validated_at > now() - '1 min'::interval"))
        .isEqualTo("1");
    devices(first, alice);

    assertThat(post("/api/license/revoke", bob, key(first)).status()).isEqualTo(404);
    assertThat(post("/api/license/revoke", alice, key(first)).text("reason")).isEqualTo("revoked");
    assertThat(post("/api/license/validate", NOBODY, key(first)).text("reason"))
        .isEqualTo("revoked");
    assertThat(
            one(
                "SELECT status || ' ' || (revoked_at IS NOT NULL) FROM license_keys"
                    + " WHERE key = '"
                    + first.text("key")
                    + "'"))
        .isEqualTo("revoked true");
    assertThat(post("/api/license/revoke", alice, key(second)).text("reason")).isEqualTo("deleted");
    assertThat(post("/api/license/validate", NOBODY, key(second)).status()).isEqualTo(404);
    assertThat(service.get("/api/auth/me", alice).number("activeLicenses")).isZero();
  }

  private void devices(Answer license, Optional<String> owner) {
    assertThat(post("/api/desktop/validate", NOBODY, device("no such key", "a")).status())
        .isEqualTo(404);
    var key = license.text("key");
    for (var it : List.of("a", "b", "a")) {
      var answer = post("/api/desktop/validate", NOBODY, device(key, it));
      assertThat(answer.isTrue("isValid")).as(it).isTrue();
      assertThat(answer.text("plan")).isEqualTo("FREE");
    }
    assertThat(post("/api/desktop/validate", NOBODY, device(key, "c")).text("reason"))
        .isEqualTo("too many devices");
    var listed = service.get("/api/license/list", owner).body().items().getLast();
    assertThat(listed.items("devices").stream().map(it -> it.text().orElseThrow()))
        .containsExactly("a", "b");
    sql("UPDATE license_keys SET expires_at = now() - '1 day'::interval WHERE max_devices = 2");
    assertThat(post("/api/desktop/validate", NOBODY, device(key, "a")).text("reason"))
        .isEqualTo("expired");
    sql("UPDATE license_keys SET expires_at = NULL");
  }

  @Test
  void uploadsAndCopies() {
    var alice = token(register("alice@example.com"));
    var bob = token(register("bob@example.com"));
    var files =
        "{\"label\": \"Desk\", \"files\": ["
            + file("a.txt", 100, 'a', "the quick brown fox")
            + ", "
            + file("b/copy of a.txt", 100, 'a', "the quick brown fox")
            + ", "
            + file("c.txt", 40, 'c', "Fox, the brown quick.")
            + ", "
            + file("d.txt", 7, 'd', "an entirely different text about taxes")
            + "]}";
    assertThat(post("/api/upload", NOBODY, files).status()).isEqualTo(401);
    var upload = post("/api/upload", alice, files);
    assertThat(upload.status()).isEqualTo(201);
    assertThat(upload.text("status")).isEqualTo("READY");
    assertThat(upload.number("totalBytes")).isEqualTo(247);
    assertThat(upload.number("files")).isEqualTo(4);
    assertThat(upload.number("cachedEmbeddings")).isZero();
    assertThat(
            one(
                "SELECT status || ' ' || total_bytes || ' ' || (completed_at IS NOT NULL) FROM uploads"))
        .isEqualTo("ready 247 true");
    assertThat(one("SELECT metadata->>'pages' FROM files WHERE path = 'c.txt'")).isEqualTo("3");
    assertThat(one("SELECT count(*) FROM file_embeddings WHERE content_vector IS NOT NULL"))
        .isEqualTo("4");
    assertThat(service.get("/api/auth/me", alice).number("storageUsedBytes")).isEqualTo(247);

    var preview = "{\"uploadId\": \"%s\"}".formatted(upload.text("id"));
    assertThat(post("/api/dedupe/preview", bob, preview).status()).isEqualTo(404);
    for (var again = 0; again < 2; again++) {
      var groups = post("/api/dedupe/preview", alice, preview);
      assertThat(groups.number("reclaimableBytes")).isEqualTo(140);
      assertThat(groups.body().items("groups")).hasSize(2);
      var copies = groups.body().items("groups").getFirst();
      assertThat(copies.text("method")).contains("CHECKSUM");
      assertThat(copies.items("paths")).hasSize(2);
      var alike = groups.body().items("groups").getLast();
      assertThat(alike.text("method")).contains("EMBEDDING");
      assertThat(alike.get("similarity").orElseThrow()).isEqualTo(new Json.OfNumber("1.0"));
      assertThat(alike.items("paths").stream().map(it -> it.text().orElseThrow()))
          .containsExactly("a.txt", "c.txt");
      assertThat(one("SELECT string_agg(method::text, ' ' ORDER BY method) FROM dedupe_groups"))
          .isEqualTo("checksum embedding");
    }
    assertThat(one("SELECT count(*) FROM files WHERE dedupe_group_id IS NOT NULL")).isEqualTo("3");

    var known = post("/api/upload", bob, "{\"files\": [" + file("x", 1, 'a', "") + "]}");
    assertThat(known.number("cachedEmbeddings")).isEqualTo(1);
    assertThat(
            one(
                "SELECT count(DISTINCT content_vector::text) FROM file_embeddings JOIN files f"
                    + " ON f.uuid = file_id WHERE sha256 = repeat('a', 64)"))
        .isEqualTo("1");
  }

  @Test
  void quotas() {
    var alice = token(register("alice@example.com"));
    var twice = "{\"files\": [" + file("x", 1, 'a', "") + ", " + file("x", 1, 'b', "") + "]}";
    assertThat(post("/api/upload", alice, twice).status()).isEqualTo(409);
    sql("UPDATE users SET storage_quota_bytes = 10, monthly_uploads = 2");
    var small = "{\"files\": [" + file("x", 6, 'a', "") + "]}";
    assertThat(post("/api/upload", alice, small).status()).isEqualTo(201);
    assertThat(post("/api/upload", alice, small))
        .satisfies(it -> assertThat(it.status()).isEqualTo(413))
        .satisfies(it -> assertThat(it.text("detail")).isEqualTo("The storage is full."));
    // What failed takes no room; it counts as an upload all the same.
    sql("UPDATE uploads SET status = 'failed'");
    assertThat(post("/api/upload", alice, small).status()).isEqualTo(201);
    assertThat(post("/api/upload", alice, small).status()).isEqualTo(429);
    sql("UPDATE uploads SET created_at = created_at - '40 days'::interval WHERE status = 'failed'");
    sql("UPDATE users SET storage_quota_bytes = 12");
    assertThat(post("/api/upload", alice, small).status()).isEqualTo(201);
    assertThat(one("SELECT count(*) FROM uploads")).isEqualTo("3");
  }

  /// The statement that the service sends, among as many vectors as make an index worth while.
  @Test
  void similarityIsSearchedByTheIndex() throws IOException {
    register("alice@example.com");
    sql(
        """
        INSERT INTO uploads (uuid, user_id) SELECT gen_random_uuid(), uuid FROM users;
        INSERT INTO files (uuid, upload_id, path, size_bytes, mime_type, sha256)
        SELECT gen_random_uuid(), u.uuid, n::text, 1, 'text/plain', repeat('0', 64)
        FROM uploads u, generate_series(1, 2000) n;
        INSERT INTO file_embeddings (uuid, file_id, model_version, content_vector, name_vector)
        SELECT gen_random_uuid(), f.uuid, 'hashing-1',
          (SELECT array_agg(random() + n * 0 + length(f.path) * 0)::vector(384)
            FROM generate_series(1, 384) n),
          array_fill(0.1, ARRAY[64])::vector
        FROM files f;
        ANALYZE file_embeddings;
        """);
    Files.writeString(project.folder().resolve("services/api/explain.py"), EXPLAIN);
    var plan =
        project.run(
            "cd services/api && JWT_SECRET='a secret of thirty-two characters' PYTHONPATH=. '%s' explain.py"
                .formatted(SampleProject.fileCleanup().program("python")));
    assertThat(plan.exit()).as(plan.errors()).isZero();
    assertThat(plan.output())
        .contains("Index Scan using " + INDEX, "Order By: (content_vector <=> ", "40 neighbours");
  }

  private Answer register(String email) {
    var answer = post("/api/auth/register", NOBODY, account(email, "12345678"));
    assertThat(answer.status()).isEqualTo(201);
    return answer;
  }

  private Answer post(String path, Optional<String> token, String json) {
    return service.post(path, token, json);
  }

  private static Optional<String> token(Answer answer) {
    return Optional.of(answer.text("token"));
  }

  private static String account(String email, String password) {
    return "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password);
  }

  private static String key(Answer license) {
    return key(license.text("key"));
  }

  private static String key(String key) {
    return "{\"key\": \"%s\"}".formatted(key);
  }

  private static String device(String key, String device) {
    return "{\"key\": \"%s\", \"deviceId\": \"%s\"}".formatted(key, device);
  }

  private static String file(String path, int bytes, char digest, String text) {
    return """
        {"path": "%s", "sizeBytes": %d, "mimeType": "text/plain", "sha256": "%s", "text": "%s",
         "metadata": {"pages": 3}}"""
        .formatted(path, bytes, String.valueOf(digest).repeat(64), text);
  }

  private static List<String> keys(Answer licenses) {
    return licenses.body().items().stream().map(it -> it.text("key").orElseThrow()).toList();
  }

  private void sql(String script) {
    assertThat(project.database().run(script)).isEmpty();
  }

  private String one(String query) {
    try (var session = Session.open(project.database().url())) {
      return session.query(query, row -> row.text(1)).getFirst();
    }
  }
}
