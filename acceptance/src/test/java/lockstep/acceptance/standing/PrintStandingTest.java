package lockstep.acceptance.standing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.acceptance.corpus.Corpus;
import lockstep.acceptance.corpus.OwnSchemas;
import lockstep.acceptance.corpus.SchemaCase;
import lockstep.acceptance.mutation.RuleCases;
import lockstep.acceptance.oracle.PrismaEngine;
import lockstep.acceptance.oracle.PrismaEngine.Answer;
import lockstep.diagnostic.Diagnostic;
import lockstep.mapping.Reading;
import lockstep.psl.PslReader;
import lockstep.psl.printer.PslPrinter;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

/// What is read from a valid schema and printed again: it says the same, and Prisma's formatter
/// finds nothing to change.
class PrintStandingTest {
  private static final PrismaEngine PRISMA = PrismaEngine.instance();

  @Test
  void corpus() {
    stand("print", Corpus.open().everything().stream());
  }

  @Test
  void ownSchemasAndRules() {
    stand("print-rules", Stream.concat(OwnSchemas.all().stream(), RuleCases.all().stream()));
  }

  private static void stand(String subject, Stream<SchemaCase> cases) {
    var standing = Standing.of(subject);
    cases.forEach(
        it -> {
          var reading = PslReader.read(it.files());
          if (!reading.hasErrors()) {
            standing.count(it.name(), difference(reading));
          }
        });
    standing.close();
  }

  private static Optional<String> difference(Reading reading) {
    var printed = PslPrinter.print(reading.schema(), reading.mapping());
    var text = SourceText.of("schema.prisma", printed.text());
    var again = PslReader.read(List.of(text));
    if (again.hasErrors()) {
      return again.diagnostics().stream()
          .filter(Diagnostic::isError)
          .map(Diagnostic::fact)
          .findFirst();
    }
    if (!printed.diagnostics().isEmpty()) {
      return Optional.of(printed.diagnostics().getFirst().fact());
    }
    if (!again.schema().equals(reading.schema())) {
      return Optional.of("another schema:\n" + printed.text());
    }
    if (!again.mapping().equals(reading.mapping())) {
      return Optional.of("another mapping:\n" + printed.text());
    }
    return PRISMA.format(List.of(text)) instanceof Answer.Value<List<SourceText>>(var formatted)
        ? TextDifference.first(formatted.getFirst().content(), printed.text())
        : Optional.of("Prisma's formatter breaks on the text");
  }
}
