package lockstep.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.mapping.Field.Cardinality;
import lockstep.mapping.Field.Side;
import lockstep.schema.Column;
import lockstep.schema.Constraint.ForeignKey;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Table;

/// The relations that foreign keys stand for, each with both ends.
final class DerivedRelations {
  private final Schema schema;
  private final Naming naming;
  private final Map<QualifiedName, String> modelNames;
  private final Map<QualifiedName, UniqueNames> fieldNames;
  private final Set<QualifiedName> referred = new HashSet<>();
  private final Set<Named> relations = new HashSet<>();
  private final Map<QualifiedName, List<Field>> ends = new LinkedHashMap<>();

  DerivedRelations(
      Schema schema,
      Naming naming,
      Map<QualifiedName, String> modelNames,
      Map<QualifiedName, UniqueNames> fieldNames) {
    this.schema = schema;
    this.naming = naming;
    this.modelNames = modelNames;
    this.fieldNames = fieldNames;
    schema
        .tables()
        .flatMap(it -> it.value().foreignKeys().stream())
        .forEach(it -> referred.add(it.referencedTable()));
  }

  /// Returns whether a table only joins two others, as those that Prisma makes for relations from
  /// many to many: `_name` with the columns `A` and `B`, each a reference to a model (Prisma 7).
  /// One that others refer to is more than that.
  boolean isJoinTable(QualifiedName name, Table table) {
    return name.name().text().startsWith("_")
        && names(table.columns().stream().map(Column::name)).equals(List.of("A", "B"))
        && table.foreignKeys().stream().allMatch(this::isOfOneColumnToAModel)
        && names(table.foreignKeys().stream().map(it -> it.columns().getFirst()))
            .equals(List.of("A", "B"))
        && !referred.contains(name)
        && naming.canJoin(table, model(table, "A"), model(table, "B"));
  }

  private String model(Table table, String column) {
    return modelNames.get(end(table, column).referencedTable());
  }

  private boolean isOfOneColumnToAModel(ForeignKey key) {
    return key.columns().size() == 1 && modelNames.containsKey(key.referencedTable());
  }

  private static List<String> names(Stream<Identifier> columns) {
    return columns.map(Identifier::text).sorted().toList();
  }

  /// Returns the ends by model, those with the reference before the others.
  Map<QualifiedName, List<Field>> derive() {
    schema.tables().forEach(it -> add(it.name(), it.value()));
    return ends;
  }

  private void add(QualifiedName name, Table table) {
    if (isJoinTable(name, table)) {
      join(name, table);
    } else {
      table.foreignKeys().stream()
          .filter(it -> modelNames.containsKey(it.referencedTable()))
          .forEach(it -> add(name, table, it));
    }
  }

  private void add(QualifiedName name, Table table, ForeignKey key) {
    var target = key.referencedTable();
    naming
        .ends(reference(name, table, key))
        .ifPresentOrElse(
            it ->
                add(
                    name,
                    table,
                    key,
                    take(name, List.of(it.near())),
                    take(target, List.of(it.far())),
                    it.relation().map(relation -> unique(name, target, relation, key))),
            () -> addByColumns(name, table, key));
  }

  /// Several constraints may say the same of the same columns: then each relation has the name of
  /// its own as well.
  private String unique(QualifiedName name, QualifiedName target, String relation, ForeignKey key) {
    return relations.add(new Named(name, target, relation))
        ? relation
        : relation + "_" + key.name().text();
  }

  private record Named(QualifiedName from, QualifiedName to, String relation) {}

  private Naming.Reference reference(QualifiedName name, Table table, ForeignKey key) {
    var target = key.referencedTable();
    var isAlone =
        name.equals(target)
            ? table.foreignKeys().stream().filter(it -> isTo(target, it)).count() == 1
            : isOnlyOneBetween(name, table, target);
    return new Naming.Reference(
        modelNames.get(name),
        modelNames.get(target),
        key.columns().stream().map(naming::field).toList(),
        isAlone);
  }

  private static boolean isTo(QualifiedName target, ForeignKey key) {
    return key.referencedTable().equals(target);
  }

  /// The other end is called `posts`, or `posts_author` where several relations come from there.
  private void addByColumns(QualifiedName name, Table table, ForeignKey key) {
    var target = key.referencedTable();
    var near = take(name, nearNames(key));
    var isAlone = isOnlyOneBetween(name, table, target);
    var plain = field(name);
    var specific = plain + "_" + near;
    var far = take(target, isAlone ? List.of(plain, specific) : List.of(specific));
    var relation = isAlone ? Optional.<String>empty() : Optional.of(key.name().text());
    add(name, table, key, near, far, relation);
  }

