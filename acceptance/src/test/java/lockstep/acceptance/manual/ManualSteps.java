package lockstep.acceptance.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lockstep.acceptance.oracle.Checkout;
import lockstep.acceptance.sample.SampleProject;
import org.junit.jupiter.api.io.TempDir;

/// Does what pages of the manual say, on a copy of a sample and its database.
abstract class ManualSteps {
  @TempDir Path folder;

  /// Returns the pages of the manual, and those that samples have of themselves.
  ///
  /// @param sample tells by the name of a page's sample whether it is wanted
  static Stream<String> pages(Predicate<String> sample) throws IOException {
    var root = Checkout.root();
    try (var manual = Files.list(root.resolve("docs/manual"));
        var samples = Files.list(root.resolve("samples"))) {
      var pages =
          Stream.concat(manual, samples.map(it -> it.resolve("README.md")))
              .filter(it -> it.toString().endsWith(".md") && Files.exists(it))
              .map(it -> root.relativize(it).toString())
              .sorted()
              .toList();
      var wanted = new ArrayList<String>();
      for (var it : pages) {
        if (sample.test(page(it).sample())) {
          wanted.add(it);
        }
      }
      return wanted.stream();
    }
  }

  private static ManualPage page(String name) throws IOException {
    return ManualPage.of(name, Files.readString(Checkout.root().resolve(name)));
  }

  void perform(String name) throws IOException {
    var page = page(name);
    try (var project = SampleProject.copy(page.sample(), folder)) {
      for (var step : page.steps()) {
        perform(step, project);
      }
    }
  }

  /// Who stops the server that all tests are tried on stops them too: it is another one here.
  private static String apart(String command) {
    return command.startsWith("lockstep shadow ")
        ? "LOCKSTEP_CACHE='%s' %s".formatted(Checkout.acceptance("target/manual-cache"), command)
        : command;
  }

  private static void perform(ManualPage.Step step, SampleProject project) throws IOException {
    switch (step) {
      case ManualPage.Step.Run(var command, var exit) -> {
        var result = project.run(apart(command));
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
