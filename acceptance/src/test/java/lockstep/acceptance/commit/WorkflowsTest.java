package lockstep.acceptance.commit;

import static lockstep.acceptance.commit.CommittedProject.SCHEMA;
import static lockstep.acceptance.commit.CommittedProject.USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.oracle.Command;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.engine.json.Json;
import lockstep.engine.json.JsonReader;
import lockstep.engine.json.MalformedJsonException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The workflows that `lockstep ci` begins: their commands are run on a clone, as their service
/// would, of a repository that has the project in a folder.
class WorkflowsTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String PROJECT = "apps/files/";
  private static final String GREEN = "generate 0, check 0, lint 0, migrate verify 0";

  /// What the runners of services have, and this machine need not: they note what they are given.
  private static final String RUNNER =
      """
      set -e
      mkdir ../runner
      printf '#!/bin/sh\\n' > ../runner/apt-get
      printf '#!/bin/sh\\n{ echo "$*"; cat; } > "$ANNOTATION"\\n' > ../runner/buildkite-agent
      chmod +x ../runner/*
      mkdir ../lockstep-1 && cp ../bin/lockstep ../lockstep-1 && cd ..
      tar -czf lockstep-1.tar.gz lockstep-1 && mv bin/lockstep bin/not-lockstep
      """;

  private static final String CLONE =
      """
      set -e
      git init -q ../whole && mkdir ../whole/apps && cp -R . ../whole/apps/files
      cd ../whole && rm -rf apps/files/.git && cd apps/files
      lockstep ci github && lockstep ci gitlab && lockstep ci buildkite
      cd ../.. && git add -A
      git -c user.name=Ann -c user.email=ann@example.org commit -q -m whole
      git clone -q . ../clone
      """;

  @TempDir private Path folder;
  private CommittedProject project;

  @BeforeEach
  void create() throws IOException {
    project = CommittedProject.in(folder);
    project.run(CLONE);
    project.run(RUNNER);
  }

  @AfterEach
  void close() {
    project.close();
  }

  /// @param exits of the commands, by their names
  /// @param annotations what the service shows, by the name of the command
  private record Ran(String exits, Map<String, String> annotations) {
    String all() {
      return String.join("", annotations.values());
    }
  }

  @Test
  void gitHub() throws IOException, MalformedJsonException {
    var green = gitHubRun();
    assertThat(green.exits()).isEqualTo("install 0, " + GREEN);
    assertThat(green.all()).startsWith("::notice file=" + PROJECT).doesNotContain("::error");

    edit(SCHEMA, "model User {\n", "model User {\n  nickname String?\n");
    var schema = gitHubRun();
    assertThat(schema.exits())
        .isEqualTo("install 0, generate 1, check 1, lint 0, migrate verify 0");
    assertThat(schema.annotations().get("generate"))
        .contains("::error file=%s,title=Lockstep SNK004::".formatted(PROJECT + USER));
    assertThat(schema.annotations().get("check"))
        .contains("::error file=%s,line=".formatted(PROJECT + SCHEMA), "users.nickname");
    restore();

    edit(USER, "    email: Mapped", "    nickname: Mapped[str | None]\n    email: Mapped");
    var models = gitHubRun();
    assertThat(models.exits())
        .isEqualTo("install 0, generate 1, check 1, lint 0, migrate verify 0");
    assertThat(models.annotations().get("check"))
        .contains("::error file=%s,line=".formatted(PROJECT + USER), "users.nickname");
    restore();

    assertThat(project.sample().database().run("ALTER TABLE users ADD nickname text")).isEmpty();
    var database = gitHubRun();
    assertThat(database.exits())
        .isEqualTo("install 0, generate 0, check 1, lint 0, migrate verify 0");
    assertThat(database.annotations().get("check")).contains("::error ", "users.nickname");
  }

  @Test
  void gitLab() throws IOException, MalformedJsonException {
    assertThat(gitLabRun().exits()).isEqualTo(GREEN);
    edit(USER, "    email: Mapped", "    nickname: Mapped[str | None]\n    email: Mapped");
    assertThat(project.sample().database().run("ALTER TABLE users ADD motto text")).isEmpty();
    var red = gitLabRun();
    assertThat(red.exits()).isEqualTo("generate 1, check 1, lint 0, migrate verify 0");
    assertThat(red.annotations().get("migrate verify").strip()).isEqualTo("[]");
    var findings = JsonReader.read(red.annotations().get("check")).items();
    assertThat(findings)
        .anySatisfy(it -> isAt(it, PROJECT + USER, "users.nickname"))
        .anySatisfy(it -> isAt(it, PROJECT + SCHEMA, "users.motto"));
    assertThat(findings)
        .extracting(it -> it.text("fingerprint").orElseThrow())
        .doesNotHaveDuplicates();
  }

  private static void isAt(Json finding, String file, String words) {
    assertThat(finding.get("location").flatMap(it -> it.text("path"))).contains(file);
    assertThat(finding.text("description").orElseThrow()).contains(words);
  }

  @Test
  void buildkite() throws IOException, MalformedJsonException {
    var green = buildkiteRun();
    assertThat(green.exits()).isEqualTo(GREEN);
    assertThat(green.all())
        .startsWith("annotate --style info --context lockstep lint\n- **note** ")
        .doesNotContain("error");
    edit(SCHEMA, "model User {\n", "model User {\n  nickname String?\n");
    var red = buildkiteRun();
    assertThat(red.exits()).isEqualTo("generate 1, check 1, lint 0, migrate verify 0");
    assertThat(red.annotations().get("check"))
        .startsWith("annotate --style error --context lockstep check\n")
        .contains("- **error** `DRF001` `%s:".formatted(PROJECT + SCHEMA), "users.nickname");
  }

  @Test
  void aWorkflowThatIsThereIsNotTouched() throws IOException {
    project.run("mv ../bin/not-lockstep ../bin/lockstep");
    project.write(".github/workflows/lockstep.yml", "ours\n");
    assertThat(project.fails("lockstep ci github")).contains("PRJ015", "--force");
    assertThat(project.read(".github/workflows/lockstep.yml")).isEqualTo("ours\n");
    project.run("lockstep ci github --force");
    project.write(".python-version", "3.13\n");
    assertThat(project.run("lockstep ci github --out -"))
        .contains("python-version-file: \".python-version\"\n")
        .doesNotContain("3.12");
    assertThat(project.read(".github/workflows/lockstep.yml"))
        .contains("lockstep lint packages/db/prisma/migrations --format github")
        .doesNotContain("working-directory");
    assertThat(project.run("lockstep ci gitlab --out ci.yml")).contains("created  ci.yml");
    assertThat(project.run("cd services && lockstep ci buildkite .. --out -"))
        .contains("lockstep migrate verify")
        .doesNotContain("cd ");
    assertThat(project.fails("lockstep ci gihub")).contains("Did you mean `github`?");
    // Without targets and migrations there is less to do.
    project.run("rm -r packages/db/prisma/migrations && sed -i '/target/,$d' lockstep.toml");
    assertThat(project.run("lockstep ci github --out -"))
        .contains("lockstep check")
        .doesNotContain("generate", "lint", "migrate");
  }

  private void edit(String file, String from, String to) throws IOException {
    var path = folder.resolve("clone").resolve(PROJECT + file);
    var text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replaceFirst(from.replace("{", "\\{"), to));
  }

  private void restore() {
    project.run("cd ../clone && git checkout -q .");
  }

  private Ran gitHubRun() throws IOException, MalformedJsonException {
    var path = Files.writeString(folder.resolve("github-path"), "");
    var exits = new ArrayList<String>();
    var annotations = new TreeMap<String, String>();
    for (var step : steps("github", ".github/workflows/lockstep.yml")) {
      var added = String.join(":", Files.readAllLines(path));
      var variables = variables();
      variables.put("GITHUB_PATH", path.toString());
      variables.put("RUNNER_TEMP", folder.resolve("temp").toString());
      variables.put("PATH", added + ":" + variables.get("PATH"));
      var result = run(step, variables, "bash", "-e", "-c");
      exits.add(name(step) + " " + result.exit());
      annotations.put(name(step), result.output());
    }
    return new Ran(String.join(", ", exits), annotations);
  }

  private Ran gitLabRun() throws IOException, MalformedJsonException {
    var report = folder.resolve("clone/gl-code-quality-report.json");
    var exits = new ArrayList<String>();
    var annotations = new TreeMap<String, String>();
    for (var step : steps("gitlab", ".gitlab/lockstep.yml")) {
      var variables = variables();
      variables.put("CI_PROJECT_DIR", folder.resolve("clone").toString());
      exits.add(name(step) + " " + run(step, variables, "sh", "-e", "-c").exit());
      annotations.put(name(step), Files.readString(report));
    }
    return new Ran(String.join(", ", exits), annotations);
  }

  private Ran buildkiteRun() throws IOException, MalformedJsonException {
    var exits = new ArrayList<String>();
    var annotations = new TreeMap<String, String>();
    for (var step : steps("buildkite", ".buildkite/lockstep.yml")) {
      var annotation = Files.writeString(folder.resolve("annotation"), "");
      var variables = variables();
      variables.put("ANNOTATION", annotation.toString());
      exits.add(name(step) + " " + run(step, variables, "bash", "-e", "-c").exit());
      annotations.put(name(step), Files.readString(annotation).strip());
    }
    return new Ran(String.join(", ", exits), annotations);
  }

  /// What a runner has: no Lockstep, but where to get it.
  private Map<String, String> variables() {
    var variables = new HashMap<>(project.variables());
    variables.put("PATH", folder.resolve("runner") + ":" + variables.get("PATH"));
    variables.put("LOCKSTEP_ARCHIVE", folder.resolve("lockstep-1.tar.gz").toUri().toString());
    return variables;
  }

  private List<Json> steps(String service, String file) throws MalformedJsonException {
    var words =
        List.of(
            Checkout.acceptance("python").resolve("workflow_steps.py").toString(), service, file);
    var result =
        PythonEnvironment.of("pre-commit").run(folder.resolve("clone"), LIMIT, "python", words);
    return JsonReader.read(result.orThrow(file).output()).items();
  }

  private static String name(Json step) {
    return step.text("name").orElseThrow().replaceFirst("^lockstep ", "");
  }

  private Command.Result run(Json step, Map<String, String> variables, String... shell) {
    var words = new ArrayList<>(List.of(shell));
    words.add(step.text("script").orElseThrow());
    var in = folder.resolve("clone").resolve(step.text("folder").orElseThrow());
    return Command.run(in, variables, LIMIT, words);
  }
}
