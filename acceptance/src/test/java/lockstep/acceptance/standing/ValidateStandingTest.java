package lockstep.acceptance.standing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.acceptance.corpus.Corpus;
import lockstep.acceptance.corpus.OwnSchemas;
import lockstep.acceptance.corpus.SchemaCase;
import lockstep.acceptance.mutation.RuleCases;
import lockstep.acceptance.oracle.PrismaEngine;
import lockstep.acceptance.oracle.PrismaEngine.Answer;
import lockstep.acceptance.oracle.PrismaEngine.Finding;
import lockstep.psl.PslReader;
import org.junit.jupiter.api.Test;

/// Verdict, place and subject of each error and warning against Prisma's.
class ValidateStandingTest {
  private static final PrismaEngine PRISMA = PrismaEngine.instance();

  /// Retired features are at most a hint here.
  private static final Pattern RETIRED = Pattern.compile("(?i)^(On .*, )?preview feature .*");

  @Test
  void corpus() {
    stand("validate", Corpus.open().everything().stream());
  }

  @Test
  void ownSchemasAndRules() {
    stand("validate-rules", Stream.concat(OwnSchemas.all().stream(), RuleCases.all().stream()));
  }

  @Test
  void mutated() {
    stand(Mutations.subject("validate"), Mutations.sample());
  }

  private static void stand(String subject, Stream<SchemaCase> cases) {
    var standing = Standing.of(subject);
    var differences = new Differences(subject);
    cases
        .filter(SchemaCase::isOurs)
        .forEach(
            it -> {
              if (PRISMA.validate(it.files()) instanceof Answer.Value<List<Finding>>(var found)) {
                var difference = difference(it, found);
                standing.count(
                    it.name(),
                    difference.filter(d -> !d.isMinor()).map(d -> d.kind() + "\n" + d.detail()));
                difference.ifPresent(d -> differences.add(d.kind(), it, d.detail()));
              } else {
                standing.note(it.name() + ": Prisma's validator breaks on this");
              }
            });
    differences.write();
    standing.close();
  }

  private static Optional<Verdicts.Difference> difference(SchemaCase schema, List<Finding> found) {
    var prisma =
        found.stream()
            .filter(it -> !it.isWarning() || !RETIRED.matcher(it.message()).matches())
            .map(it -> Said.of(it, schema.files()))
            .toList();
    try {
      var ours =
          PslReader.read(schema.files()).diagnostics().stream()
              .map(Said::of)
              .flatMap(Optional::stream)
              .toList();
      return Verdicts.compare(schema.files(), prisma, ours);
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of(Crash.of(e));
    }
  }
}
