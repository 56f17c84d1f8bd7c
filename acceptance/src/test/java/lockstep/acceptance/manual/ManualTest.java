package lockstep.acceptance.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.sample.SampleProject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every command in the manual does what the page says, on a copy of a sample and its database.
class ManualTest {
  @TempDir Path folder;

  /// The pages of the manual, and those that samples have of themselves.
  static Stream<String> pages() throws IOException {
    var root = Checkout.root();
    try (var manual = Files.list(root.resolve("docs/manual"));
        var samples = Files.list(root.resolve("samples"))) {
      return Stream.concat(manual, samples.map(it -> it.resolve("README.md")))
          .filter(it -> it.toString().endsWith(".md") && Files.exists(it))
          .map(it -> root.relativize(it).toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandDoesWhatThePageSays(String name) throws IOException {
    var page = ManualPage.of(name, Files.readString(Checkout.root().resolve(name)));
    try (var project = SampleProject.copy(page.sample(), folder)) {
      for (var step : page.steps()) {
        perform(step, project);
      }
    }
  }

  private static void perform(ManualPage.Step step, SampleProject project) throws IOException {
    switch (step) {
      case ManualPage.Step.Run(var command, var exit) -> {
        var result = project.run(command);
        assertThat(result.exit())
            .as("%s%n%s%s", command, result.output(), result.errors())
            .isEqualTo(exit);
      }
      case ManualPage.Step.Edit(var file, var from, var to) -> project.edit(file, from, to);
      case ManualPage.Step.Sql(var statement) ->
          assertThat(project.database().run(statement)).isEmpty();
    }
  }
}
