package lockstep.engine.postgres.introspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.PlainRenderer;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.testing.Postgres;
import lockstep.psl.PslReader;
import lockstep.psl.printer.PslPrinter;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import lockstep.text.SourceText;
import org.junit.jupiter.params.ParameterizedTest;

@Postgres
class PrintedDatabaseTest {
  @ParameterizedTest
  @GoldenCases("printed-database") // schema.sql; schema.prisma, losses.txt
  void isAValidPrismaSchemaThatNamesWhatItCannotSay(GoldenCase it, ShadowDatabase database) {
    assertThat(database.run(it.text("schema.sql"))).isEmpty();
    var options = IntrospectionOptions.everything("database");
    var reading = Introspector.read(database.session(), options);
    var printed = PslPrinter.print(reading.schema(), reading.mapping());
    it.expect("schema.prisma", printed.text());
    it.expect(
        "losses.txt",
        printed.diagnostics().stream().map(PlainRenderer::render).collect(Collectors.joining()));
    var again = PslReader.read(List.of(SourceText.of("schema.prisma", printed.text())));
    assertThat(again.diagnostics().stream().filter(Diagnostic::isError)).isEmpty();
  }
}