  private void add(
      QualifiedName name,
      Table table,
      ForeignKey key,
      String near,
      String far,
      Optional<String> relation) {
    var target = key.referencedTable();
    var side = new Side.Owning(key.columns(), key.referencedColumns(), Optional.of(key.name()));
    put(name, end(near, relation, target, nearCardinality(table, key), side, far));
    put(target, end(far, relation, name, farCardinality(table, key), new Side.Inverse(), near));
  }

  private void join(QualifiedName name, Table table) {
    var one = end(table, "A");
    var other = end(table, "B");
    var word = name.name().text().substring(1);
    var relation =
        word.equals(usualName(one, other)) ? Optional.<String>empty() : Optional.of(word);
    var isToItself = one.referencedTable().equals(other.referencedTable());
    var near = take(one.referencedTable(), joinNames(other, "_A", isToItself, word));
    var far = take(other.referencedTable(), joinNames(one, "_B", isToItself, word));
    var there = new Side.Joined(name, Identifier.of("A"), Identifier.of("B"));
    var back = new Side.Joined(name, Identifier.of("B"), Identifier.of("A"));
    put(
        one.referencedTable(),
        end(near, relation, other.referencedTable(), Cardinality.MANY, there, far));
    put(
        other.referencedTable(),
        end(far, relation, one.referencedTable(), Cardinality.MANY, back, near));
  }

  /// What Prisma calls a relation that has no name; one of a model to itself always has one.
  private String usualName(ForeignKey one, ForeignKey other) {
    return one.referencedTable().equals(other.referencedTable())
        ? ""
        : modelNames.get(one.referencedTable()) + "To" + modelNames.get(other.referencedTable());
  }

  /// Of two lists of the same model, the one for `A` comes first in the alphabet, as Prisma wants.
  private List<String> joinNames(
      ForeignKey to, String column, boolean isToItself, String relation) {
    var plain = field(to.referencedTable());
    return isToItself ? List.of(plain + column) : List.of(plain, relation);
  }

  private static ForeignKey end(Table table, String column) {
    return table.foreignKeys().stream()
        .filter(it -> it.columns().getFirst().text().equals(column))
        .findFirst()
        .orElseThrow();
  }

  /// `author` for `author_id` and `authorId`, else the name of what is referred to.
  private List<String> nearNames(ForeignKey key) {
    var target = field(key.referencedTable());
    if (key.columns().size() > 1) {
      return List.of(target, key.name().text());
    }
    var column = naming.field(key.columns().getFirst());
    var base = column.replaceFirst("(_id|Id|ID)$", "");
    return base.equals(column) || base.isEmpty()
        ? List.of(target, column + "_" + target)
        : List.of(base, target, base + "_" + target);
  }

  private boolean isOnlyOneBetween(QualifiedName name, Table table, QualifiedName target) {
    var there = table.foreignKeys().stream().filter(it -> it.referencedTable().equals(target));
    var back =
        schema.table(target).stream()
            .flatMap(it -> it.foreignKeys().stream())
            .filter(it -> it.referencedTable().equals(name));
    return !name.equals(target) && there.count() + back.count() == 1;
  }

  private static Cardinality nearCardinality(Table table, ForeignKey key) {
    var isRequired =
        key.columns().stream()
            .flatMap(it -> table.column(it).stream())
            .noneMatch(it -> it.isNullable());
    return isRequired ? Cardinality.ONE : Cardinality.ZERO_OR_ONE;
  }

  private static Cardinality farCardinality(Table table, ForeignKey key) {
    var isOneRow = table.keyColumns().stream().anyMatch(key.columns()::containsAll);
    return isOneRow ? Cardinality.ZERO_OR_ONE : Cardinality.MANY;
  }

  private Field end(
      String name,
      Optional<String> relation,
      QualifiedName target,
      Cardinality cardinality,
      Side side,
      String opposite) {
    return new Field.Relation(
        name,
        relation,
        modelNames.get(target),
        cardinality,
        side,
        Optional.of(opposite),
        Model.Visibility.VISIBLE,
        Optional.empty());
  }

  private void put(QualifiedName model, Field end) {
    ends.computeIfAbsent(model, _ -> new ArrayList<>()).add(end);
  }

  private String take(QualifiedName model, List<String> candidates) {
    return fieldNames.get(model).take(candidates);
  }

  private String field(QualifiedName relation) {
    return naming.field(relation.name());
  }
}
