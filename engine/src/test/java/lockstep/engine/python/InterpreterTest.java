package lockstep.engine.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import lockstep.engine.python.Interpreter.Way;
import org.junit.jupiter.api.Test;

/// What brings a package in is a command, or said to be an edit.
class InterpreterTest {
  @Test
  void eachWayInstallsInItsOwnWords() {
    assertThat(at(Way.DOT_VENV).installing("sqlalchemy>=2"))
        .isEqualTo("Run `'/my app/python' -m pip install 'sqlalchemy>=2'`");
    assertThat(at(Way.UV).installing("asyncpg==0.29.0")).isEqualTo("Run `uv add asyncpg==0.29.0`");
    assertThat(at(Way.MANAGED).installing("sqlalchemy>=2"))
        .isEqualTo(
            "Add a line `sqlalchemy>=2` to the requirements that this environment is made from");
    assertThat(at(Way.POETRY).installingAll(Path.of("requirements.txt")))
        .isEqualTo("Run `'/my app/python' -m pip install -r requirements.txt`");
  }

  private static Interpreter at(Way way) {
    return new Interpreter(List.of("/my app/python"), way, List.of());
  }
}
