package lockstep.acceptance.standing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.acceptance.corpus.Judged;
import lockstep.acceptance.corpus.JudgedCorpus;
import lockstep.acceptance.oracle.ScratchServer;
import lockstep.check.drift.Drift;
import lockstep.check.drift.DriftCheck;
import lockstep.check.drift.Side;
import lockstep.diagnostic.PlainRenderer;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.engine.postgres.spelling.CommonSpelling;
import lockstep.engine.testing.Postgres;
import lockstep.mapping.Reading;
import lockstep.psl.PslReader;
import lockstep.schema.ObjectPath;
import lockstep.schema.Schema;
import org.junit.jupiter.api.Test;

/// A schema beside the database that Prisma makes from it: there must be nothing to find.
@Postgres
class DriftStandingTest {
  @Test
  void aDatabaseMadeFromItsSchemaHasNotDrifted(Shadow shadow) {
    var standing = Standing.of("drift");
    JudgedCorpus.accepted()
        .forEach(it -> standing.count(it.schema().name(), difference(it, shadow)));
    standing.close();
  }

  private static Optional<String> difference(Judged.Accepted judged, Shadow shadow) {
    var schema = PslReader.read(judged.schema().files());
    var database = database(judged);
    var agreed = CommonSpelling.of(schema.schema(), database.schema(), () -> shadow);
    var findings =
        DriftCheck.check(
            side("schema.prisma", schema, agreed.from()), side("database", database, agreed.to()));
    return text(findings.stream().filter(it -> !isExtension(it)).toList());
  }

  private static Reading database(Judged.Accepted judged) {
    try (var database = ScratchServer.instance().scratch()) {
      var refusal = database.run(judged.ddl());
      if (refusal.isPresent()) {
        throw new IllegalStateException(refusal.get().message());
      }
      try (var session = Session.open(database.url())) {
        return Introspector.read(session, IntrospectionOptions.everything("database"));
      }
    }
  }

  private static Side side(String name, Reading reading, Schema schema) {
    return new Side(
        name, new Reading(schema, reading.mapping(), reading.origins(), reading.diagnostics()));
  }

  /// The scratch server takes extensions for granted that a schema need not name.
  private static boolean isExtension(Drift it) {
    return it.object().kind() == ObjectPath.Kind.EXTENSION;
  }

  private static Optional<String> text(List<Drift> findings) {
    return findings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            findings.stream()
                .map(it -> PlainRenderer.render(it.diagnostic()))
                .collect(Collectors.joining()));
  }
}
