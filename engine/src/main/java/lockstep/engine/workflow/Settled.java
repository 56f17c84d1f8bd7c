package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

  /// What other databases lacked, each for want of an extension.
  private final List<SqlError> lacked = new ArrayList<>();

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
    var settled = new Settled(given, name);
    return Stream.generate(() -> settled.attempt(shadow))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  /// Returns nothing where an extension was lacking that the next attempt has. It needs a database
  /// of its own: a long script is run in parts, and some of these stand by then.
  private Optional<Reading> attempt(Shadow shadow) {
    var sql = DdlEmitter.emit(given.schema());
    try (var database = shadow.create()) {
      var extensions = new TakenForGranted(database);
      extensions.create(List.of(sql));
      lacked.forEach(extensions::createFor);
      var error = database.run(sql);
      if (error.isEmpty()) {
        return Optional.of(read(database));
      }
      if (extensions.createFor(error.get())) {
        lacked.add(error.get());
        return Optional.empty();
      }
      return Optional.of(refused(error.get(), extensions));
    }
  }

  private Reading read(ShadowDatabase database) {
    var read = Introspector.read(database.session(), IntrospectionOptions.everything(name));
    var diagnostics = new ArrayList<>(given.diagnostics());
    diagnostics.addAll(read.diagnostics());
    return new Reading(
        new Schema(
            given.schema().extensions(),
            withUnknownViews(read.schema(), given.schema()).namespaces(),
            read.schema().objects(),
            read.schema().dependencies(),
            given.schema().access()),
        given.said(),
        given.origins(),
        diagnostics);
  }

  private Reading refused(SqlError error, TakenForGranted extensions) {
    var diagnostics = new ArrayList<>(given.diagnostics());
    extensions.lacking(error).ifPresent(diagnostics::add);
    diagnostics.add(refused(name, error.message() + ".", error.hint()));
    return new Reading(Schema.empty(), Mapping.empty(), given.origins(), diagnostics);
  }

  static Diagnostic refused(String name, String reason, Optional<String> hint) {
    return Diagnostic.of(
            WorkflowCode.REFUSED_BY_POSTGRES,
            "PostgreSQL refuses the DDL of %s: %s".formatted(name, reason))
        .withAdvice(
            hint.orElse(
                "If it needs an extension, list it in the schema, or name a server that has it by"
                    + " `--shadow-url`."));
  }

  /// Returns what was read with the views whose query nobody knows: they are not in the DDL.
  static Schema withUnknownViews(Schema read, Schema given) {
    return read.withNamespaces(
        read.namespaces().stream().map(it -> withUnknownViews(it, given)).toList());
  }

  private static Namespace withUnknownViews(Namespace it, Schema given) {
    var objects = new ArrayList<>(it.objects());
    given.namespace(it.name()).map(Namespace::views).orElse(List.of()).stream()
        .filter(view -> view.query().isEmpty() && it.view(view.name()).isEmpty())
        .forEach(objects::add);
    return it.withObjects(objects);
  }
}
