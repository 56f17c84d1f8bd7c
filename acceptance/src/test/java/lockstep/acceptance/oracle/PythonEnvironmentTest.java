package lockstep.acceptance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Python judges themselves, on a file of our own.
class PythonEnvironmentTest {
  private static final String MODELS =
      """
      from __future__ import annotations

      import sqlalchemy as sa
      from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


      class Base(DeclarativeBase):
          pass


      class User(Base):
          __tablename__ = "User"
          id: Mapped[str] = mapped_column(sa.Text(), primary_key=True)
      """;

  @Test
  void oldestHasTheVersionsOfAnOlderProject() {
    var shown = versions(PythonEnvironment.oldest(), "sqlalchemy", "asyncpg");
    assertThat(shown).isEqualTo("2.0.25 0.29.0");
  }

  @Test
  void newestChecksModels(@TempDir Path folder) throws IOException {
    var python = PythonEnvironment.newest();
    assertThat(versions(python, "sqlalchemy")).startsWith("2.1.");
    Files.writeString(folder.resolve("models.py"), MODELS);
    assertThat(check(python, folder, "mypy", "--strict", "models.py").exit()).isZero();
    assertThat(check(python, folder, "pyright", "models.py").output()).contains("0 errors");
    assertThat(check(python, folder, "ruff", "check", "--select", "E,F,I", "models.py").exit())
        .isZero();
    assertThat(check(python, folder, "ruff", "format", "--check", "models.py").exit()).isZero();
  }

  @Test
  void newestSeesWhatIsWrong(@TempDir Path folder) throws IOException {
    var python = PythonEnvironment.newest();
    Files.writeString(folder.resolve("models.py"), MODELS + "\n\nx: int = User().id\n");
    assertThat(check(python, folder, "mypy", "--strict", "models.py").exit()).isEqualTo(1);
    assertThat(check(python, folder, "pyright", "models.py").output()).contains("1 error");
  }

  private static Command.Result check(PythonEnvironment python, Path folder, String... words) {
    var arguments = List.of(words).subList(1, words.length);
    return python.run(folder, Duration.ofMinutes(3), words[0], arguments);
  }

  private static String versions(PythonEnvironment python, String... modules) {
    var all = String.join(", ", modules);
    var code = "import %s; print(*(m.__version__ for m in (%s,)))".formatted(all, all);
    return python
        .run(Checkout.root(), Duration.ofMinutes(1), "python", List.of("-c", code))
        .orThrow("python")
        .output()
        .strip();
  }
}
