package lockstep.engine.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.project.Environment;
import lockstep.engine.project.PythonSettings;
import lockstep.engine.python.Interpreter.Way;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterpreterSearchTest {
  @TempDir private Path folder;

  private final Map<String, String> variables = new HashMap<>();
  private Path project;
  private Path code;
  private Path path;

  @BeforeEach
  void layOut() throws IOException {
    project = Files.createDirectories(folder.resolve("project"));
    code = Files.createDirectories(project.resolve("services/api"));
    path = Files.createDirectories(folder.resolve("path"));
    variables.put("PATH", path.toString());
  }

  @Test
  void theOptionWinsOverEverything() throws IOException {
    program(code.resolve(".venv/bin/python"), "");
    var named = program(folder.resolve("elsewhere/python"), "");
    assertThat(find(Optional.of(named.toString()), Optional.of("other")))
        .isEqualTo(Way.OPTION + " " + named);
  }

  @Test
  void theConfigurationIsRelativeToTheProject() throws IOException {
    var named = program(project.resolve("env/bin/python"), "");
    program(code.resolve(".venv/bin/python"), "");
    assertThat(find(Optional.empty(), Optional.of("env")))
        .isEqualTo(Way.CONFIGURATION + " " + named);
  }

  @Test
  void aCommandKeepsItsWords() throws IOException {
    var uv = program(path.resolve("uv"), "");
    assertThat(find(Optional.of("uv run python"), Optional.empty()))
        .isEqualTo(Way.OPTION + " " + uv + " run python");
  }

  @Test
  void whatIsNamedAndMissingIsNotPassedOver() throws IOException {
    program(code.resolve(".venv/bin/python"), "");
    assertThatThrownBy(() -> find(Optional.of("python9.9"), Optional.empty()))
        .isInstanceOfSatisfying(
            EnvironmentException.class,
            it -> assertThat(it.code()).isEqualTo(PythonCode.CANNOT_START))
        .hasMessageContaining("`python9.9`, named by --python");
  }

  @Test
  void anActiveEnvironmentComesBeforeTheProjectsOwn() throws IOException {
    var active = program(folder.resolve("active/bin/python"), "");
    program(code.resolve(".venv/bin/python"), "");
    variables.put("VIRTUAL_ENV", folder.resolve("active").toString());
    assertThat(find()).isEqualTo(Way.VIRTUAL_ENV + " " + active);
  }

  @Test
  void aStaleActiveEnvironmentIsNotPassedOver() throws IOException {
    program(project.resolve(".venv/bin/python"), "");
    variables.put("VIRTUAL_ENV", folder.resolve("gone").toString());
    assertThatThrownBy(this::find)
        .isInstanceOfSatisfying(
            EnvironmentException.class,
            it -> assertThat(it.code()).isEqualTo(PythonCode.CANNOT_START))
        .hasMessage("`%s`, named by VIRTUAL_ENV, has no Python.", folder.resolve("gone"));
  }

  @Test
  void theNearestVirtualEnvironmentIsTaken() throws IOException {
    program(project.resolve(".venv/bin/python"), "");
    var nearest = program(code.resolve(".venv/bin/python"), "");
    assertThat(find()).isEqualTo(Way.DOT_VENV + " " + nearest);
  }

  @Test
  void nothingAboveTheProjectIsLookedAt() throws IOException {
    program(folder.resolve(".venv/bin/python"), "");
    var onPath = program(path.resolve("python3"), "");
    assertThat(find()).isEqualTo(Way.PATH + " " + onPath);
  }

  @Test
  void uvIsAskedWhereTheProjectUsesIt() throws IOException {
    var python = program(folder.resolve("uv-made/bin/python"), "");
    program(path.resolve("uv"), "test \"$1 $2\" = 'python find' && pwd >&2 && echo " + python);
    Files.writeString(project.resolve("uv.lock"), "");
    assertThat(find()).isEqualTo(Way.UV + " " + python);
  }

  @Test
  void theEnvironmentThatUvKeepsElsewhereIsFoundWithoutUv() throws IOException {
    var python = program(project.resolve("build/env/bin/python"), "");
    Files.writeString(project.resolve("uv.lock"), "");
    variables.put("UV_PROJECT_ENVIRONMENT", "build/env");
    assertThat(find()).isEqualTo(Way.UV + " " + python);
  }

  @Test
  void poetryIsAskedWhereTheProjectUsesIt() throws IOException {
    var python = program(folder.resolve("poetry-made/bin/python"), "");
    program(path.resolve("poetry"), "echo " + python);
    Files.writeString(code.resolve("pyproject.toml"), "[tool.poetry]\nname = \"x\"\n");
    assertThat(find()).isEqualTo(Way.POETRY + " " + python);
  }

  @Test
  void poetryWithoutAnEnvironmentIsPassedOver() throws IOException {
    program(path.resolve("poetry"), "exit 1");
    var onPath = program(path.resolve("python3"), "");
    Files.writeString(code.resolve("poetry.lock"), "");
    assertThat(find()).isEqualTo(Way.PATH + " " + onPath);
  }

  @Test
  void anActiveCondaEnvironmentIsTakenUnlessItIsTheBase() throws IOException {
    var conda = program(folder.resolve("conda/bin/python"), "");
    var onPath = program(path.resolve("python3"), "");
    variables.put("CONDA_PREFIX", folder.resolve("conda").toString());
    variables.put("CONDA_DEFAULT_ENV", "work");
    assertThat(find()).isEqualTo(Way.CONDA + " " + conda);
    variables.put("CONDA_DEFAULT_ENV", "base");
    assertThat(find()).isEqualTo(Way.PATH + " " + onPath);
  }

  @Test
  void withoutAnyTheMessageSaysWhatWasTried() throws IOException {
    Files.writeString(code.resolve("poetry.lock"), "");
    assertThatThrownBy(this::find)
        .isInstanceOfSatisfying(
            EnvironmentException.class, it -> assertThat(it.code()).isEqualTo(PythonCode.NO_PYTHON))
        .hasMessageContaining("VIRTUAL_ENV is not set")
        .hasMessageContaining(".venv is not in `" + code + "` or above it")
        .hasMessageContaining("uv is not used by the project")
        .hasMessageContaining("poetry is used by the project but not on the path")
        .hasMessageContaining("PATH has neither `python3` nor `python`");
  }

  @Test
  void aToolThatTheProjectUsesIsNotPassedOverInSilence() throws IOException {
    var onPath = program(path.resolve("python3"), "");
    Files.writeString(code.resolve("uv.lock"), "");
    assertThat(interpreter(Optional.empty(), Optional.empty()).described())
        .isEqualTo("`%s` (from PATH; uv is used by the project but not on the path)", onPath);
  }

  private String find() {
    return find(Optional.empty(), Optional.empty());
  }

  private String find(Optional<String> option, Optional<String> configured) {
    var found = interpreter(option, configured);
    return found.way() + " " + String.join(" ", found.command());
  }

  private Interpreter interpreter(Optional<String> option, Optional<String> configured) {
    var environment = new Environment(variables, folder, folder);
    var settings =
        new PythonSettings(option, configured, Optional.empty(), PythonSettings.DEFAULT_TIMEOUT);
    var python = new PythonProject(project, code, settings, environment);
    return InterpreterSearch.find(python, Progress.SILENT);
  }

  private static Path program(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
