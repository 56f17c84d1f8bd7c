package lockstep.psl.syntax;

import java.util.stream.Collectors;
import lockstep.diagnostic.PlainRenderer;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import org.junit.jupiter.params.ParameterizedTest;

class PslSyntaxGoldenTest {
  @ParameterizedTest
  @GoldenCases("psl-syntax")
  void reports(GoldenCase it) {
    var file = PslParser.parse(it.source("schema.prisma"));
    var report =
        file.diagnostics().stream().map(PlainRenderer::render).collect(Collectors.joining("\n"));
    it.expect("diagnostics.txt", report);
  }
}
