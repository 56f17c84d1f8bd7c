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
import lockstep.psl.PslFormatter;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;

/// The formatter's bytes against Prisma's, on good files and broken ones.
class FormatStandingTest {
  private static final PrismaEngine PRISMA = PrismaEngine.instance();

  @Test
  void corpus() {
    stand("format", Corpus.open().everything().stream());
  }

  @Test
  void ownSchemasAndRules() {
    stand("format-rules", Stream.concat(OwnSchemas.all().stream(), RuleCases.all().stream()));
  }

  @Test
  void mutated() {
    stand(Mutations.subject("format"), Mutations.sample());
  }

  private static void stand(String subject, Stream<SchemaCase> cases) {
    var standing = Standing.of(subject);
    var differences = new Differences(subject);
    cases.forEach(
        it -> {
          if (PRISMA.format(it.files()) instanceof Answer.Value<List<SourceText>>(var expected)) {
            var difference = difference(it, expected);
            var isRed = difference.filter(d -> d.kind() != Kind.BOTH_DROP_A_COMMENT);
            standing.count(it.name(), isRed.map(Difference::text));
            difference.ifPresent(d -> differences.add(d.kind().words, it, d.text()));
          } else {
            standing.note(it.name() + ": Prisma's formatter breaks on this");
          }
        });
    differences.write();
    standing.close();
  }

  private enum Kind {
    CRASH("crash"),
    LOSES_A_COMMENT("loses a comment that Prisma keeps"),
    BOTH_DROP_A_COMMENT("drops a comment, as Prisma does (not counted)"),
    BLANKS("other blanks within lines"),
    LINE_BREAKS("other line breaks"),
    RELATION("Prisma adds @relation"),
    MORE_LINES("Prisma has more lines"),
    FEWER_LINES("Prisma has fewer lines"),
    WORDS("other words");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private record Difference(Kind kind, String text) {}

  private static Optional<Difference> difference(SchemaCase schema, List<SourceText> expected) {
    try {
      var actual = join(PslFormatter.format(schema.files()));
      return difference(join(schema.files()), join(expected), actual);
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of(new Difference(Kind.CRASH, e.toString()));
    }
  }

  /// Prisma drops some comments; Lockstep keeps them, and is only judged for that there.
  private static Optional<Difference> difference(String input, String expected, String actual) {
    var lost = Comments.lost(input, actual);
    if (expected.equals(actual)) {
      return lost.isEmpty()
          ? Optional.empty()
          : Optional.of(new Difference(Kind.BOTH_DROP_A_COMMENT, lost.toString()));
    }
    if (!lost.isEmpty()) {
      return Optional.of(new Difference(Kind.LOSES_A_COMMENT, lost.toString()));
    }
    return Comments.lost(input, expected).isEmpty()
        ? TextDifference.first(expected, actual)
            .map(it -> new Difference(kind(expected, actual), it))
        : Optional.empty();
  }

  private static Kind kind(String expected, String actual) {
    if (expected.replaceAll("\\s", "").equals(actual.replaceAll("\\s", ""))) {
      return expected.replaceAll("[ \t]", "").equals(actual.replaceAll("[ \t]", ""))
          ? Kind.BLANKS
          : Kind.LINE_BREAKS;
    }
    if (expected.split("@relation", -1).length > actual.split("@relation", -1).length) {
      return Kind.RELATION;
    }
    var more = Long.compare(expected.lines().count(), actual.lines().count());
    return more > 0 ? Kind.MORE_LINES : more < 0 ? Kind.FEWER_LINES : Kind.WORDS;
  }

  private static String join(List<SourceText> files) {
    var out = new StringBuilder();
    for (var file : files) {
      out.append(files.size() > 1 ? "@ " + file.name() + "\n" : "").append(file.content());
    }
    return out.toString();
  }
}
