package lockstep.acceptance.standing;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.acceptance.corpus.Corpus;
import lockstep.acceptance.corpus.Judged;
import lockstep.acceptance.corpus.JudgedCorpus;
import lockstep.acceptance.corpus.OwnSchemas;
import lockstep.acceptance.corpus.SchemaCase;
import lockstep.acceptance.mutation.CombinedRules;
import lockstep.acceptance.mutation.RuleCases;
import lockstep.acceptance.oracle.PrismaEngine;
import lockstep.acceptance.oracle.PrismaEngine.Answer;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.psl.PslReader;
import org.junit.jupiter.api.Test;

/// Our script for an empty database against Prisma's: what PostgreSQL's catalogs say after each.
class DdlStandingTest {
  private static final PrismaEngine PRISMA = PrismaEngine.instance();

  @Test
  void corpus() {
    catalogs("ddl", JudgedCorpus.accepted());
  }

  @Test
  void ownSchemas() {
    catalogs("ddl-own", OwnSchemas.accepted());
  }

  /// Equal scripts need no server, so that every schema there is can be tried.
  @Test
  void scripts() {
    var rules = Stream.concat(OwnSchemas.all().stream(), RuleCases.all().stream());
    scripts("ddl-rules", rules);
  }

  /// What Prisma accepts of the schemas changed at random.
  @Test
  void mutated() {
    scripts(Mutations.subject("ddl"), Mutations.sample());
  }

  @Test
  void combinedRules() {
    catalogs("ddl-combined", CombinedRules.all());
  }

  /// Every fourth of them; all in a slow run.
  @Test
  void olderSchemas() {
    var all =
        Stream.concat(Corpus.open().history().stream(), Corpus.open().triples().stream()).toList();
    var step = Boolean.getBoolean("lockstep.slow") ? 1 : 4;
    var some = IntStream.range(0, all.size()).filter(it -> it % step == 0).mapToObj(all::get);
    scripts(step == 1 ? "ddl-older" : "ddl-older-sample", some);
  }

  private static void catalogs(String subject, List<Judged.Accepted> schemas) {
    var standing = Standing.of(subject);
    var equalTexts = new AtomicInteger();
    var results =
        schemas.parallelStream()
            .map(
                it -> {
                  var result = catalogDifference(it);
                  if (result.isEqualText()) {
                    equalTexts.incrementAndGet();
                  }
                  return result;
                })
            .toList();
    results.forEach(it -> standing.count(it.name(), it.difference()));
    standing.note(
        "%d of %d scripts are Prisma's byte for byte".formatted(equalTexts.get(), schemas.size()));
    standing.close();
  }

  private record Result(String name, Optional<String> difference, boolean isEqualText) {}

  private static Result catalogDifference(Judged.Accepted judged) {
    try {
      var ddl = ddl(judged.schema());
      return new Result(
          judged.schema().name(), catalogDifference(judged, ddl), ddl.equals(judged.ddl()));
    } catch (RuntimeException | StackOverflowError e) {
      return new Result(judged.schema().name(), Optional.of(Crash.of(e).kind()), false);
    }
  }

  private static Optional<String> catalogDifference(Judged.Accepted judged, String ddl) {
    try (var database = ScratchServer.instance().scratch()) {
      var refusal = database.run(ddl);
      if (refusal.isPresent()) {
        return Optional.of("the server refuses our script: " + refusal.get().message());
      }
      var differences = judged.catalog().differencesTo(database.catalog());
      return differences.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "%d differences%n%s"
                  .formatted(
                      differences.size(),
                      String.join("\n", differences.subList(0, Math.min(20, differences.size())))));
    }
  }

  private static void scripts(String subject, Stream<SchemaCase> cases) {
    var standing = Standing.of(subject);
    var differences = new Differences(subject);
    cases
        .filter(SchemaCase::isOurs)
        .forEach(
            it -> {
              if (PRISMA.ddl(it.files()) instanceof Answer.Value<String>(var expected)) {
                var difference = textDifference(it, expected);
                standing.count(
                    it.name(),
                    difference.filter(d -> !d.isMinor()).map(Verdicts.Difference::detail));
                difference.ifPresent(d -> differences.add(d.kind(), it, d.detail()));
              }
            });
    differences.write();
    standing.close();
  }

  private static Optional<Verdicts.Difference> textDifference(SchemaCase schema, String expected) {
    try {
      var ours = ddl(schema);
      return TextDifference.first(expected, ours)
          .map(
              it ->
                  new Verdicts.Difference(
                      "other script: " + kind(it), it, areEqual(expected, ours)));
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.of(Crash.of(e));
    }
  }

  /// Two scripts may say the same thing differently; what Prisma's own cannot do is not asked of
  /// us.
  private static boolean areEqual(String prisma, String ours) {
    try (var theirs = scratch(prisma);
        var mine = scratch(prisma)) {
      return theirs.run(prisma).isPresent()
          || mine.run(ours).isEmpty() && theirs.catalog().differencesTo(mine.catalog()).isEmpty();
    }
  }

  /// An extension that is already there stays where it is, so a script that names its place needs a
  /// database without any.
  private static ScratchServer.Scratch scratch(String script) {
    var server = ScratchServer.instance();
    return script.contains(" WITH SCHEMA ") ? server.plain() : server.scratch();
  }

  private static String kind(String difference) {
    var lines = difference.split("\n");
    return (lines[1] + " " + lines[2])
        .replaceAll("\"[^\"]*\"|'[^']*'", "_")
        .replaceAll("\\s+", " ");
  }

  private static String ddl(SchemaCase schema) {
    return DdlEmitter.emit(PslReader.read(schema.files()).schema());
  }
}
