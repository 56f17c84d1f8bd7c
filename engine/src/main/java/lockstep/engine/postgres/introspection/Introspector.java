package lockstep.engine.postgres.introspection;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Origins;
import lockstep.diagnostic.Place;
import lockstep.engine.EnvironmentException;
import lockstep.engine.postgres.Row;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.SqlError;
import lockstep.mapping.Reading;
import lockstep.schema.Extension;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Sequence;
import lockstep.schema.Table;
import lockstep.schema.View;
import lockstep.sql.Quote;
import lockstep.text.Order;

/// Reads what a database is from PostgreSQL's catalog (13 to 18).
public final class Introspector {
  private final IntrospectionOptions options;
  private final List<Extension> extensions = new ArrayList<>();
  private final Namespaces namespaces;
  private final Comments comments = new Comments();
  private final OptionsObjects optionsObjects = new OptionsObjects(comments);
  private final Collations collations;
  private final Types types;
  private final Sequences sequences;
  private final Relations relations;
  private final Columns columns;
  private final OperatorClasses operatorClasses;
  private final Indexes indexes;
  private final Inheritance inheritance = new Inheritance();
  private final Constraints constraints;
  private final Lineages lineages;
  private final DeclaredTypes declaredTypes;
  private final Routines routines;
  private final PartsOfRelations partsOfRelations;
  private final DependencyEdges dependencies;
  private final AccessRows access;
  private final DatabaseObjects objects;
  private final Unmodelled unmodelled;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Introspector(IntrospectionOptions options) {
    this.options = options;
    namespaces = new Namespaces(options);
    collations = new Collations(namespaces);
    types = new Types(namespaces);
    sequences = new Sequences(namespaces);
    relations = new Relations(namespaces);
    columns = new Columns(types, collations, sequences, comments);
    operatorClasses = new OperatorClasses(namespaces);
    indexes = new Indexes(columns, collations, operatorClasses, comments);
    constraints = new Constraints(columns, indexes, comments);
    lineages = new Lineages(relations, inheritance, columns, indexes, constraints);
    declaredTypes = new DeclaredTypes(types, collations, constraints, comments);
    routines = new Routines(comments);
    partsOfRelations = new PartsOfRelations(namespaces, comments);
    dependencies = new DependencyEdges(namespaces);
    objects = new DatabaseObjects(comments);
    access = new AccessRows(namespaces, dependencies);
    unmodelled = new Unmodelled(options.sourceName(), namespaces);
  }

  /// Reads the database of a session, all in one read-only transaction: schemas, types and
  /// relations by name, columns in their order.
  ///
  /// Diagnostics are notes about what was seen and is not modelled, and warnings about invalid
  /// indexes.
  public static Reading read(Session session, IntrospectionOptions options) {
    var introspector = new Introspector(options);
    try {
      return session.readOnly(introspector::read);
    } catch (SqlError.Thrown e) {
      throw unreadable(options, e.error());
    }
  }

  private Reading read(Session session) {
    // Compiling these queries takes longer than running them, and none shall sort on the disk.
    session.execute(
        "set local search_path to %s; set local jit to off; set local work_mem to '16MB'"
            .formatted(Quote.name(options.home())));
    var version = session.serverVersion();
    var objects = ofNamespaces();
    var rest = ofTheRest();
    var queries =
        Stream.of(objects, rest)
            .flatMap(it -> it.keySet().stream())
            .map(it -> CatalogQuery.load(it, version))
            .collect(joining(";\n"));
    try (var results = session.start(queries)) {
      objects.values().forEach(results::next);
      // The server answers the rest meanwhile.
      var namespaces = namespaces();
      rest.values().forEach(results::next);
      diagnostics.addAll(unmodelled.notes());
      return new Reading(
          schema(namespaces),
          Optional.empty(),
          Origins.ofSource(options.sourceName()),
          diagnostics);
    }
  }

