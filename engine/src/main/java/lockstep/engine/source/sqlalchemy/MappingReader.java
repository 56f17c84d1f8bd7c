package lockstep.engine.source.sqlalchemy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.engine.source.sqlalchemy.ProbeReport.AttributeFacts;
import lockstep.engine.source.sqlalchemy.ProbeReport.Cardinality;
import lockstep.engine.source.sqlalchemy.ProbeReport.EnumFacts;
import lockstep.engine.source.sqlalchemy.ProbeReport.Join;
import lockstep.engine.source.sqlalchemy.ProbeReport.ModelFacts;
import lockstep.engine.source.sqlalchemy.ProbeReport.RelationshipFacts;
import lockstep.engine.source.sqlalchemy.ProbeReport.TableName;
import lockstep.mapping.EnumView;
import lockstep.mapping.Field;
import lockstep.mapping.Mapping;
import lockstep.mapping.Model;
import lockstep.schema.Column;
import lockstep.schema.Constraint;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;

/// Lays the mappers' facts over the schema that their DDL made.
///
/// What a mapper does not know is filled as Prisma would name it (a compound key's client name) or
/// left empty (a relation's name); the manual lists it.
final class MappingReader {
  private final ProbeReport report;
  private final Schema schema;
  private final PythonFiles files;
  private final Set<QualifiedName> views;
  private final Map<List<String>, String> names = new LinkedHashMap<>();

  private MappingReader(ProbeReport report, Schema schema, PythonFiles files) {
    this.report = report;
    this.files = files;
    this.schema = schema;
    this.views =
        report.tables().stream()
            .filter(it -> it.standing() == ProbeReport.Standing.VIEW)
            .map(it -> ModelOrigins.qualified(it.name()))
            .collect(Collectors.toSet());
  }

  static Mapping read(ProbeReport report, Schema schema, PythonFiles files) {
    return new MappingReader(report, schema, files).read();
  }

  private Mapping read() {
    report.models().forEach(this::name);
    var models = report.models().stream().map(this::model).toList();
    var enums = report.enums().stream().flatMap(it -> enumView(it).stream()).toList();
    return new Mapping(models, enums, relationMode(models));
  }

  /// A class is called by its own name, and by its full one where another has the same.
  private void name(ModelFacts model) {
    var isShared =
        report.models().stream().filter(it -> it.name().equals(model.name())).count() > 1;
    names.put(key(model), isShared ? model.module() + "." + model.name() : model.name());
  }

  private static List<String> key(ModelFacts model) {
    return List.of(model.module(), model.name());
  }

  private Model model(ModelFacts facts) {
    var table = ModelOrigins.qualified(facts.table());
    var written = files.find(facts.name(), facts.spot());
    var fields = new ArrayList<Field>();
    facts.attributes().forEach(it -> fields.add(scalar(it, written)));
    facts.relationships().forEach(it -> fields.add(relation(it, table, written)));
    return new Model(
        names.get(key(facts)),
        table,
        views.contains(table) ? Model.Kind.VIEW : Model.Kind.TABLE,
        Model.Visibility.VISIBLE,
        fields,
        ModelKeys.of(schema, table, fields),
        facts.documentation());
  }

  private static Field scalar(AttributeFacts facts, Optional<PythonClasses.Definition> written) {
    return new Field.Scalar(
        facts.name(),
        Identifier.of(facts.column()),
        ClientDefaults.of(facts.onCreate()),
        ClientDefaults.of(facts.onUpdate()),
        Model.Visibility.VISIBLE,
        facts.documentation().or(() -> documentation(written, facts.name())));
  }

  private Field relation(
      RelationshipFacts facts, QualifiedName table, Optional<PythonClasses.Definition> written) {
    var side = side(facts.join(), table);
    return new Field.Relation(
        facts.name(),
        Optional.empty(),
        names.getOrDefault(List.of(facts.targetModule(), facts.target()), facts.target()),
        cardinality(facts.cardinality(), side, table),
        side,
        facts.opposite(),
        Model.Visibility.VISIBLE,
        facts.documentation().or(() -> documentation(written, facts.name())));
  }

