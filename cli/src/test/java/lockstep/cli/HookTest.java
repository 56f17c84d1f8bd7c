package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hooks where there can be none. What they do where there are stands in the acceptance tests.
class HookTest {
  private static final String SETTINGS = "source = \"schema.prisma\"\n";
  private static final String TARGET =
      "[[target]]\nto = \"sqlalchemy\"\nout = \"app/models\"\npackage = \"app.models\"\n";

  @TempDir private Path folder;
  private Calls calls;

  @BeforeEach
  void write() throws IOException {
    calls = new Calls(folder, Map.of("PATH", System.getenv("PATH")));
    calls.write("schema.prisma", "model A {\n  id Int @id\n}\n");
    calls.write("lockstep.toml", SETTINGS + TARGET);
  }

  @Test
  void aFolderWithoutRepositoryHasNoHooks() {
    for (var command : new String[] {"install", "uninstall", "run"}) {
      var answer = calls.run("hook", command);
      assertThat(answer.code()).isEqualTo(ExitCode.ENVIRONMENT_FAILED);
      assertThat(answer.err()).contains("GIT002", "git init");
    }
  }

  @Test
  void aMachineWithoutGitIsToldSo() throws IOException {
    var answer = Calls.in(folder).run("hook", "install");
    assertThat(answer.code()).isEqualTo(ExitCode.ENVIRONMENT_FAILED);
    assertThat(answer.err()).contains("GIT001");
  }

  @Test
  void whereNothingIsGeneratedAHookIsRefused() throws IOException, InterruptedException {
    git("init", "-q");
    calls.write("lockstep.toml", SETTINGS);
    var answer = calls.run("hook", "install");
    assertThat(answer.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(answer.err()).contains("HOK005", "has no target");
    calls.write("lockstep.toml", "source = \"postgresql://localhost/none\"\n" + TARGET);
    assertThat(calls.run("hook", "install").err()).contains("HOK005", "is no file");
    assertThat(calls.run("hook", "run").code()).isEqualTo(ExitCode.CLEAN);
    calls.write("lockstep.toml", SETTINGS + TARGET);
    calls.write("lefthook.yml", "pre-commit:\n");
    assertThat(calls.run("hook", "install").err()).contains("HOK004", "run: lockstep hook run .");
    assertThat(calls.run("hook", "install", "--manager", "husky").err()).contains("npx husky init");
    assertThat(folder.resolve(".git/hooks/pre-commit")).doesNotExist();
  }

  @Test
  void aPageInTheProjectsFolderConcernsNoOtherFileOfIt() throws IOException, InterruptedException {
    git("init", "-q");
    calls.write("lockstep.toml", SETTINGS + TARGET + "[[target]]\nto = \"docs\"\nout = \".\"\n");
    assertThat(calls.run("hook", "install").code()).isEqualTo(ExitCode.CLEAN);
    assertThat(folder.resolve(".git/hooks/pre-commit"))
        .content()
        .contains("DATABASE.md", "app/models", "schema.prisma")
        .doesNotContain("-- . ", "-- .;");
  }

  @Test
  void theDoctorKnowsAHookThatNobodyRuns() throws IOException, InterruptedException {
    git("init", "-q");
    assertThat(doctor()).contains("note   hook        none\n", "Run `lockstep hook install`");
    calls.write(".git/hooks/pre-commit", "#!/bin/sh\n# lockstep generate\n");
    assertThat(doctor()).contains("note   hook        none\n");
    var hook = calls.write(".git/hooks/pre-commit", "#!/bin/sh\nlockstep generate\n");
    assertThat(doctor())
        .contains("note   hook        .git/hooks/pre-commit, which nobody runs\n")
        .contains("Run `chmod +x .git/hooks/pre-commit`");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
    assertThat(doctor()).contains("ok     hook        .git/hooks/pre-commit, by lines of yours\n");
    calls.write(".git/hooks/pre-commit", "#!/bin/sh\n");
    calls.write(".husky/pre-commit", "npx lint-staged && lockstep generate\n");
    assertThat(doctor()).contains("Run `npx husky`");
    calls.write("lefthook.yml", "pre-commit:\n  jobs:\n    - run: lockstep hook run\n");
    calls.write(".husky/pre-commit", "npx lint-staged\n");
    assertThat(doctor()).contains("lefthook.yml, which nobody runs", "Run `lefthook install`");
    calls.write("lefthook.yml", "");
    assertThat(calls.run("hook", "install", "--manager", "git").code())
        .isEqualTo(ExitCode.FINDINGS);
    Files.delete(folder.resolve("lefthook.yml"));
    assertThat(calls.run("hook", "install", "--manager", "git").code()).isEqualTo(ExitCode.CLEAN);
    assertThat(doctor()).contains("ok     hook        .git/hooks/pre-commit\n");
    calls.write("lockstep.toml", SETTINGS + TARGET.replace("models", "tables"));
    assertThat(doctor()).contains("is not what would be installed now", "lockstep hook install");
    git("config", "core.hooksPath", ".husky/_");
    calls.run("hook", "install");
    assertThat(doctor())
        .contains(".husky/pre-commit` runs Lockstep, and nothing in this clone runs that file");
  }

  @Test
  void aWorkflowIsForTheBranchThatAllOthersComeBackTo() throws IOException, InterruptedException {
    assertThat(workflow()).contains("branches: [\"main\"]");
    git("init", "-q", "-b", "release/next");
    assertThat(workflow()).contains("branches: [\"release/next\"]");
    git("add", "-A");
    git("-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-q", "-m", "one");
    git("branch", "master");
    assertThat(workflow()).contains("branches: [\"master\"]");
    git("update-ref", "refs/remotes/origin/stable", "HEAD");
    git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/stable");
    assertThat(workflow()).contains("branches: [\"stable\"]");
  }

  private String workflow() {
    return calls.run("ci", "github", "--out", "-").out();
  }

  private String doctor() {
    return calls.run("doctor", "--no-database", "--python", "nowhere").out();
  }

  private void git(String... words) throws IOException, InterruptedException {
    var command = new ProcessBuilder("git").directory(folder.toFile());
    command.command().addAll(List.of(words));
    assertThat(command.start().waitFor()).isZero();
  }
}
