package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Origins;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.TakenForGranted;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.engine.postgres.script.Declarations;
import lockstep.engine.postgres.spelling.KeptSpelling;
import lockstep.engine.source.sql.ScriptOrigins;
import lockstep.mapping.Mapping;
import lockstep.mapping.Naming;
import lockstep.mapping.Reading;
import lockstep.schema.Extension;
import lockstep.schema.Identifier;
import lockstep.schema.Schema;
import lockstep.text.Later;
import lockstep.text.SourceText;

/// A schema and the SQL that says what it has no words for, as one: both are executed on the
/// shadow, in whatever order works, and what came of it is read back.
///
/// An index or constraint that the SQL makes by the name that the schema gives one on the same
/// table takes its place.
final class Extended {
  private final Reading given;
  private final List<SourceText> sql;
  private final String name;
  private final Shadow shadow;
  private final Origins places;
  private final Schema base;
  private final List<Diagnostic> diagnostics;

  private Extended(Reading given, List<SourceText> sql, String name, Shadow shadow) {
    this.given = given;
    this.sql = sql;
    this.name = name;
    this.shadow = shadow;
    this.places = ScriptOrigins.of(sql);
    this.base = WithoutParts.of(given.schema(), places::has);
    this.diagnostics = new ArrayList<>(given.diagnostics());
  }

  /// Returns the reading with what further SQL makes of its schema, which keeps its own spelling
  /// wherever that changes nothing. What PostgreSQL refuses is an error among the diagnostics.
  ///
  /// @param name what messages call the schema
  static Reading read(Reading given, List<SourceText> sql, String name, Shadow shadow) {
    return given.hasErrors() || sql.isEmpty()
        ? given
        : new Extended(given, sql, name, shadow).read();
  }

  private Reading read() {
    var ddl = SourceText.of(name, DdlEmitter.emit(base));
    try (var database = shadow.create()) {
      var extensions = granted(database, ddl);
      if (database.run(ddl.content()).isEmpty()) {
        return read(database, new Declarations(database), extensions);
      }
    }
    // The schema needs what the SQL makes, such as a type: statement by statement, then.
    try (var database = shadow.create()) {
      var extensions = granted(database, ddl);
      var declarations = new Declarations(database);
      declarations.add(List.of(ddl));
      return read(database, declarations, extensions);
    }
  }

  /// Makes the extensions that schema and SQL take for granted.
  private List<Identifier> granted(ShadowDatabase database, SourceText ddl) {
    var texts = new ArrayList<>(List.of(ddl.content()));
    sql.forEach(it -> texts.add(it.content()));
    var extensions = new TakenForGranted(database);
    extensions.create(texts);
    return extensions.created();
  }

  private Reading read(
      ShadowDatabase database, Declarations declarations, List<Identifier> granted) {
    var before = introspect(database).schema();
    declarations.add(sql);
    diagnostics.addAll(declarations.diagnostics());
    declarations.failures().forEach(it -> diagnostics.add(failure(it)));
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return new Reading(Schema.empty(), Mapping.empty(), given.origins(), diagnostics);
    }
    database.session().reset();
    var after = introspect(database);
    diagnostics.addAll(after.diagnostics());
    var schema = schema(before, after.schema(), granted);
    return new Reading(schema, mapping(schema), given.origins().and(places), diagnostics);
  }

  private Reading introspect(ShadowDatabase database) {
    return Introspector.read(database.session(), IntrospectionOptions.everything(name));
  }

  private Diagnostic failure(Declarations.Failure it) {
    if (sql.contains(it.script())) {
      return it.reason();
    }
    var fact = it.reason().fact();
    return Settled.refused(name, fact.substring(fact.indexOf(": ") + 2), it.reason().advice());
  }

  private Schema schema(Schema before, Schema after, List<Identifier> granted) {
    var whole = Settled.withUnknownViews(after, given.schema());
    return new Schema(
        extensions(after, granted),
        KeptSpelling.of(given.schema(), before, whole).namespaces(),
        after.objects(),
        after.dependencies(),
        after.access().ofFiles());
  }

  /// Those that the schema lists, and those that the SQL creates.
  private List<Extension> extensions(Schema read, List<Identifier> granted) {
    var all = new ArrayList<>(given.schema().extensions());
    read.extensions().stream()
        .filter(it -> all.stream().noneMatch(one -> one.name().equals(it.name())))
        .filter(it -> !granted.contains(it.name()))
        .map(Extension::ofAnyVersion)
        .forEach(all::add);
    return all;
  }

  /// Where the SQL makes what models speak of, they are seen as nobody wrote them.
  private Optional<Later<Mapping>> mapping(Schema schema) {
    var naming = Naming.ofPrisma();
    var isSame = Mapping.derive(given.schema(), naming).equals(Mapping.derive(schema, naming));
    return isSame
        ? given.said()
        : given.said().map(said -> said.then(it -> it.carriedOver(given.schema(), schema, naming)));
  }
}
