package lockstep.psl.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.mapping.Reading;
import lockstep.psl.PslFormatter;
import lockstep.psl.PslReader;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import lockstep.text.SourceText;
import org.junit.jupiter.params.ParameterizedTest;

class PslPrinterTest {
  @ParameterizedTest
  @GoldenCases("psl-print")
  void prints(GoldenCase it) {
    var reading = read(it.source("in.prisma"));
    var printed = PslPrinter.print(reading.schema(), reading.mapping());
    var text = SourceText.of("schema.prisma", printed.text());
    it.expect("out.prisma", printed.text());
    var again = read(text);
    assertThat(again.schema()).isEqualTo(reading.schema());
    assertThat(again.mapping()).isEqualTo(reading.mapping());
    assertThat(printed.diagnostics()).isEmpty();
    assertThat(PslFormatter.format(text)).isEqualTo(text);
  }

  private static Reading read(SourceText source) {
    var reading = PslReader.read(List.of(source));
    assertThat(reading.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
    return reading;
  }
}
