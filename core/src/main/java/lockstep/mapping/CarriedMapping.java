package lockstep.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import lockstep.mapping.Field.Cardinality;
import lockstep.mapping.Field.Side;
import lockstep.schema.Column;
import lockstep.schema.Constraint.ForeignKey;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.Table;

/// The view that somebody has of a schema, carried over to what the schema has become.
///
/// What is still there keeps its names, its documentation and what clients fill in, whatever has
/// changed about it; what is new is seen as if nobody had written a model for it.
final class CarriedMapping {
  private final Mapping view;
  private final Schema before;
  private final Schema after;
  private final Mapping derived;
  private final Map<QualifiedName, Model> fresh;
  private final Map<QualifiedName, Model> known = new HashMap<>();
  private final Map<QualifiedName, Carried> models = new LinkedHashMap<>();
  private final Map<String, Carried> named = new HashMap<>();
  private final Map<String, Model> viewed = new HashMap<>();
  private final UniqueNames types = new UniqueNames();

  private CarriedMapping(Mapping view, Schema before, Schema after, Naming naming) {
    this.view = view;
    this.before = before;
    this.after = after;
    this.derived = Mapping.derive(after, new KnownNaming(view, naming));
    this.fresh = fresh(derived, view);
  }

  static Mapping carry(Mapping view, Schema before, Schema after, Naming naming) {
    return new CarriedMapping(view, before, after, naming).carry();
  }

  /// A model in the making.
  ///
  /// @param old what was known of it; empty for a new one
  /// @param fresh what it would be if nobody had written it
  /// @param taken the names of its fields
  private record Carried(
      String name, Optional<Model> old, Model fresh, List<Field> fields, UniqueNames taken) {
    Optional<String> scalarOf(Identifier column) {
      return fields.stream()
          .filter(it -> it instanceof Field.Scalar scalar && scalar.column().equals(column))
          .map(Field::name)
          .findFirst();
    }
  }

  private Mapping carry() {
    view.models().forEach(it -> viewed.put(it.name(), it));
    view.models().stream().filter(this::isStillThere).forEach(it -> known.put(it.relation(), it));
    var enums = enums();
    declare();
    models.values().forEach(this::scalars);
    var kept = keptRelations();
    addedRelations(kept);
    return new Mapping(
        models.values().stream().map(CarriedMapping::model).toList(), enums, view.relationMode());
  }

  private boolean isStillThere(Model model) {
    var there = fresh.get(model.relation());
    return there != null && there.kind() == model.kind();
  }

  /// What nobody has written a model for would have these; tables that are known to join only have
  /// none.
  private static Map<QualifiedName, Model> fresh(Mapping derived, Mapping view) {
    var joining = new HashSet<QualifiedName>();
    for (var model : view.models()) {
      model
          .relations()
          .forEach(
              it -> {
                if (it.side() instanceof Side.Joined(var table, _, _)) {
                  joining.add(table);
                }
              });
    }
    var fresh = new LinkedHashMap<QualifiedName, Model>();
    for (var it : derived.models()) {
      if (!joining.contains(it.relation())) {
        fresh.put(it.relation(), it);
      }
    }
    return fresh;
  }

  /// Those that are known keep their place; names of new ones avoid theirs.
  private void declare() {
    view.models().stream()
        .filter(it -> it.equals(known.get(it.relation())))
        .forEach(
            it -> {
              types.take(List.of(it.name()));
              put(it.name(), Optional.of(it), fresh.get(it.relation()));
            });
    fresh.values().stream()
        .filter(it -> !known.containsKey(it.relation()))
        .forEach(it -> put(types.take(candidates(it)), Optional.empty(), it));
  }

  private static List<String> candidates(Model fresh) {
    var relation = fresh.relation();
    return List.of(fresh.name(), relation.namespace() + "_" + fresh.name());
  }

  private void put(String name, Optional<Model> old, Model fresh) {
    var carried = new Carried(name, old, fresh, new ArrayList<>(), new UniqueNames());
    models.put(fresh.relation(), carried);
    named.put(name, carried);
  }

