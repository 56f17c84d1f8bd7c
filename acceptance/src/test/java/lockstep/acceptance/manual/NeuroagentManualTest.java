package lockstep.acceptance.manual;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages about the sample with two back ends: as long as all others together, so that they run
/// beside them.
class NeuroagentManualTest extends ManualSteps {
  static final String SAMPLE = "neuroagent";

  static Stream<String> pages() throws IOException {
    return pages(SAMPLE::equals);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandDoesWhatThePageSays(String name) throws IOException {
    perform(name);
  }
}
