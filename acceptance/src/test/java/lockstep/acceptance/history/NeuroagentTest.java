package lockstep.acceptance.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.oracle.NodeProject;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.acceptance.sample.SampleProject;
import lockstep.engine.json.Json;
import lockstep.engine.postgres.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Python back end on SQLAlchemy and a TypeScript one on Prisma Client, both at work on one
/// database before, while and after its history is taken over, and while it goes on.
class NeuroagentTest {
  private static final PythonEnvironment PYTHON = PythonEnvironment.newest();

  /// Whose thread `TakeoverTest.ROWS` has.
  private static final String USER = "6f1c2f0a-0d8e-4c52-9a3b-0c5d3f3b6d04";

  @TempDir private Path folder;
  private SampleProject project;
  private final List<BackEnd> started = new ArrayList<>();

  /// The two back ends, as they were when they were started.
  private record Pair(BackEnd python, BackEnd typescript) {
    /// Returns what both answer, which is the same.
    Json ask(String name, String with, Object... values) {
      var answer = python.call(name, with, values);
      assertThat(typescript.call(name, with, values)).as(name).isEqualTo(answer);
      return answer;
    }
  }

  @BeforeEach
  void copy() throws IOException {
    project = SampleProject.copy("neuroagent", folder);
    var packages =
        NodeProject.of("neuroagent", Checkout.root().resolve("samples/neuroagent/backend-ts"));
    Files.createSymbolicLink(
        project.folder().resolve("backend-ts/node_modules"), packages.modules());
  }

  @AfterEach
  void end() throws IOException {
    started.forEach(BackEnd::close);
    Files.delete(project.folder().resolve("backend-ts/node_modules"));
    project.close();
  }

  @Test
  void bothWorkOnWhileTheHistoryChangesHandsAndGoesOn() throws IOException {
    alembic("upgrade b57e558cf11f");
    assertThat(project.database().run(TakeoverTest.ROWS)).isEmpty();
    alembic("upgrade heads");
    var first = start();
    workTogether(first);
    whileTalking(first, TakeoverTest.TAKEOVER + " --database env:DATABASE_URL");
    workTogether(first);
    run("lockstep migrate status");
    run("lockstep check");

    project.edit(
        "prisma/schema.prisma",
        "  messages     Message[]",
        "  isPinned     Boolean   @default(false) @map(\"is_pinned\")\n  messages     Message[]");
    project.edit(
        "prisma/schema.prisma",
        "  @@index([searchVector]",
        "  @@index([threadId, creationDate])\n  @@index([searchVector]");
    run("lockstep migrate new pinned_threads");
    whileTalking(first, "lockstep migrate apply");
    var second = start();
    workTogether(first);
    workTogether(second);

    whileTalking(first, "lockstep migrate rollback --last 2 --allow drop-column:threads.is_pinned");
    workTogether(first);
    for (var newer : List.of(second.python(), second.typescript())) {
      assertThat(newer.refused("threads.of_user", "'user_id': '%s'", USER)).contains("is_pinned");
    }
    whileTalking(first, "lockstep migrate apply");
    workTogether(first);
    workTogether(second);
    run("lockstep check");
    assertThat(alembic("current")).contains("cd5a73ea91db (head)");

    whileTalking(
        first,
        "lockstep takeover --from prisma --to alembic --config backend --database env:DATABASE_URL");
    assertThat(alembic("current")).contains("(head)").doesNotContain("cd5a73ea91db");
    alembic("upgrade heads");
    workTogether(first);
    workTogether(second);
  }

  @Test
  void theHistoryMayAlsoBeginWithWhatThereIs() {
    alembic("upgrade heads");
    run("lockstep migrate baseline");
    assertThat(project.folder().resolve("prisma/migrations/0_init/migration.sql"))
        .content()
        .contains("messages_search_vector_trigger", "ix_messages_search_vector")
        .doesNotContain("alembic_version");
    run("lockstep migrate status");
    assertThat(project.run("lockstep check").output())
        .contains("error[ALB023]", "\n1 finding in 3 sources");
    assertThat(alembic("current")).contains("cd5a73ea91db (head)");
  }

  private Pair start() {
    var pair = new Pair(BackEnd.python(project, PYTHON), BackEnd.typescript(project));
    started.addAll(List.of(pair.python(), pair.typescript()));
    return pair;
  }

