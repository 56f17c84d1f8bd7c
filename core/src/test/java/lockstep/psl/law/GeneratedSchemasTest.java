package lockstep.psl.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lockstep.diagnostic.Diagnostic;
import lockstep.diff.Differ;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.mapping.Reading;
import lockstep.psl.PslFormatter;
import lockstep.psl.PslReader;
import lockstep.psl.printer.PslPrinter;
import lockstep.testing.random.RandomSchema;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

/// What must hold of every valid schema.
///
/// `-Dlockstep.slow=true` tries thousands, `-Dlockstep.seed=N` begins elsewhere. A schema that
/// breaks a law is shown with its seed, cut down to what breaks it.
class GeneratedSchemasTest {
  private static final int COUNT = Boolean.getBoolean("lockstep.slow") ? 5_000 : 200;
  private static final long SEED = Long.getLong("lockstep.seed", 1);

  @Test
  void formattingTwiceIsFormattingOnceAndSaysTheSame() {
    holds(
        it -> {
          var once = PslFormatter.format(it);
          if (!PslFormatter.format(once).content().equals(once.content())) {
            return Optional.of("formatted again it is another");
          }
          var before = read(it);
          var after = read(once);
          return before.schema().equals(after.schema()) && before.mapping().equals(after.mapping())
              ? Optional.empty()
              : Optional.of("formatted it says something else");
        });
  }

  @Test
  void whatIsPrintedReadsBackAndIsFormatted() {
    holds(
        it -> {
          var given = read(it);
          var printed = PslPrinter.print(given.schema(), given.mapping());
          if (!printed.diagnostics().isEmpty()) {
            return Optional.of(printed.diagnostics().getFirst().fact());
          }
          var text = SourceText.of("printed.prisma", printed.text());
          var again = read(text);
          if (again.hasErrors()) {
            return Optional.of(
                again.diagnostics().stream().filter(Diagnostic::isError).toList() + printed.text());
          }
          if (!again.schema().equals(given.schema())) {
            return Optional.of(
                "another schema: " + Differ.diff(given.schema(), again.schema()) + printed.text());
          }
          if (!again.mapping().equals(given.mapping())) {
            return Optional.of("another mapping:\n" + printed.text());
          }
          var isSettled =
              PslFormatter.format(text).content().equals(printed.text())
                  && PslPrinter.print(again.schema(), again.mapping())
                      .text()
                      .equals(printed.text());
          return isSettled ? Optional.empty() : Optional.of("printed again it is another");
        });
  }

  @Test
  void everySchemaHasDdlAndNoDifferenceToItself() {
    holds(
        it -> {
          var schema = read(it).schema();
          var changes = Differ.diff(schema, schema);
          return changes.isEmpty() && !DdlEmitter.emit(schema).isBlank()
              ? Optional.empty()
              : Optional.of(changes.toString());
        });
  }

  private static Reading read(SourceText file) {
    return PslReader.read(List.of(file));
  }

  /// @param law says what is wrong, or nothing
  private static void holds(Function<SourceText, Optional<String>> law) {
    RandomSchema.of(SEED, COUNT)
        .forEach(
            it -> {
              if (broken(law, it).isPresent()) {
                var smallest = it.shrunk(smaller -> broken(law, smaller).isPresent());
                assertThat(broken(law, smallest))
                    .as("seed %d:%n%s", it.seed(), smallest.text())
                    .isEmpty();
              }
            });
  }

  private static Optional<String> broken(
      Function<SourceText, Optional<String>> law, RandomSchema schema) {
    try {
      return law.apply(schema.file());
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of(e.toString());
    }
  }
}
