package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
  @TempDir private Path folder;

  @Test
  void bashCompletesCommandsOptionsAndValues() throws IOException, InterruptedException {
    assertThat(completed("lockstep", "chec")).isEqualTo("check");
    assertThat(completed("lockstep", "check", "--forma")).isEqualTo("--format");
    assertThat(completed("lockstep", "check", "--format", "sar")).isEqualTo("sarif");
  }

  @Test
  void bashCompletesValuesAfterAnEqualsSign() throws IOException, InterruptedException {
    assertThat(completed("lockstep", "check", "--format", "="))
        .isEqualTo("text json sarif github gitlab buildkite");
    assertThat(completed("lockstep", "check", "--format", "=", "sar")).isEqualTo("sarif");
    // As where COMP_WORDBREAKS has no `=`.
    assertThat(completed("lockstep", "check", "--format=sar")).isEqualTo("--format=sarif");
  }

  @Test
  void bashCompletesTheFirstArgumentWhereItsWordsAreKnown()
      throws IOException, InterruptedException {
    assertThat(completed("lockstep", "shadow", ""))
        .isEqualTo("start stop status url add-extension");
    assertThat(completed("lockstep", "shadow", "-q", "sta")).isEqualTo("start status");
    assertThat(completed("lockstep", "shadow", "--py")).isEqualTo("--python");
    assertThat(completed("lockstep", "explain", "CLI00")).startsWith("CLI001 CLI002 ");
    assertThat(completed("lockstep", "completion", "")).isEqualTo("bash zsh fish");
    assertThat(completed("lockstep", "help", "sha")).isEqualTo("shadow");
    assertThat(completed("lockstep", "he")).isEqualTo("help");
    assertThat(completed("lockstep", "migrate", ""))
        .isEqualTo(
            "dev new verify rehearse status apply rollback restore baseline squash reset resolve");
    assertThat(completed("lockstep", "hook", "")).isEqualTo("install uninstall run");
    assertThat(completed("lockstep", "migrate", "apply", "--dr")).isEqualTo("--dry-run");
  }

  @Test
  void bashIsLeftToCompleteFilesWhichItKnowsToQuote() throws IOException, InterruptedException {
    Calls.in(folder).write("my schema.prisma", "");
    assertThat(completed("lockstep", "validate", "m")).isEmpty();
    assertThat(completed("lockstep", "shadow", "add-extension", "")).isEmpty();
    assertThat(completed("lockstep", "shadow", "--python", "")).isEmpty();
    assertThat(CompletionScript.forShell("bash")).contains("complete -o default -F _lockstep");
  }

  @Test
  void fishCompletesTheSame() throws IOException, InterruptedException {
    assumeTrue(isInstalled("fish"));
    var script = Calls.in(folder).write("completion", CompletionScript.forShell("fish"));
    for (var it :
        List.of(
            List.of("lockstep shadow sto", "stop"),
            List.of("lockstep explain CLI001", "CLI001"),
            List.of("lockstep completion ba", "bash"),
            List.of("lockstep help sha", "shadow"),
            List.of("lockstep check --format=sar", "--format=sarif"))) {
      var line = "source %s; complete -C '%s'".formatted(script, it.get(0));
      assertThat(run("fish", "--no-config", "-c", line).lines().map(a -> a.split("\t")[0]))
          .as(it.get(0))
          .containsExactly(it.get(1));
    }
  }

  @Test
  void zshTakesItsScript() throws IOException, InterruptedException {
    assumeTrue(isInstalled("zsh"));
    var text = CompletionScript.forShell("zsh");
    var script = Calls.in(folder).write("completion", text);
    assertThat(run("zsh", "-f", "-n", script.toString())).isEmpty();
    assertThat(text)
        .contains("'1:argument:(start stop status url add-extension)'")
        .contains("'--format=[how to report]:value:(text json sarif github gitlab buildkite)'");
  }

  @Test
  void everyShellsScriptNamesEveryCommand() throws IOException {
    for (var shell : new String[] {"bash", "zsh", "fish"}) {
      var script = Calls.in(folder).run("completion", shell).out();
      Verb.words().forEach(it -> assertThat(script).contains(it.split(" ")));
      assertThat(script).contains("quiet");
    }
  }

  @Test
  void anotherShellIsAWrongCall() throws IOException {
    var answer = Calls.in(folder).run("completion", "bsh");
    assertThat(answer.code()).isEqualTo(ExitCode.BAD_CALL);
    assertThat(answer.err()).contains("Did you mean `bash`?");
  }

  private String completed(String... words) throws IOException, InterruptedException {
    var script = Calls.in(folder).write("completion", CompletionScript.forShell("bash"));
    var line =
        "source %s; COMP_WORDS=(%s); COMP_CWORD=%d; _lockstep; echo \"${COMPREPLY[*]}\""
            .formatted(script, quoted(words), words.length - 1);
    return run("bash", "-c", line).strip();
  }

  private static String quoted(String... words) {
    return Stream.of(words).map("'%s'"::formatted).collect(Collectors.joining(" "));
  }

  private String run(String... command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(it -> Files.isExecutable(Path.of(it, program)));
  }
}