  /// Each side writes, both read the same, and what one deletes is gone for the other.
  private void workTogether(Pair pair) {
    var user = UUID.randomUUID();
    var ofPython = conversation(pair.python(), user, "Axons");
    var ofTypescript = conversation(pair.typescript(), user, "Synapses");
    for (var thread : List.of(ofPython, ofTypescript)) {
      var messages = pair.ask("messages.of_thread", "'thread_id': '%s'", thread).items();
      assertThat(messages.stream().map(it -> it.text("entity").orElseThrow()))
          .containsExactly("USER", "AI_TOOL", "TOOL", "AI_MESSAGE");
    }
    assertThat(titles(pair, user)).containsExactly("Synapses", "Axons");
    assertThat(found(pair, user, "growing")).containsExactlyInAnyOrder("Axons", "Synapses");
    assertThat(found(pair, user, "axon -synapse")).containsExactly("Axons");
    assertThat(found(pair, UUID.fromString(USER), "dendrites")).containsExactly("Dendrites");

    pair.typescript().call("threads.rename", "'id': '%s', 'title': 'Long axons'", ofPython);
    assertThat(titles(pair, user)).containsExactly("Long axons", "Synapses");
    agree(pair, ofPython, pair.typescript(), pair.python());
    agree(pair, ofTypescript, pair.python(), pair.typescript());
    assertThat(pair.ask("tokens.used", "'user_id': '%s'", user).items()).hasSize(2);

    pair.python().call("threads.delete", "'id': '%s'", ofTypescript);
    assertThat(titles(pair, user)).containsExactly("Long axons");
    pair.typescript().call("threads.delete", "'id': '%s'", ofPython);
    assertThat(titles(pair, user)).isEmpty();
    assertThat(pair.ask("messages.of_thread", "'thread_id': '%s'", ofPython).items()).isEmpty();
    assertThat(pair.ask("tokens.used", "'user_id': '%s'", user).items()).isEmpty();
    for (var table : List.of("tool_calls", "tool_selection", "complexity_estimation")) {
      assertThat(rows(table)).as(table).isEmpty();
    }
  }

  /// One side sees the call of a tool that the other one wrote, and agrees to it.
  private static void agree(Pair pair, String thread, BackEnd agreeing, BackEnd author) {
    var waiting = pair.ask("tool_calls.waiting", "'thread_id': '%s'", thread).items();
    assertThat(waiting).hasSize(1);
    agreeing.call(
        "tool_calls.validate",
        "'id': '%s', 'validated': true",
        waiting.getFirst().text().orElseThrow());
    assertThat(author.call("tool_calls.waiting", "'thread_id': '%s'", thread).items()).isEmpty();
  }

  /// Returns a thread with four messages, and with a row of it in every table.
  private static String conversation(BackEnd backEnd, UUID user, String about) {
    var thread =
        backEnd
            .call("threads.create", "'user_id': '%s', 'title': '%s'", user, about)
            .text()
            .orElseThrow();
    backEnd.call(
        "messages.add",
        """
        'thread_id': '%s', 'entity': 'USER', 'content': {'role': 'user', 'content': 'Do %s grow?'},
        'selected_tools': ['literature', 'morphology'],
        'complexity': {'complexity': 3, 'model': 'small', 'reasoning': 'MINIMAL'}""",
        thread,
        about);
    backEnd.call(
        "messages.add",
        """
        'thread_id': '%s', 'entity': 'AI_TOOL', 'content': {'role': 'assistant', 'content': ''},
        'tool_calls': [{'id': 'call-%s', 'name': 'literature', 'arguments': {'about': '%s'}}],
        'tokens': [
          {'type': 'INPUT_CACHED', 'task': 'TOOL_SELECTION', 'count': 7, 'model': 'small'},
          {'type': 'COMPLETION', 'task': 'CALL_WITHIN_TOOL', 'count': 11, 'model': 'large'}]""",
        thread,
        UUID.randomUUID(),
        about);
    backEnd.call(
        "messages.add",
        "'thread_id': '%s', 'entity': 'TOOL', 'content': {'role': 'tool', 'content': 'growing'}",
        thread);
    backEnd.call(
        "messages.add",
        """
        'thread_id': '%s', 'entity': 'AI_MESSAGE', 'is_complete': false,
        'content': {'role': 'assistant', 'content': 'They are growing.'}""",
        thread);
    return thread;
  }

  /// Runs a command while both write to one thread; nothing that they write is refused or lost.
  private void whileTalking(Pair pair, String line) {
    var title = "'user_id': '%s', 'title': 'Busy'".formatted(UUID.randomUUID());
    var thread = pair.python().call("threads.create", title).text().orElseThrow();
    var command = CompletableFuture.runAsync(() -> run(line), Thread::startVirtualThread);
    var said = 0;
    for (; !command.isDone() || said == 0; said += 2) {
      for (var it : List.of(pair.python(), pair.typescript())) {
        it.call(
            "messages.add",
            "'thread_id': '%s', 'entity': 'USER', 'content': {'role': 'user', 'content': 'Hm'}",
            thread);
      }
    }
    command.join();
    assertThat(pair.ask("messages.of_thread", "'thread_id': '%s'", thread).items()).hasSize(said);
  }

  private static List<String> titles(Pair pair, UUID user) {
    return texts(pair.ask("threads.of_user", "'user_id': '%s'", user), "title").toList();
  }

  private static List<String> found(Pair pair, UUID user, String words) {
    var answer = pair.ask("messages.search", "'user_id': '%s', 'text': '%s'", user, words);
    return texts(answer, "thread").distinct().toList();
  }

  private List<String> rows(String table) {
    try (var session = Session.open(project.database().url())) {
      return session.query("SELECT t::text FROM " + table + " t", row -> row.text(1));
    }
  }

  private static Stream<String> texts(Json answer, String name) {
    return answer.items().stream().map(it -> it.text(name).orElseThrow());
  }

  private String alembic(String words) {
    return run("cd backend && '%s' -m alembic %s".formatted(PYTHON.program("python"), words));
  }

  private String run(String line) {
    return project.run(line).orThrow(line).output();
  }
}