  /// Queries that say what stands in namespaces, in the order in which their rows are understood.
  /// What takes longest to read comes first: the server answers the others meanwhile.
  private Map<String, Consumer<Row>> ofNamespaces() {
    var readers = new LinkedHashMap<String, Consumer<Row>>();
    readers.put("namespaces.sql", namespaces);
    readers.put("columns.sql", columns);
    readers.put("indexes.sql", indexes);
    readers.put("constraints.sql", constraints);
    readers.put("extensions.sql", this::extension);
    readers.put("comments.sql", comments);
    readers.put("collations.sql", collations);
    readers.put("types.sql", types);
    readers.put("enums.sql", declaredTypes::acceptEnum);
    readers.put("composite-types.sql", declaredTypes::acceptComposite);
    readers.put("options-objects.sql", optionsObjects);
    readers.put("domains.sql", declaredTypes::acceptDomain);
    readers.put("sequences.sql", sequences);
    readers.put("relations.sql", relations);
    readers.put("inheritance.sql", inheritance);
    readers.put("operator-classes.sql", operatorClasses::accept);
    readers.put(
        "key-options.sql",
        row -> {
          operatorClasses.acceptOptions(row);
          indexes.acceptStatistics(row);
        });
    readers.put("routines.sql", routines);
    readers.put("aggregates.sql", routines);
    readers.put("triggers.sql", partsOfRelations::acceptTrigger);
    readers.put("rules.sql", partsOfRelations::acceptRule);
    readers.put("policies.sql", partsOfRelations::acceptPolicy);
    readers.put("statistics.sql", partsOfRelations::acceptStatistics);
    return readers;
  }

  private Map<String, Consumer<Row>> ofTheRest() {
    var readers = new LinkedHashMap<String, Consumer<Row>>();
    readers.put("dependencies.sql", dependencies);
    readers.put("casts.sql", objects::acceptCast);
    readers.put("publications.sql", objects::acceptPublication);
    readers.put("event-triggers.sql", objects::acceptEventTrigger);
    readers.put("foreign-sources.sql", objects::acceptForeignSource);
    readers.put("reader.sql", access::acceptReader);
    readers.put("access.sql", access);
    readers.put("unmodelled.sql", unmodelled);
    return readers;
  }

  private void extension(Row row) {
    // What one in the database's own default namespace brings can be used without a prefix.
    var namespace = namespaces.nameOf(row.text(2)).orElseGet(() -> Identifier.of(row.text(2)));
    extensions.add(
        new Extension(
            Identifier.of(row.text(1)),
            Optional.of(namespace).filter(it -> !it.equals(Schema.DEFAULT_NAMESPACE)),
            row.optionalText(3)));
  }

  private List<Namespace> namespaces() {
    var all = new ArrayList<Namespace>();
    namespaces.all().forEach((oid, name) -> all.add(namespace(oid, name)));
    all.sort(Order.by(Namespace::name));
    if (options.only().isPresent() && all.isEmpty()) {
      diagnostics.add(missing(options.only().get()));
    }
    return all;
  }

  private Schema schema(List<Namespace> namespaces) {
    extensions.sort(Order.by(Extension::name));
    return new Schema(extensions, namespaces, objects.all(), dependencies.all(), access.all());
  }

  /// An address may name a schema that the first migration is yet to make.
  private Diagnostic missing(Identifier namespace) {
    return Diagnostic.of(
            IntrospectionCode.NO_SUCH_NAMESPACE,
            "There is no schema `%s` in %s, so nothing is read."
                .formatted(namespace, options.sourceName()))
        .withAdvice("Look at `?schema=` in its address.");
  }

  private Namespace namespace(long oid, Identifier name) {
    return Namespace.of(
        name,
        comments.onNamespace(oid),
        declaredTypes.enumsIn(oid),
        declaredTypes.compositesIn(oid),
        optionsObjects.in(oid),
        declaredTypes.domainsIn(oid),
        freeSequences(name),
        tables(oid),
        views(oid),
        routines.in(oid),
        partsOfRelations.in(oid));
  }

  /// The sequences that no column counts by on its own: neither identity nor serial ones.
  private List<Sequence> freeSequences(Identifier namespace) {
    return sequences.free().stream()
        .filter(it -> it.name().namespace().equals(namespace))
        .filter(it -> !isSerial(it))
        .sorted(Order.by(Sequences.Found::name))
        .map(this::sequence)
        .toList();
  }