  /// All fields that are known stay in their order for now, relations that are gone among them.
  private void scalars(Carried model) {
    model
        .old()
        .ifPresent(
            it ->
                it.fields()
                    .forEach(
                        field -> {
                          if (!(field instanceof Field.Scalar scalar)
                              || hasColumn(model, scalar.column())) {
                            model.taken().take(List.of(field.name()));
                            model.fields().add(field);
                          }
                        }));
    model
        .fresh()
        .scalars()
        .filter(it -> model.scalarOf(it.column()).isEmpty())
        .forEach(it -> model.fields().add(renamed(it, model.taken().take(List.of(it.name())))));
  }

  private static boolean hasColumn(Carried model, Identifier column) {
    return model.fresh().scalar(column).isPresent();
  }

  private static Field.Scalar renamed(Field.Scalar it, String name) {
    return new Field.Scalar(
        name, it.column(), it.onCreate(), it.onUpdate(), it.visibility(), it.documentation());
  }

  /// Carries over the relations that the schema still has, and takes out the others; returns the
  /// sides that are spoken for.
  private Set<Object> keptRelations() {
    var kept = new LinkedHashSet<Object>();
    var keptEnds = new HashMap<String, Set<String>>();
    for (var model : models.values()) {
      model.fields().replaceAll(it -> owning(model, it, kept, keptEnds).orElse(it));
    }
    for (var model : models.values()) {
      model
          .fields()
          .removeIf(it -> it instanceof Field.Relation end && !isKept(model, end, keptEnds));
      model.fields().replaceAll(it -> inverse(model, it));
    }
    return kept;
  }

  private Optional<Field> owning(
      Carried model, Field field, Set<Object> kept, Map<String, Set<String>> keptEnds) {
    if (!(field instanceof Field.Relation end)) {
      return Optional.empty();
    }
    var target = byName(end.target());
    return switch (end.side()) {
      case Side.Inverse _ -> Optional.empty();
      case Side.Joined it -> {
        if (target.isPresent()
            && after.table(it.table()).filter(table -> hasColumns(table, it)).isPresent()) {
          kept.add(it.table());
          keep(keptEnds, model.name(), end);
        }
        yield Optional.empty();
      }
      case Side.Owning it -> {
        var side = target.flatMap(there -> owning(model, there, it));
        side.ifPresent(
            now -> {
              now.foreignKey()
                  .ifPresent(name -> kept.add(new Reference(model.fresh().relation(), name)));
              keep(keptEnds, model.name(), end);
            });
        yield side.map(now -> with(end, nearCardinality(model, end, it, now), now));
      }
    };
  }

  private record Reference(QualifiedName table, Identifier foreignKey) {}

  private static void keep(Map<String, Set<String>> ends, String model, Field.Relation end) {
    ends.computeIfAbsent(model, _ -> new LinkedHashSet<>()).add(end.name());
    end.opposite()
        .ifPresent(it -> ends.computeIfAbsent(end.target(), _ -> new LinkedHashSet<>()).add(it));
  }

  private static boolean isKept(
      Carried model, Field.Relation end, Map<String, Set<String>> keptEnds) {
    return model.old().isPresent()
        && keptEnds.getOrDefault(model.name(), Set.of()).contains(end.name());
  }

  private Optional<Carried> byName(String model) {
    return Optional.ofNullable(named.get(model));
  }

  private static boolean hasColumns(Table table, Side.Joined it) {
    return table.column(it.near()).isPresent() && table.column(it.far()).isPresent();
  }

  private Optional<Side.Owning> owning(Carried model, Carried target, Side.Owning side) {
    if (side.foreignKey().isEmpty()) {
      var isThere =
          side.columns().stream().allMatch(it -> hasColumn(model, it))
              && side.references().stream().allMatch(it -> hasColumn(target, it));
      return isThere ? Optional.of(side) : Optional.empty();
    }
    return foreignKey(model, target, side)
        .map(
            it ->
                new Side.Owning(
                    it.columns(),
                    it.referencedColumns(),
                    Optional.of(it.name()),
                    side.clientActions()));
  }

  /// The same reference by its name, else by what it refers to.
  private Optional<ForeignKey> foreignKey(Carried model, Carried target, Side.Owning side) {
    BiPredicate<ForeignKey, Side.Owning> byName =
        (key, it) -> it.foreignKey().equals(Optional.of(key.name()));
    BiPredicate<ForeignKey, Side.Owning> byColumns =
        (key, it) ->
            key.columns().equals(it.columns())
                && key.referencedColumns().equals(it.references())
                && !isKnown(model, key);
    return Stream.of(byName, byColumns)
        .flatMap(
            same ->
                foreignKeys(model).stream()
                    .filter(it -> it.referencedTable().equals(target.fresh().relation()))
                    .filter(it -> same.test(it, side)))
        .findFirst();
  }

