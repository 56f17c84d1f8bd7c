package lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void everyShellsScriptNamesEveryCommand() throws IOException {
    for (var shell : new String[] {"bash", "zsh", "fish"}) {
      var script = Calls.in(folder).run("completion", shell).out();
      Verb.words().forEach(it -> assertThat(script).contains(it));
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
            .formatted(script, String.join(" ", words), words.length - 1);
    var process = new ProcessBuilder("bash", "-c", line).redirectErrorStream(true).start();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(Files.exists(script)).isTrue();
    return out.strip();
  }
}