  /// SQLAlchemy knows only what `doc=` says; a string behind the attribute says it as well.
  private static Optional<String> documentation(
      Optional<PythonClasses.Definition> written, String attribute) {
    return written
        .flatMap(it -> it.attribute(attribute))
        .flatMap(PythonClasses.Attribute::documentation);
  }

  private Field.Cardinality cardinality(Cardinality given, Field.Side side, QualifiedName table) {
    if (given == Cardinality.COLLECTION) {
      return Field.Cardinality.MANY;
    }
    return side instanceof Field.Side.Owning owning && isRequired(owning.columns(), table)
        ? Field.Cardinality.ONE
        : Field.Cardinality.ZERO_OR_ONE;
  }

  private boolean isRequired(List<Identifier> columns, QualifiedName table) {
    return columns.stream()
        .allMatch(it -> column(table, it).filter(column -> !column.isNullable()).isPresent());
  }

  private Optional<Column> column(QualifiedName relation, Identifier column) {
    return schema
        .table(relation)
        .flatMap(it -> it.column(column))
        .or(() -> schema.view(relation).flatMap(it -> it.column(column)));
  }

  private Field.Side side(Join join, QualifiedName table) {
    return switch (join) {
      case Join.ManyToOne(var local, var remote) -> owning(table, names(local), names(remote));
      case Join.OneToMany() -> new Field.Side.Inverse();
      case Join.ManyToMany(var between, var near, var far) ->
          new Field.Side.Joined(
              ModelOrigins.qualified(between),
              Identifier.of(near.getFirst()),
              Identifier.of(far.getFirst()));
    };
  }

  private static List<Identifier> names(List<String> columns) {
    return columns.stream().map(Identifier::of).toList();
  }

  /// The pairs in the order of the foreign key that joins the same columns, where there is one.
  private Field.Side owning(
      QualifiedName table, List<Identifier> columns, List<Identifier> references) {
    var pairs = pairs(columns, references);
    return schema
        .table(table)
        .flatMap(
            it ->
                it.foreignKeys().stream()
                    .filter(key -> pairs(key.columns(), key.referencedColumns()).equals(pairs))
                    .findFirst())
        .map(MappingReader::owning)
        .orElseGet(() -> new Field.Side.Owning(columns, references, Optional.empty()));
  }

  private static Field.Side.Owning owning(Constraint.ForeignKey key) {
    return new Field.Side.Owning(key.columns(), key.referencedColumns(), Optional.of(key.name()));
  }

  private static Map<Identifier, Identifier> pairs(
      List<Identifier> columns, List<Identifier> references) {
    var pairs = new LinkedHashMap<Identifier, Identifier>();
    for (var i = 0; i < Math.min(columns.size(), references.size()); i++) {
      pairs.put(columns.get(i), references.get(i));
    }
    return pairs;
  }

  private Optional<EnumView> enumView(EnumFacts facts) {
    var written = files.find(facts.className(), facts.spot());
    var members =
        facts.members().stream()
            .map(
                it -> new EnumView.Member(it.name(), it.value(), documentation(written, it.name())))
            .toList();
    return type(facts.type())
        .map(it -> new EnumView(facts.className(), it, members, facts.documentation()));
  }

  /// Finds the type by its name; a type that names no schema may have taken its MetaData's.
  private Optional<QualifiedName> type(TableName name) {
    var exact = ModelOrigins.qualified(name);
    if (schema.enumType(exact).isPresent()) {
      return Optional.of(exact);
    }
    return schema.namespaces().stream()
        .filter(it -> it.enumType(exact.name()).isPresent())
        .map(it -> QualifiedName.of(it.name(), exact.name()))
        .findFirst();
  }

  /// Where no relation of a table has a foreign key, the client keeps references whole.
  private Mapping.RelationMode relationMode(List<Model> models) {
    var owning =
        models.stream()
            .filter(it -> schema.table(it.relation()).isPresent())
            .flatMap(Model::relations)
            .map(Field.Relation::side)
            .filter(Field.Side.Owning.class::isInstance)
            .map(Field.Side.Owning.class::cast)
            .toList();
    return !owning.isEmpty() && owning.stream().allMatch(it -> it.foreignKey().isEmpty())
        ? Mapping.RelationMode.CLIENT
        : Mapping.RelationMode.FOREIGN_KEYS;
  }
}
