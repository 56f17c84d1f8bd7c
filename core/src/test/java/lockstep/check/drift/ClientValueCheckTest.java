package lockstep.check.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import lockstep.diagnostic.PlainRenderer;
import lockstep.psl.PslReader;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import org.junit.jupiter.params.ParameterizedTest;

class ClientValueCheckTest {
  @ParameterizedTest
  @GoldenCases("client-values") // from.prisma, to.prisma; drift.txt
  void valuesThatOnlyOneClientFillsInAreNamed(GoldenCase it) {
    var from = side(it, "from.prisma");
    var to = side(it, "to.prisma");
    it.expect(
        "drift.txt",
        ClientValueCheck.check(from, to).stream()
            .map(Drift::diagnostic)
            .map(PlainRenderer::render)
            .collect(Collectors.joining("\n")));
    assertThat(ClientValueCheck.check(from, from)).isEmpty();
    assertThat(ClientValueCheck.check(to, from)).hasSameSizeAs(ClientValueCheck.check(from, to));
  }

  private static Side side(GoldenCase it, String file) {
    var reading = PslReader.read(List.of(it.source(file)));
    assertThat(reading.diagnostics()).isEmpty();
    return new Side(file, reading);
  }
}
