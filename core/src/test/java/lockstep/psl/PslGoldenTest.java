package lockstep.psl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import lockstep.diagnostic.PlainRenderer;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import org.junit.jupiter.params.ParameterizedTest;

class PslGoldenTest {
  @ParameterizedTest
  @GoldenCases("psl")
  void reports(GoldenCase it) {
    var reading = PslReader.read(it.sources(".prisma"));
    it.expect(
        "diagnostics.txt",
        reading.diagnostics().stream()
            .map(PlainRenderer::render)
            .collect(Collectors.joining("\n")));
    assertThat(PslReader.validate(it.sources(".prisma")).diagnostics())
        .isEqualTo(reading.diagnostics());
  }

  @ParameterizedTest
  @GoldenCases("psl-lowering")
  void lowers(GoldenCase it) {
    var reading = PslReader.read(it.sources(".prisma"));
    assertThat(reading.hasErrors()).isFalse();
    var validity = PslReader.validate(it.sources(".prisma"));
    assertThat(validity.models()).isEqualTo(reading.mapping().models().size());
    assertThat(validity.enums()).isEqualTo(reading.mapping().enums().size());
    it.expect("schema.sql", DdlEmitter.emit(reading.schema()));
  }
}
