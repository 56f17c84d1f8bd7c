package lockstep.engine.source.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lockstep.engine.EnvironmentException;
import lockstep.engine.python.Interpreter;
import lockstep.engine.python.PythonCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Interpreters that do not answer: here a shell stands in for them.
class InstalledPackagesTest {
  @TempDir private Path folder;

  @Test
  void onePythonThatIsTooOldIsSaidToBe() throws IOException {
    assertThat(code("case \"$*\" in *sys.version*) echo 3.6.15;; *) exit 1;; esac"))
        .isEqualTo(PythonCode.TOO_OLD);
    assertThat(code("case \"$*\" in *sys.version*) echo 2.7.18;; *) exit 2;; esac"))
        .isEqualTo(PythonCode.TOO_OLD);
    assertThat(code("exit 3")).isEqualTo(PythonCode.NO_ANSWER);
  }

  private Object code(String script) throws IOException {
    var program = Files.writeString(folder.resolve("python"), "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    var python = new Interpreter(List.of(program.toString()), Interpreter.Way.OPTION, List.of());
    var thrown = new Object[1];
    assertThatThrownBy(() -> InstalledPackages.of(python, folder, List.of()))
        .isInstanceOfSatisfying(
            EnvironmentException.class, it -> thrown[0] = it.diagnostic().code());
    return thrown[0];
  }
}
