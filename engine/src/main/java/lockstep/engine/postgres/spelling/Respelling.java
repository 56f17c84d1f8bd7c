package lockstep.engine.postgres.spelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.SqlError;
import lockstep.engine.postgres.TakenForGranted;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.plan.Plan;
import lockstep.plan.Planner;
import lockstep.plan.Step;
import lockstep.schema.ObjectPath;
import lockstep.schema.Schema;
import lockstep.sql.Names;

/// One schema, of which the doubtful parts are made in a shadow database and read back.
final class Respelling {
  private Respelling() {}

  /// @param extract the doubtful parts of the schema, and what they need
  /// @param notes receives what PostgreSQL would not take; that keeps its spelling
  static Schema of(Schema schema, Schema extract, Shadow shadow, List<Diagnostic> notes) {
    var plan = Planner.create(extract, Names.of(schema));
    return Respelled.of(schema, made(plan, shadow, notes));
  }

  /// All in one go; where that fails, in another database one by one, to lose as little as can be.
  private static Schema made(Plan plan, Shadow shadow, List<Diagnostic> notes) {
    if (isFreeOfExtensions(plan)) {
      try (var database = shadow.create()) {
        if (database.run(plan.toSql()).isEmpty()) {
          return read(database);
        }
      }
    }
    try (var database = shadow.create()) {
      new TakenForGranted(database).create(List.of(plan.toSql()));
      var refused = new ArrayList<ObjectPath>();
      for (var step : plan.steps()) {
        var reason = isPartOf(step, refused) ? Optional.<String>empty() : run(step, database);
        reason.ifPresent(
            it -> {
              refused.add(step.object());
              notes.add(note(step, it));
            });
      }
      return read(database);
    }
  }

  private static boolean isPartOf(Step step, List<ObjectPath> refused) {
    return step.object().parent().filter(refused::contains).isPresent();
  }

  private static boolean isFreeOfExtensions(Plan plan) {
    return plan.steps().stream().noneMatch(it -> it.kind() == Step.Kind.CREATE_EXTENSION);
  }

  /// Returns why a step could not run. An extension that is not to be had is no reason to give up:
  /// much can be compared without it.
  private static Optional<String> run(Step step, ShadowDatabase database) {
    try {
      return database.run(step.sql()).map(SqlError::message);
    } catch (EnvironmentException e) {
      if (step.kind() != Step.Kind.CREATE_EXTENSION) {
        throw e;
      }
      return Optional.of(e.diagnostic().fact());
    }
  }

  private static Schema read(ShadowDatabase database) {
    var options = IntrospectionOptions.everything("shadow database");
    return Introspector.read(database.session(), options).schema();
  }

  private static Diagnostic note(Step step, String reason) {
    return Diagnostic.of(
        SpellingCode.COMPARED_AS_WRITTEN,
        "The %s `%s` is compared as it is written, as the shadow database does not take it: %s."
            .formatted(
                step.object().kind().word(),
                String.join(".", step.object().names().stream().map(it -> it.text()).toList()),
                reason.replaceAll("\\.$", "")));
  }
}
