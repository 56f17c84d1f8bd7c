package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.SqlError;
import lockstep.engine.postgres.TakenForGranted;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.mapping.Mapping;
import lockstep.mapping.Reading;
import lockstep.schema.Namespace;
import lockstep.schema.Schema;

/// A schema as PostgreSQL understands it: its DDL is executed on the shadow, and what came of it is
/// read back, so that types and expressions are spelled as in every database.
final class Settled {
  private final Reading given;
  private final String name;

  private Settled(Reading given, String name) {
    this.given = given;
    this.name = name;
  }

  /// Returns the same reading with the settled schema; mapping and origins stay. A schema that
  /// PostgreSQL refuses is an error among the diagnostics.
  static Reading read(Reading given, String name, Shadow shadow) {
    if (given.hasErrors() || given.schema().equals(Schema.empty())) {
      return given;
    }
    try (var database = shadow.create()) {
      return new Settled(given, name).read(database);
    }
  }

  private Reading read(ShadowDatabase database) {
    var sql = DdlEmitter.emit(given.schema());
    var extensions = new TakenForGranted(database);
    extensions.create(List.of(sql));
    var error = database.run(sql);
    if (error.isPresent()) {
      return refused(error.get(), extensions);
    }
    var read = Introspector.read(database.session(), IntrospectionOptions.everything(name));
    var diagnostics = new ArrayList<>(given.diagnostics());
    diagnostics.addAll(read.diagnostics());
    return new Reading(
        new Schema(
            given.schema().extensions(), withViews(read.schema()), read.schema().dependencies()),
        given.mapping(),
        given.origins(),
        diagnostics);
  }

  private Reading refused(SqlError error, TakenForGranted extensions) {
    var diagnostics = new ArrayList<>(given.diagnostics());
    extensions.lacking(error).ifPresent(diagnostics::add);
    diagnostics.add(
        Diagnostic.of(
                WorkflowCode.REFUSED_BY_POSTGRES,
                "PostgreSQL refuses the DDL of %s: %s.".formatted(name, error.message()))
            .withAdvice(
                error
                    .hint()
                    .orElse(
                        "If it needs an extension, list it in the schema, or name a server that"
                            + " has it by `--shadow-url`.")));
    return new Reading(Schema.empty(), Mapping.empty(), given.origins(), diagnostics);
  }

  /// Views whose query nobody knows are not in the DDL and so not in what was read.
  private List<Namespace> withViews(Schema read) {
    return read.namespaces().stream().map(this::withViews).toList();
  }

  private Namespace withViews(Namespace it) {
    var objects = new ArrayList<>(it.objects());
    given
        .schema()
        .namespace(it.name())
        .map(Namespace::views)
        .orElse(List.of())
        .forEach(
            view -> {
              if (view.query().isEmpty()) {
                objects.add(view);
              }
            });
    return it.withObjects(objects);
  }
}
