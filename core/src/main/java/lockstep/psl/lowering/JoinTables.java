package lockstep.psl.lowering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.mapping.Mapping.RelationMode;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.PslSchema;
import lockstep.psl.analysis.Relation;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.ColumnValue;
import lockstep.schema.Constraint;
import lockstep.schema.Constraint.ReferentialAction;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Nullability;
import lockstep.schema.QualifiedName;
import lockstep.schema.Table;

/// The tables behind relations that are lists on both sides (Prisma 6 and 7): `_AToB` with the
/// columns `A` and `B`, both together its primary key.
final class JoinTables {
  static final Identifier A = Identifier.of("A");
  static final Identifier B = Identifier.of("B");

  private final PslSchema schema;
  private final TypeLowering types;

  JoinTables(PslSchema schema) {
    this.schema = schema;
    this.types = new TypeLowering(schema);
  }

  /// Returns whether there is a table: none can refer to a view.
  boolean exists(Relation.ManyToMany relation) {
    return !model(relation.modelA()).isView() && !model(relation.modelB()).isView();
  }

  /// Returns the tables in the order of their relations. Of several relations of one name the last
  /// one has the table, and so its place (Prisma 7). A model keeps a table of that name.
  Map<QualifiedName, Table> all() {
    var tables = new LinkedHashMap<QualifiedName, Table>();
    for (var relation : schema.relations()) {
      if (relation instanceof Relation.ManyToMany it && exists(it)) {
        tables.putLast(name(it), table(it));
      }
    }
    schema.models().values().forEach(it -> tables.remove(NamespaceNames.of(it)));
    return tables;
  }

  /// Returns where the table stands: beside the first model's.
  QualifiedName name(Relation.ManyToMany relation) {
    return new QualifiedName(
        NamespaceNames.of(model(relation.modelA())).namespace(), Identifier.of(text(relation)));
  }

  Table table(Relation.ManyToMany relation) {
    var text = text(relation);
    var constraints = new ArrayList<Constraint>();
    constraints.add(
        new Constraint.PrimaryKey(
            Identifier.of(start(text, Identifier.MAX_BYTES - 8) + "_AB_pkey"),
            List.of(A, B),
            List.of(),
            Constraint.Deferrability.NOT_DEFERRABLE,
            Optional.empty()));
    if (schema.configuration().relationMode() == RelationMode.FOREIGN_KEYS) {
      constraints.add(foreignKey(text, A, model(relation.modelA())));
      constraints.add(foreignKey(text, B, model(relation.modelB())));
    }
    return new Table(
        Identifier.of(text),
        List.of(column(A, model(relation.modelA())), column(B, model(relation.modelB()))),
        constraints,
        List.of(index(text)),
        Optional.empty());
  }

  private Column column(Identifier name, PslModel model) {
    return new Column(
        name,
        idType(model),
        Nullability.NOT_NULL,
        new ColumnValue.None(),
        Optional.empty(),
        Optional.empty());
  }

  private ColumnType idType(PslModel model) {
    return types.column(model.scalars().get(idField(model)));
  }

  private static String idField(PslModel model) {
    return model.primaryKey().orElseThrow().fieldNames().getFirst();
  }

  private static Index index(String table) {
    return new Index(
        Identifier.of(start(table, Identifier.MAX_BYTES - 8) + "_B_index"),
        Index.Uniqueness.NOT_UNIQUE,
        Index.BTREE,
        List.of(Index.Key.of(B)),
        List.of(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static Constraint.ForeignKey foreignKey(
      String table, Identifier column, PslModel target) {
    var suffix = "_" + column + "_fkey";
    return ForeignKeyLowering.foreignKey(
        Identifier.of(Identifier.truncate(table, Identifier.MAX_BYTES - suffix.length()) + suffix),
        List.of(column),
        NamespaceNames.of(target),
        ColumnNames.of(target, List.of(idField(target))),
        ReferentialAction.CASCADE,
        ReferentialAction.CASCADE);
  }

  /// Prisma counts characters here, and bytes everywhere else.
  private static String text(Relation.ManyToMany relation) {
    return start(relation.tableName(), Identifier.MAX_BYTES);
  }

  private static String start(String text, int characters) {
    return text.codePointCount(0, text.length()) <= characters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, characters));
  }

  private PslModel model(String name) {
    return schema.models().get(name);
  }
}
