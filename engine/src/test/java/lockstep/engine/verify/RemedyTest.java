package lockstep.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.engine.python.Interpreter;
import org.junit.jupiter.api.Test;

/// What Python said last names the package that is missing.
class RemedyTest {
  private static final Interpreter PYTHON =
      new Interpreter(List.of("python"), Interpreter.Way.DOT_VENV, List.of());

  @Test
  void aMissingOrOldPackageIsNamedWithTheCommandThatBringsIt() {
    assertThat(Remedy.ofPython(PYTHON, "ModuleNotFoundError: No module named 'sqlalchemy.orm'"))
        .isEqualTo("Run `python -m pip install 'sqlalchemy[asyncio]>=2'`.");
    assertThat(
            Remedy.ofPython(
                PYTHON,
                "ImportError: cannot import name 'DeclarativeBase' from 'sqlalchemy.orm' (/x)"))
        .contains("sqlalchemy[asyncio]>=2");
    assertThat(Remedy.ofPython(PYTHON, "ModuleNotFoundError: No module named 'app'"))
        .isEqualTo("Converted calls import `app`: bring it within reach of `python` (from .venv).");
    assertThat(Remedy.ofPython(PYTHON, "MemoryError")).isEqualTo(Remedy.UNKNOWN);
  }
}
