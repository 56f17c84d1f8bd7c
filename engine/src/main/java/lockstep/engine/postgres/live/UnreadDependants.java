package lockstep.engine.postgres.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.postgres.Session;
import lockstep.plan.Plan;
import lockstep.plan.PlanCode;
import lockstep.plan.Step;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.Schema;
import lockstep.sql.Quote;

/// Finds what stands in the way of a plan though nobody read it: what is dropped in a copy of what
/// was read cannot be dropped where more depends on it.
public final class UnreadDependants {
  private final Session session;
  private final Schema schema;
  private final Identifier home;

  /// @param schema what was read
  /// @param home the namespace that was read as the default one
  public UnreadDependants(Session session, Schema schema, Identifier home) {
    this.session = session;
    this.schema = schema;
    this.home = home;
  }

  /// Returns an error for each object that a plan drops in vain.
  ///
  /// @param source what messages call the database
  public List<Diagnostic> find(Plan plan, String source) {
    var dropped =
        plan.steps().stream()
            .filter(UnreadDependants::isDrop)
            .map(Step::object)
            .distinct()
            .filter(it -> row(0, it).isPresent())
            .toList();
    if (dropped.isEmpty()) {
      return List.of();
    }
    var found = new LinkedHashMap<ObjectPath, List<String>>();
    var query = query(dropped);
    session.readOnly(
        it -> {
          it.forEach(
              query,
              row ->
                  found
                      .computeIfAbsent(dropped.get(row.integer(1)), _ -> new ArrayList<>())
                      .add(row.text(2) + " " + row.text(3)));
          return it;
        });
    return found.entrySet().stream().map(it -> finding(it, source)).toList();
  }

  private static Diagnostic finding(Map.Entry<ObjectPath, List<String>> it, String source) {
    return Diagnostic.of(
            PlanCode.HELD,
            new Place.InSource(source, it.getKey()),
            "The plan drops %s, on which depends what Lockstep has not read: %s."
                .formatted(it.getKey(), String.join(", ", it.getValue())))
        .withAdvice("Drop that first by a statement of your own, or let the other stay.");
  }

  private static boolean isDrop(Step step) {
    return switch (step.kind()) {
      case DROP_VIEW,
          DROP_OBJECT,
          DROP_CONSTRAINT,
          DROP_INDEX,
          DROP_COLUMN,
          DROP_TABLE,
          DROP_SEQUENCE,
          DROP_DOMAIN,
          DROP_TYPE,
          DROP_ENUM,
          DROP_EXTENSION,
          DROP_SCHEMA ->
          step.sql().toUpperCase(Locale.ROOT).contains("DROP ");
      default -> false;
    };
  }

  private String query(List<ObjectPath> dropped) {
    var rows = new ArrayList<String>();
    for (var it : dropped) {
      rows.add(row(rows.size(), it).orElseThrow());
    }
    var read =
        schema.namespaces().stream()
            .map(it -> Quote.literal(there(it.name()).text()))
            .collect(Collectors.joining(", "));
    return LiveReader.query("dependants.sql").formatted(String.join(",\n", rows), read);
  }

  /// Returns the row that finds an object in the catalog; empty for kinds on which nothing depends
  /// that is not read.
  private Optional<String> row(int place, ObjectPath it) {
    return switch (it.kind()) {
      case NAMESPACE ->
          row(place, "pg_namespace", "to_regnamespace(%s)".formatted(name(there(first(it)))));
      case EXTENSION -> row(place, "pg_extension", byName("pg_extension", "extname", it));
      case FOREIGN_DATA_WRAPPER ->
          row(place, "pg_foreign_data_wrapper", byName("pg_foreign_data_wrapper", "fdwname", it));
      case FOREIGN_SERVER ->
          row(place, "pg_foreign_server", byName("pg_foreign_server", "srvname", it));
      case ENUM, COMPOSITE_TYPE, RANGE_TYPE, DOMAIN ->
          row(place, "pg_type", "to_regtype(%s)".formatted(qualified(it)));
      case TABLE, FOREIGN_TABLE, VIEW, SEQUENCE -> row(place, "pg_class", relation(it));
      case FUNCTION, PROCEDURE, AGGREGATE ->
          row(
              place,
              "pg_proc",
              "to_regprocedure(%s || %s)".formatted(qualified(it), Quote.literal(it.arguments())));
      case INDEX ->
          row(
              place,
              "pg_class",
              "to_regclass(%s)".formatted(name(there(first(it)), it.names().getLast())));
      case COLUMN, VIEW_COLUMN ->
          Optional.of(
              "(%d, 'pg_class'::regclass, %s::oid, %s)"
                  .formatted(
                      place,
                      relation(it),
                      "(SELECT attnum FROM pg_attribute WHERE attrelid = %s AND attname = %s)"
                          .formatted(relation(it), Quote.literal(it.names().getLast().text()))));
      case CONSTRAINT ->
          row(
              place,
              "pg_constraint",
              "(SELECT oid FROM pg_constraint WHERE conrelid = %s AND conname = %s)"
                  .formatted(relation(it), Quote.literal(it.names().getLast().text())));
      case COLLATION -> row(place, "pg_collation", "to_regcollation(%s)".formatted(qualified(it)));
      case TEXT_SEARCH_DICTIONARY,
          TEXT_SEARCH_CONFIGURATION,
          TRIGGER,
          RULE,
          POLICY,
          STATISTICS,
          PUBLICATION,
          EVENT_TRIGGER,
          DEFAULT_PRIVILEGES,
          CAST,
          LANGUAGE ->
          Optional.empty();
    };
  }

  private static Optional<String> row(int place, String catalog, String id) {
    return Optional.of("(%d, '%s'::regclass, %s::oid, 0)".formatted(place, catalog, id));
  }

  private static String byName(String catalog, String column, ObjectPath it) {
    return "(SELECT oid FROM %s WHERE %s = %s)"
        .formatted(catalog, column, Quote.literal(it.names().getLast().text()));
  }

  /// The relation itself, or the one that it is a part of.
  private String relation(ObjectPath it) {
    return "to_regclass(%s)".formatted(qualified(it));
  }

  private String qualified(ObjectPath it) {
    return name(there(first(it)), it.names().get(1));
  }

  private static String name(Identifier... names) {
    return Quote.literal(List.of(names).stream().map(Quote::name).collect(Collectors.joining(".")));
  }

  private static Identifier first(ObjectPath it) {
    return it.names().getFirst();
  }

  private Identifier there(Identifier namespace) {
    return namespace.equals(Schema.DEFAULT_NAMESPACE) ? home : namespace;
  }
}
