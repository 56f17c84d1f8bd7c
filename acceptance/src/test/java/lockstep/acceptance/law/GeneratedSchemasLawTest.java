package lockstep.acceptance.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lockstep.acceptance.oracle.PrismaEngine;
import lockstep.acceptance.oracle.PrismaEngine.Answer;
import lockstep.acceptance.oracle.PrismaEngine.Finding;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.psl.PslFormatter;
import lockstep.psl.PslReader;
import lockstep.psl.printer.PslPrinter;
import lockstep.testing.random.RandomSchema;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

/// Schemas made by chance: Prisma takes each of them, and what it makes of one, we make of it.
///
/// `-Dlockstep.slow=true` tries thousands, `-Dlockstep.seed=N` begins elsewhere.
class GeneratedSchemasLawTest {
  private static final PrismaEngine PRISMA = PrismaEngine.instance();
  private static final boolean IS_SLOW = Boolean.getBoolean("lockstep.slow");
  private static final long SEED = Long.getLong("lockstep.seed", 1);

  @Test
  void prismaAcceptsThem() {
    holds(
        IS_SLOW ? 3_000 : 150,
        it -> {
          var found = PRISMA.validate(List.of(it)).orThrow();
          var errors = found.stream().filter(finding -> !finding.isWarning()).toList();
          var ours = PslReader.read(List.of(it)).diagnostics().stream().filter(d -> isWarning(d));
          if (!errors.isEmpty()) {
            return Optional.of(errors.toString());
          }
          var prismas = found.stream().filter(Finding::isWarning).count();
          return prismas == ours.count()
              ? Optional.empty()
              : Optional.of("other warnings: " + found);
        });
  }

  @Test
  void prismaFormatsThemAlikeAndLeavesAloneWhatWePrint() {
    holds(
        IS_SLOW ? 3_000 : 150,
        it -> {
          var reading = PslReader.read(List.of(it));
          var printed = PslPrinter.print(reading.schema(), reading.mapping()).text();
          return other(formatted(it), PslFormatter.format(it).content())
              .or(() -> other(formatted(SourceText.of("printed.prisma", printed)), printed));
        });
  }

  @Test
  void theirDdlSaysToPostgresWhatPrismasSays() {
    holds(
        IS_SLOW ? 1_000 : 30,
        it -> {
          var ours = DdlEmitter.emit(PslReader.read(List.of(it)).schema());
          var prismas = PRISMA.ddl(List.of(it));
          return prismas instanceof Answer.Value<String>(var text) && !text.equals(ours)
              ? catalogDifference(text, ours)
              : Optional.empty();
        });
  }

  /// Nothing is asked of us where the server refuses Prisma's own script.
  private static Optional<String> catalogDifference(String prismas, String ours) {
    try (var theirs = ScratchServer.instance().scratch();
        var mine = ScratchServer.instance().scratch()) {
      if (theirs.run(prismas).isPresent()) {
        return Optional.empty();
      }
      var refusal = mine.run(ours);
      if (refusal.isPresent()) {
        return Optional.of(refusal.get().message() + "\n" + ours);
      }
      var differences = theirs.catalog().differencesTo(mine.catalog());
      return differences.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", differences));
    }
  }

  private static boolean isWarning(lockstep.diagnostic.Diagnostic it) {
    return it.severity() == lockstep.diagnostic.Severity.WARNING;
  }

  private static String formatted(SourceText text) {
    return PRISMA.format(List.of(text)).orThrow().getFirst().content();
  }

  private static Optional<String> other(String expected, String actual) {
    return expected.equals(actual)
        ? Optional.empty()
        : Optional.of("Prisma:\n" + expected + "we:\n" + actual);
  }

  /// @param law says what is wrong, or nothing
  private static void holds(int count, Function<SourceText, Optional<String>> law) {
    RandomSchema.of(SEED, count)
        .forEach(
            it -> {
              if (law.apply(it.file()).isPresent()) {
                var smallest = it.shrunk(smaller -> law.apply(smaller.file()).isPresent());
                assertThat(law.apply(smallest.file()))
                    .as("seed %d:%n%s", it.seed(), smallest.text())
                    .isEmpty();
              }
            });
  }
}