  private boolean isSerial(Sequences.Found sequence) {
    return sequence
        .owner()
        .filter(it -> relations.name(it.relation()).isPresent())
        .flatMap(it -> columns.serialOf(it.relation(), columns.get(it.relation(), it.number())))
        .filter(it -> it.oid() == sequence.oid())
        .isPresent();
  }

  private Sequence sequence(Sequences.Found it) {
    return new Sequence(
        it.name().name(),
        it.options(),
        it.owner().flatMap(this::path),
        comments.onRelation(it.oid()));
  }

  private Optional<Sequence.ColumnPath> path(Sequences.Column column) {
    return relations
        .name(column.relation())
        .map(
            table ->
                new Sequence.ColumnPath(table, columns.name(column.relation(), column.number())));
  }

  private List<Table> tables(long namespace) {
    return relations.in(namespace).stream()
        .filter(it -> !it.isView())
        .sorted(Order.by(Relations.Found::name))
        .map(this::table)
        .toList();
  }

  private Table table(Relations.Found it) {
    indexes.invalid(it.oid()).forEach(index -> diagnostics.add(invalid(it.name(), index)));
    var lineage = lineages.of(it);
    return new Table(
        it.name().name(),
        columns.of(it.oid()),
        constraints.of(it.oid(), this::referenced),
        indexes.of(it.oid()).stream().sorted(Order.by(Index::name)).toList(),
        storage(it),
        lineage,
        it.partitionKey(),
        it.rowSecurity(),
        comments.onRelation(it.oid()));
  }

  private Table.Storage storage(Relations.Found it) {
    var storage = it.storage();
    var identity =
        switch (it.replicaIdentity()) {
          case "f" -> new Table.ReplicaIdentity.Full();
          case "n" -> new Table.ReplicaIdentity.Nothing();
          default ->
              indexes
                  .replicaIdentity(it.oid())
                  .<Table.ReplicaIdentity>map(Table.ReplicaIdentity.OfIndex::new)
                  .orElseGet(Table.ReplicaIdentity.Key::new);
        };
    return new Table.Storage(
        storage.persistence(),
        storage.parameters(),
        storage.method(),
        storage.tablespace(),
        indexes.clusteredBy(it.oid()),
        identity);
  }

  private QualifiedName referenced(long table) {
    return relations
        .name(table)
        .orElseThrow(() -> new IllegalStateException("a foreign key to the unread table " + table));
  }

  private List<View> views(long namespace) {
    return relations.in(namespace).stream()
        .filter(Relations.Found::isView)
        .sorted(Order.by(Relations.Found::name))
        .map(this::view)
        .toList();
  }

  private View view(Relations.Found it) {
    return new View(
        it.name().name(),
        columns.of(it.oid()),
        it.query(),
        it.storage().parameters(),
        it.rows().map(rows -> materialized(it, rows)),
        comments.onRelation(it.oid()));
  }

  private View.Materialized materialized(Relations.Found it, View.Rows rows) {
    return new View.Materialized(
        rows,
        it.storage().method(),
        it.storage().tablespace(),
        indexes.of(it.oid()).stream().sorted(Order.by(Index::name)).toList());
  }

  private Diagnostic invalid(QualifiedName table, Identifier index) {
    var path = ObjectPath.of(ObjectPath.Kind.INDEX, table, index);
    return Diagnostic.of(
            IntrospectionCode.INVALID_INDEX,
            new Place.InSource(options.sourceName(), path),
            "The index `%s` on `%s` is invalid: its building failed, and no query uses it."
                .formatted(index, table))
        .withAdvice("Drop it, or rebuild it by REINDEX INDEX CONCURRENTLY.");
  }

  private static EnvironmentException unreadable(IntrospectionOptions options, SqlError error) {
    var fact =
        "The catalog of %s could not be read: %s (%s)."
            .formatted(options.sourceName(), error.message(), error.state());
    return EnvironmentException.of(
        IntrospectionCode.UNREADABLE_CATALOG, fact, advice(error.state()));
  }

  private static String advice(String state) {
    return switch (state) {
      case "42501" -> "Give the user read access to the system catalogs, or use another user.";
      case "22021", "22P05" ->
          "A name, comment or default in the database is not UTF-8 and its encoding says nothing"
              + " better: rename or rewrite what has these bytes.";
      default -> "Look into the server's log, then run the command again.";
    };
  }
}
