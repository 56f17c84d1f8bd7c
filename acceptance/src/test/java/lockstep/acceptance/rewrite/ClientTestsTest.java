package lockstep.acceptance.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.acceptance.sample.SampleProject;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The tests of Prisma Client Python itself, after their calls are converted: how many pass on a
/// database, of a copy that somebody brings: `./dev test ClientTestsTest --source DIR`.
@Tag("source")
class ClientTestsTest {
  @TempDir private Path folder;

  /// One case passes in most runs: it reads rows without an order.
  ///
  /// @param same how many cases pass at least
  /// @param refused how many have a call that stays, at most
  @ParameterizedTest
  @CsvSource({"async, 163, 29", "sync, 166, 28"})
  void passAfterTheirCallsAreConverted(String client, int same, int refused) throws IOException {
    var source = System.getProperty("lockstep.source", "");
    Assumptions.assumeTrue(
        !source.isEmpty(),
        "no copy of RobertCraigie/prisma-client-py: ./dev test ClientTestsTest --source DIR");
    var python = PythonEnvironment.of("prisma-client-py").program("python");
    try (var project = SampleProject.own("client-tests", folder)) {
      var run =
          project.run(
              "'%s' run.py '%s' %s".formatted(python, Path.of(source).toAbsolutePath(), client));
      System.out.println(run.output());
      assertThat(run.exit()).as(run.errors()).isZero();
      assertThat(count(run.output(), "same")).isGreaterThanOrEqualTo(same);
      assertThat(count(run.output(), "refused")).isLessThanOrEqualTo(refused);
      assertThat(count(run.output(), "not read")).isLessThanOrEqualTo(1);
    }
  }

  private static int count(String output, String kind) {
    var found = Pattern.compile("cases: .*?(\\d+) " + kind).matcher(output);
    assertThat(found.find()).as(output).isTrue();
    return Integer.parseInt(found.group(1));
  }
}
