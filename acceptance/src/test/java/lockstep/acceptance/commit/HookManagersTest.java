package lockstep.acceptance.commit;

import static lockstep.acceptance.commit.CommittedProject.MODELS;
import static lockstep.acceptance.commit.CommittedProject.SCHEMA;
import static lockstep.acceptance.commit.CommittedProject.USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.oracle.NodeProject;
import lockstep.acceptance.oracle.PythonEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commits in repositories whose hooks husky and pre-commit run, as they come from their
/// registries.
class HookManagersTest {
  private static final String SETTINGS = ".pre-commit-config.yaml";

  @TempDir private Path folder;
  private CommittedProject project;

  @BeforeEach
  void create() throws IOException {
    project = CommittedProject.in(folder);
  }

  @AfterEach
  void close() {
    project.close();
  }

  @Test
  void huskyRunsOursBeforeTheOthers() throws IOException {
    var husky = NodeProject.of("husky").modules().resolve("husky/bin.js");
    var theirs = "grep -q nickname %s && echo theirs\n".formatted(USER);
    project.write(".husky/pre-commit", theirs);
    assertThat(project.run("lockstep hook install")).contains("npx husky");
    project.run("node '%s' && git add .husky && lockstep hook install".formatted(husky));
    project.addField("nickname");
    assertThat(project.run("git add %s && git commit -m schema".formatted(SCHEMA)))
        .contains("generated and staged: " + USER, "theirs");
    assertThat(project.committed(USER)).contains("nickname");
    assertThat(project.run("lockstep hook uninstall")).contains(".husky/pre-commit");
    assertThat(project.read(".husky/pre-commit")).isEqualTo(theirs);

    // Until husky 8, a script ran itself again from its second line.
    var old = "#!/usr/bin/env sh\n. \"$(dirname -- \"$0\")/_/husky.sh\"\n\n" + theirs;
    project.write(".husky/pre-commit", old);
    project.run("lockstep hook install");
    assertThat(project.read(".husky/pre-commit"))
        .startsWith(old.substring(0, old.indexOf("\n\n") + 1) + "# >>> lockstep hook: . >>>")
        .endsWith("\n\n" + theirs);
    project.addField("motto");
    project.run("git commit -a -m motto");
    assertThat(project.committed(USER)).contains("motto");
  }

  @Test
  void preCommitIsToldWhatToStage() throws IOException {
    var theirs =
        """
        # Ours.
        repos:
        - repo: local
          hooks:
          - {id: theirs, name: theirs, language: system, entry: echo, verbose: true}
        """;
    project.write(SETTINGS, theirs);
    assertThat(project.run("lockstep hook install")).contains(SETTINGS, "pre-commit install");
    assertThat(project.read(SETTINGS)).startsWith("# Ours.\nrepos:\n# >>> lockstep hook: . >>>");
    tool("pre-commit install && pre-commit validate-config " + SETTINGS);
    assertThat(project.run("lockstep hook install")).contains("installed already");
    assertThat(tool("git add -A && git commit -m settings")).containsPattern("lockstep.*Skipped");

    project.addField("nickname");
    assertThat(toolFails("git add %s && git commit -m schema".formatted(SCHEMA)))
        .contains("HOK003", "git add %s/__init__.py %s".formatted(MODELS, USER));
    assertThat(tool("git add %s && git commit -m schema".formatted(MODELS)))
        .containsPattern("lockstep.*Passed");
    assertThat(project.status()).isEmpty();

    // What is not staged is put aside meanwhile, and comes back.
    project.addField("staged");
    project.run("git add " + SCHEMA);
    project.addField("later");
    assertThat(toolFails("git commit -m part")).contains("HOK003");
    assertThat(project.read(SCHEMA)).contains("later");
    assertThat(project.read(USER)).contains("staged").doesNotContain("later");
    tool("git add %s && git commit -m part".formatted(MODELS));
    assertThat(project.status()).isEqualTo(" M " + SCHEMA + "\n");

    project.run("git commit --no-verify -q -a -m later && mv ../bin/lockstep ../bin/gone");
    assertThat(toolFails("pre-commit run --all-files")).contains("JDK 25");
    project.run("mv ../bin/gone ../bin/lockstep && lockstep hook uninstall");
    assertThat(project.read(SETTINGS)).isEqualTo(theirs);
    project.write(SETTINGS, "repos: []\n");
    assertThat(project.fails("lockstep hook install")).contains("HOK004", "repos:");
  }

  /// Another repository of hooks, as ours is: its settings are ours, its program is this build.
  @Test
  void preCommitRunsThisRepository() throws IOException {
    var manifest = Checkout.root().resolve(".pre-commit-hooks.yaml");
    tool("pre-commit validate-manifest '%s'".formatted(manifest));
    project.run(
        """
        set -e
        git init -q ../hooks && cd ../hooks
        cp '%s' ../bin/lockstep .
        git add -A && git -c user.name=Ann -c user.email=a@b commit -q -m hooks && git tag v1
        """
            .formatted(manifest));
    project.write(
        SETTINGS,
        """
        repos:
          - repo: %s
            rev: v1
            hooks:
              - id: lockstep-generate
              - id: lockstep-check
        """
            .formatted(folder.resolve("hooks")));
    tool("git add -A && pre-commit run --all-files");
    project.addField("nickname");
    project.run("git add " + SCHEMA);
    assertThat(toolFails("pre-commit run --all-files")).contains("HOK003", USER);
    tool("git add %s && pre-commit run --all-files".formatted(MODELS));
    project.sample().edit(USER, "nickname: Mapped", "nick: Mapped");
    assertThat(toolFails("pre-commit run lockstep-check --all-files")).contains("DRF");
  }

  private String tool(String lines) {
    return project.run(withTools(lines));
  }

  private String toolFails(String lines) {
    return project.fails(withTools(lines));
  }

  private String withTools(String lines) {
    var programs = PythonEnvironment.of("pre-commit").program("pre-commit").getParent();
    return "export PATH='%s':\"$PATH\" PRE_COMMIT_HOME='%s'\n%s"
        .formatted(programs, folder.resolve("pre-commit-cache"), lines);
  }
}