  private List<ForeignKey> foreignKeys(Carried model) {
    return after.table(model.fresh().relation()).map(it -> it.foreignKeys()).orElse(List.of());
  }

  private boolean isKnown(Carried model, ForeignKey key) {
    return before.table(model.fresh().relation()).stream()
        .flatMap(it -> it.foreignKeys().stream())
        .anyMatch(it -> it.name().equals(key.name()));
  }

  private static Field.Relation with(Field.Relation it, Cardinality cardinality, Side side) {
    return new Field.Relation(
        it.name(),
        it.relation(),
        it.target(),
        cardinality,
        side,
        it.opposite(),
        it.visibility(),
        it.documentation());
  }

  private Cardinality nearCardinality(
      Carried model, Field.Relation end, Side.Owning was, Side.Owning is) {
    var relation = model.fresh().relation();
    var wasNullable = anyIsNullable(columns(before, relation), was.columns());
    var isNullable = anyIsNullable(columns(after, relation), is.columns());
    return wasNullable == isNullable
        ? end.cardinality()
        : isNullable ? Cardinality.ZERO_OR_ONE : Cardinality.ONE;
  }

  private static List<Column> columns(Schema schema, QualifiedName relation) {
    return schema
        .table(relation)
        .map(it -> it.columns())
        .or(() -> schema.view(relation).map(it -> it.columns()))
        .orElse(List.of());
  }

  private static boolean anyIsNullable(List<Column> columns, List<Identifier> names) {
    return columns.stream().anyMatch(it -> it.isNullable() && names.contains(it.name()));
  }

  /// An end with the reference on the other side reaches one row as long as that is unique.
  private Field inverse(Carried model, Field field) {
    if (!(field instanceof Field.Relation end) || !(end.side() instanceof Side.Inverse)) {
      return field;
    }
    var was = opposite(Optional.ofNullable(viewed.get(end.target())), end);
    var is = byName(end.target()).flatMap(it -> opposite(it.fields().stream(), end));
    if (was.isEmpty() || is.isEmpty()) {
      return field;
    }
    var there = byName(end.target()).orElseThrow().fresh().relation();
    var wasOne = reachesOne(before, there, was.get().columns());
    var isOne = reachesOne(after, there, is.get().columns());
    return wasOne == isOne
        ? field
        : with(end, isOne ? Cardinality.ZERO_OR_ONE : Cardinality.MANY, end.side());
  }

  private static Optional<Side.Owning> opposite(Optional<Model> there, Field.Relation end) {
    return there.flatMap(it -> opposite(it.fields().stream(), end));
  }

  private static Optional<Side.Owning> opposite(Stream<Field> fields, Field.Relation end) {
    return fields
        .filter(it -> end.opposite().equals(Optional.of(it.name())))
        .map(it -> it instanceof Field.Relation far ? far.side() : end.side())
        .filter(Side.Owning.class::isInstance)
        .map(Side.Owning.class::cast)
        .findFirst();
  }

  private static boolean reachesOne(Schema schema, QualifiedName table, List<Identifier> columns) {
    return schema.table(table).stream()
        .flatMap(it -> it.keyColumns().stream())
        .anyMatch(columns::containsAll);
  }

  /// Adds both ends of every reference that no field shows yet.
  private void addedRelations(Set<Object> kept) {
    fresh
        .values()
        .forEach(
            model ->
                model
                    .relations()
                    .filter(it -> isFirstEnd(model, it) && !kept.contains(identity(model, it)))
                    .forEach(it -> add(models.get(model.relation()), it)));
  }

  /// Of a relation with a table of its own either end will do.
  private static boolean isFirstEnd(Model model, Field.Relation end) {
    return switch (end.side()) {
      case Side.Owning _ -> true;
      case Side.Inverse _ -> false;
      case Side.Joined(var _, var near, var _) -> near.equals(Identifier.of("A"));
    };
  }

