package lockstep.engine.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.project.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedEnvironmentTest {
  @TempDir private Path folder;

  private final List<String> steps = new ArrayList<>();

  @Test
  void anEnvironmentIsMadeOnceAndKept() throws IOException {
    var requirements = requirements("# nothing yet\n");
    var python = prepare(requirements);
    assertThat(python).isExecutable();
    assertThat(steps).containsExactly("Making a Python environment from requirements.txt");
    assertThat(prepare(requirements)).isEqualTo(python);
    assertThat(steps).hasSize(1);
  }

  @Test
  void otherRequirementsAreAnotherEnvironmentAlsoInIncludedFiles() throws IOException {
    Files.writeString(folder.resolve("base.txt"), "# one\n");
    var requirements = requirements("-r base.txt\n");
    var python = prepare(requirements);
    Files.writeString(folder.resolve("base.txt"), "# two\n");
    assertThat(prepare(requirements)).isNotEqualTo(python);
  }

  @Test
  void requirementsThatNameCodeBesideThemHaveAnEnvironmentInEachCheckout() {
    for (var local :
        List.of("-e ../lib", "./lib", "libs/shared[all]", "lib @ file:///srv/lib", "-f wheels")) {
      var texts = List.of("sqlalchemy\n" + local + "\n");
      assertThat(RequirementsKey.of(texts, Path.of("/one")))
          .as(local)
          .isNotEqualTo(RequirementsKey.of(texts, Path.of("/two")));
    }
    var texts = List.of("# ./ is here\nsqlalchemy>=2  # see https://example.org/x\n-r base.txt\n");
    assertThat(RequirementsKey.of(texts, Path.of("/one")))
        .isEqualTo(RequirementsKey.of(texts, Path.of("/two")));
  }

  @Test
  void oneWhoseMakerWasKilledIsMadeAnew() throws IOException {
    var requirements = requirements("");
    var python = prepare(requirements);
    var environment = python.getParent().getParent();
    Files.delete(environment.resolve("lockstep-complete"));
    Files.writeString(environment.resolve("half-written"), "");
    assertThat(prepare(requirements)).isEqualTo(python);
    assertThat(environment.resolve("half-written")).doesNotExist();
  }

  @Test
  void twoRunsAtOnceMakeOne() throws Exception {
    var requirements = requirements("# for two\n");
    Callable<Path> one = () -> environment().prepare(requirements);
    try (var both = Executors.newFixedThreadPool(2)) {
      var results = both.invokeAll(List.of(one, one));
      assertThat(results.get(0).get()).isEqualTo(results.get(1).get());
    }
    assertThat(steps).hasSize(1);
  }

  @Test
  void pipsOwnWordsTellWhyItFailed() throws IOException {
    var requirements = requirements("./not-there-at-all\n");
    assertThatThrownBy(() -> prepare(requirements))
        .isInstanceOfSatisfying(
            EnvironmentException.class,
            it -> assertThat(it.code()).isEqualTo(PythonCode.INSTALL_FAILED))
        .hasMessageContaining("not-there-at-all");
  }

  @Test
  void beingOfflineIsSaidAndNoPasswordShown() throws IOException {
    var requirements =
        requirements("--index-url http://me:hunter2@127.0.0.1:9/simple\nno-such-thing==1\n");
    assertThatThrownBy(() -> prepare(requirements))
        .isInstanceOfSatisfying(
            EnvironmentException.class, it -> assertThat(it.code()).isEqualTo(PythonCode.OFFLINE))
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aPythonThatCannotMakeEnvironmentsIsNamed() throws IOException {
    var broken =
        Files.writeString(folder.resolve("python3"), "#!/bin/sh\necho no venv >&2\nexit 1");
    assertThat(broken.toFile().setExecutable(true)).isTrue();
    var environment = new ManagedEnvironment(cache(), List.of(broken), progress());
    var requirements = requirements("");
    assertThatThrownBy(() -> environment.prepare(requirements))
        .isInstanceOf(EnvironmentException.class)
        .hasMessage("`%s -m venv` failed: no venv", broken);
  }

  private Path prepare(Path requirements) {
    return environment().prepare(requirements);
  }

  private ManagedEnvironment environment() {
    var pythons = new Programs(Environment.ofProcess()).pythons();
    return new ManagedEnvironment(cache(), pythons.subList(0, 1), progress());
  }

  private Path cache() {
    return folder.resolve("cache");
  }

  private Path requirements(String text) throws IOException {
    return Files.writeString(folder.resolve("requirements.txt"), text);
  }

  private Progress progress() {
    return new Progress() {
      @Override
      public void started(String what) {
        steps.add(what);
      }

      @Override
      public void advanced(long done, long total) {}

      @Override
      public void finished() {}
    };
  }
}
