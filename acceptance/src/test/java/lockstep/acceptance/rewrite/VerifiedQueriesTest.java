package lockstep.acceptance.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lockstep.acceptance.oracle.Command;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.acceptance.sample.SampleProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Conversions that Prisma Client for JavaScript has judged.
class VerifiedQueriesTest {
  @TempDir private Path folder;

  @Test
  void everyOperatorMeansTheSame() throws IOException {
    var result = verify("verify", "operators.py");
    assertThat(result.output()).contains("calls tried:", "0 not tried, 0 differ");
    assertThat(proven(result)).isGreaterThanOrEqualTo(494);
  }

  @Test
  void whatIsWrittenToRelatedRowsAndTheEndsOfOrdersMeanTheSame() throws IOException {
    assertThat(verify("verify", "related.py").output())
        .contains("20 converted calls tried: 20 proven equal, 0 not tried, 0 differ");
    assertThat(verify("verify", "orders.py").output())
        .contains("26 converted calls tried: 26 proven equal, 0 not tried, 0 differ");
  }

  @Test
  void whatDoesNotHoldMeansTheSameWhereRelatedRowsHaveNulls() throws IOException {
    assertThat(verify("verify", "negations.py").output())
        .contains("81 converted calls tried: 81 proven equal, 0 not tried, 0 differ");
  }

  @Test
  void whatIsPutTogetherBeforeItsCallMeansTheSame() throws IOException {
    assertThat(verify("verify", "built.py").output())
        .contains("16 converted calls tried: 16 proven equal, 0 not tried, 0 differ");
  }

  @Test
  void callsOfProgramsMeanTheSame() throws IOException {
    var result = verify("verify", "queries.py");
    assertThat(result.output())
        .contains("21 converted calls tried: 19 proven equal, 2 not tried, 0 differ");
    assertThat(result.errors())
        .contains("QRY021", "`query_raw` was not tried: its SQL is its own.")
        .contains("`Thing.find_many` was not tried: the value of `where` is only known");
    assertThat(verify("rewrite", "queries.py").output())
        .contains("122 converted calls tried: 100 proven equal, 22 not tried, 0 differ");
  }

  @Test
  void aCallThatMeansSomethingElseIsFound() throws IOException {
    var result = verify("verify", "different.py");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.output()).contains("0 proven equal, 0 not tried, 1 differs");
    assertThat(result.errors())
        .contains("QRY020", "`Thing.update` means something else", "the converted call");
    var json = verify("verify", "different.py --format json");
    assertThat(json.exit()).isEqualTo(1);
    assertThat(json.output()).contains("\"outcome\": \"different\"", "\"arguments\"");
  }

  private Command.Result verify(String project, String files) throws IOException {
    var python = PythonEnvironment.newest().program("python");
    try (var sample = SampleProject.own(project, Files.createTempDirectory(folder, "project"))) {
      return sample.run("lockstep rewrite %s --verify --python '%s'".formatted(files, python));
    }
  }

  private static int proven(Command.Result result) {
    var words = result.output().replaceFirst("(?s).*tried: (\\d+) proven.*", "$1").strip();
    return Integer.parseInt(words);
  }
}
