package lockstep.acceptance.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lockstep.acceptance.oracle.Command;
import lockstep.acceptance.sample.SampleProject;

/// A copy of a sample in a repository of its own, in which nobody runs hooks yet.
final class CommittedProject implements AutoCloseable {
  private static final String SAMPLE = "file-cleanup/after";
  static final String SCHEMA = "packages/db/prisma/schema.prisma";
  static final String MODELS = "services/api/app/models";
  static final String USER = MODELS + "/user.py";

  /// Of all that the machine and its user set, nothing counts.
  private static final String ALONE =
      "export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null; ";

  private static final String COMMIT =
      """
      rm -rf .husky .pre-commit-config.yaml .github .gitlab .buildkite
      git init -q -b main .
      git config user.name Ann
      git config user.email ann@example.org
      git add -A
      git commit -q -m "The sample"
      """;

  private static final String PAGE =
      """

      # The page for the team, of which a part is generated.
      [[target]]
      to = "docs"
      out = "services/api"
      """;

  private final SampleProject project;

  private CommittedProject(SampleProject project) {
    this.project = project;
  }

  static CommittedProject in(Path folder) throws IOException {
    var committed = new CommittedProject(SampleProject.copy(SAMPLE, folder));
    // One folder that is generated is enough to see who stages it.
    committed.project.edit("lockstep.toml", PAGE, "");
    committed.run("set -e\nrm services/api/DATABASE.md\n" + COMMIT);
    return committed;
  }

  Path folder() {
    return project.folder();
  }

  SampleProject sample() {
    return project;
  }

  /// What a program is given that runs in the project.
  Map<String, String> variables() {
    return Map.copyOf(project.program(".", "true").environment());
  }

  /// Runs lines of a shell in the project, which have to succeed; returns all that they say.
  String run(String lines) {
    var result = project.run(ALONE + lines);
    assertThat(result.exit()).as("%s%n%s%s", lines, result.output(), result.errors()).isZero();
    return result.output() + result.errors();
  }

  /// Runs lines that have to fail; returns what they say.
  String fails(String lines) {
    var result = project.run(ALONE + lines);
    assertThat(result.exit()).as("%s%n%s%s", lines, result.output(), result.errors()).isNotZero();
    return result.output() + result.errors();
  }

  /// Gives a model of the schema another field; nothing follows it yet.
  void addField(String name) throws IOException {
    project.edit(SCHEMA, "model User {\n", "model User {\n  %s String?\n".formatted(name));
  }

  void write(String file, String text) throws IOException {
    var path = folder().resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  String read(String file) throws IOException {
    return Files.readString(folder().resolve(file));
  }

  /// Returns a file as the last commit has it.
  String committed(String file) {
    return run("git show HEAD:" + file);
  }

  /// Returns what is not committed.
  String status() {
    return run("git status --short");
  }

  Command.Result result(String lines) {
    return project.run(ALONE + lines);
  }

  @Override
  public void close() {
    project.close();
  }
}