  private static Object identity(Model model, Field.Relation end) {
    return switch (end.side()) {
      case Side.Owning it -> new Reference(model.relation(), it.foreignKey().orElseThrow());
      case Side.Joined it -> it.table();
      case Side.Inverse _ -> throw new IllegalArgumentException("not the first end: " + end);
    };
  }

  private void add(Carried model, Field.Relation near) {
    var there = derived.model(near.target()).orElseThrow();
    var far = (Field.Relation) there.field(near.opposite().orElseThrow()).orElseThrow();
    var target = models.get(there.relation());
    if (target == null) {
      return;
    }
    var nearName = model.taken().take(List.of(near.name()));
    var farName = target.taken().take(List.of(far.name()));
    var isAmbiguous = model == target || reaches(model, target) || reaches(target, model);
    var name = near.relation().or(() -> isAmbiguous ? Optional.of(named(near)) : Optional.empty());
    model.fields().add(between(near, nearName, name, target.name(), farName));
    target.fields().add(between(far, farName, name, model.name(), nearName));
  }

  private static boolean reaches(Carried model, Carried target) {
    return model.fields().stream()
        .anyMatch(it -> it instanceof Field.Relation end && end.target().equals(target.name()));
  }

  private static String named(Field.Relation near) {
    return switch (near.side()) {
      case Side.Owning it -> it.foreignKey().map(Identifier::text).orElse(near.name());
      case Side.Joined it -> it.table().name().text().substring(1);
      case Side.Inverse _ -> near.name();
    };
  }

  private static Field.Relation between(
      Field.Relation it, String name, Optional<String> relation, String target, String opposite) {
    return new Field.Relation(
        name,
        relation,
        target,
        it.cardinality(),
        it.side(),
        Optional.of(opposite),
        it.visibility(),
        it.documentation());
  }

  private List<EnumView> enums() {
    var enums = new ArrayList<EnumView>();
    for (var it : view.enums()) {
      derived
          .enumOf(it.type())
          .ifPresent(
              fresh -> {
                types.take(List.of(it.name()));
                enums.add(
                    new EnumView(it.name(), it.type(), members(it, fresh), it.documentation()));
              });
    }
    derived.enums().stream()
        .filter(it -> view.enumOf(it.type()).isEmpty())
        .forEach(
            it ->
                enums.add(
                    new EnumView(
                        types.take(List.of(it.name(), it.type().namespace() + "_" + it.name())),
                        it.type(),
                        it.members(),
                        it.documentation())));
    return enums;
  }

  private static List<EnumView.Member> members(EnumView old, EnumView fresh) {
    var taken = new UniqueNames();
    old.members().forEach(it -> taken.take(List.of(it.name())));
    return fresh.members().stream()
        .map(
            it ->
                old.members().stream()
                    .filter(known -> known.value().equals(it.value()))
                    .findFirst()
                    .orElseGet(
                        () ->
                            new EnumView.Member(
                                taken.take(List.of(it.name())), it.value(), it.documentation())))
        .toList();
  }

  private static Model model(Carried it) {
    var fresh = it.fresh();
    return new Model(
        it.name(),
        fresh.relation(),
        fresh.kind(),
        it.old().map(Model::visibility).orElse(fresh.visibility()),
        it.fields(),
        keys(it),
        it.old().map(Model::documentation).orElse(fresh.documentation()));
  }

  /// Of a view only people know what identifies a row.
  private static List<Model.Key> keys(Carried it) {
    var names = it.fields().stream().map(Field::name).toList();
    var old =
        it.old().map(Model::keys).orElse(List.of()).stream()
            .filter(key -> names.containsAll(key.fields()))
            .toList();
    return switch (it.fresh().kind()) {
      case VIEW -> old;
      case TABLE -> it.fresh().keys().stream().map(key -> key(it, key, old)).toList();
    };
  }

  private static Model.Key key(Carried model, Model.Key fresh, List<Model.Key> old) {
    var fields =
        fresh.fields().stream()
            .map(it -> (Field.Scalar) model.fresh().field(it).orElseThrow())
            .map(it -> model.scalarOf(it.column()).orElseThrow())
            .toList();
    return old.stream()
        .filter(it -> it.kind() == fresh.kind() && it.fields().equals(fields))
        .findFirst()
        .orElseGet(() -> new Model.Key(fresh.kind(), String.join("_", fields), fields));
  }
}
