package lockstep.acceptance.manual;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every command in the manual does what the page says.
class ManualTest extends ManualSteps {
  static Stream<String> pages() throws IOException {
    return pages(it -> !it.equals(NeuroagentManualTest.SAMPLE));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandDoesWhatThePageSays(String name) throws IOException {
    perform(name);
  }
}
