package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lockstep.diff.Change;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.CompositeType;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.schema.SchemaObject;
import lockstep.sql.Quote;
import lockstep.sql.TypeSql;

/// Makes a type anew under its name, with the types that it is in and the columns that have any of
/// them.
final class Retyping {
  private final Situation situation;
  private final List<ObjectPath> family;
  private final Set<ObjectPath> users;
  private final Set<ObjectPath> reset;

  private Retyping(
      Situation situation, Set<ObjectPath> family, Set<ObjectPath> users, Set<ObjectPath> reset) {
    this.situation = situation;
    this.family = List.copyOf(family);
    this.users = users;
    this.reset = reset;
  }

  static boolean isFor(ObjectPath.Kind kind) {
    return kind == ObjectPath.Kind.ENUM
        || kind == ObjectPath.Kind.DOMAIN
        || kind == ObjectPath.Kind.COMPOSITE_TYPE
        || kind == ObjectPath.Kind.COLLATION;
  }

  /// @param family types that are there before and after, each after what it is made of
  /// @param users columns that stay
  /// @param reset those whose defaults go and come back by themselves
  static List<Step> steps(
      Situation situation, Set<ObjectPath> family, Set<ObjectPath> users, Set<ObjectPath> reset) {
    return new Retyping(situation, family, users, reset).steps();
  }

  /// The old types make room under other names, columns move to the new ones with their values, and
  /// the old ones go.
  private List<Step> steps() {
    var steps = new ArrayList<Step>();
    family.forEach(it -> steps.add(makeRoom(it)));
    for (var type : family) {
      create(type, likeBefore(type))
          .forEach(it -> steps.add(new Step(kind(type), type, it.sql(), it.reverse())));
    }
    var columns = users.stream().flatMap(it -> column(it).stream()).toList();
    columns.forEach(it -> it.dropDefault().ifPresent(steps::add));
    columns.forEach(it -> it.retype().ifPresent(steps::add));
    columns.forEach(it -> it.setDefault().ifPresent(steps::add));
    family.forEach(it -> steps.addAll(attributes(it)));
    family.reversed().forEach(it -> steps.add(drop(it)));
    return steps;
  }

  /// Returns what a type is made as: a composite type first has the attributes that it had, each as
  /// it shall be, so that its values have a place for each; but not where those that it shall have
  /// would not be in their places then.
  private SchemaObject likeBefore(ObjectPath type) {
    return before(type) instanceof CompositeType before
            && after(type) instanceof CompositeType after
            && CompositeTypePlan.keepsPlaces(before, after)
        ? CompositeTypePlan.likeBefore(before, after)
        : after(type);
  }

  private List<Step> attributes(ObjectPath type) {
    return likeBefore(type) instanceof CompositeType made
            && after(type) instanceof CompositeType after
        ? CompositeTypePlan.alter(Needs.nameOf(type), made, after, situation.names())
        : List.of();
  }

  private Step makeRoom(ObjectPath type) {
    var alter = "ALTER " + word(type) + " ";
    var names = situation.names();
    var name = Needs.nameOf(type);
    return new Step(
        kind(type),
        type,
        alter + names.of(name) + " RENAME TO " + Quote.name(old(name).name()),
        new Step.Reverse.Statement(
            alter + names.of(old(name)) + " RENAME TO " + Quote.name(name.name())),
        Conduct.QUIET,
        enumLosses(type));
  }

  private Step drop(ObjectPath type) {
    var names = situation.names();
    var name = Needs.nameOf(type);
    return new Step(
        kind(type),
        type,
        "DROP " + word(type) + " " + names.of(old(name)),
        new Step.Reverse.Statement(
            create(type, before(type))
                .getFirst()
                .sql()
                .replaceFirst(
                    Pattern.quote(names.of(name)), Matcher.quoteReplacement(names.of(old(name))))),
        Conduct.QUIET);
  }

  private static QualifiedName old(QualifiedName name) {
    return QualifiedName.of(
        name.namespace(), Identifier.of(Identifier.truncate(name.name().text(), 58) + "_old"));
  }

  private static String word(ObjectPath type) {
    return switch (type.kind()) {
      case DOMAIN -> "DOMAIN";
      case COLLATION -> "COLLATION";
      default -> "TYPE";
    };
  }

  private static Step.Kind kind(ObjectPath type) {
    return switch (type.kind()) {
      case DOMAIN -> Step.Kind.ALTER_DOMAIN;
      case COLLATION -> Step.Kind.ALTER_TYPE;
      default -> Step.Kind.ALTER_ENUM;
    };
  }

  private SchemaObject before(ObjectPath type) {
    return situation.from().object(type).orElseThrow();
  }

  private SchemaObject after(ObjectPath type) {
    return situation.to().object(type).orElseThrow();
  }

  private List<Step> create(ObjectPath type, SchemaObject object) {
    return Planner.create(
        new Change.CreateObject(type.names().getFirst(), object), situation.names());
  }

  private List<Loss> enumLosses(ObjectPath type) {
    if (before(type) instanceof EnumType before && after(type) instanceof EnumType after) {
      return before.values().stream()
          .filter(it -> !after.values().contains(it))
          .map(it -> new Loss(Loss.Kind.ENUM_VALUE, type, Optional.of(it)))
          .toList();
    }
    return List.of();
  }

  private Optional<Moving> column(ObjectPath path) {
    var before = situation.from().column(path);
    var after = situation.to().column(path);
    var type = before.flatMap(it -> of(it.type()).or(() -> collation(it)));
    return type.isEmpty() || after.isEmpty()
        ? Optional.empty()
        : Optional.of(new Moving(path, kind(type.get()), before.get(), after.get()));
  }

  /// A column that moves to the new version of its type. A default that names the type goes and
  /// comes back by itself.
  private final class Moving {
    private final ObjectPath path;
    private final Step.Kind kind;
    private final Column before;
    private final Column after;
    private final String alter;
    private final boolean isReset;

    Moving(ObjectPath path, Step.Kind kind, Column before, Column after) {
      this.path = path;
      this.kind = kind;
      this.before = before;
      this.after = after;
      this.alter = situation.alterColumn(Needs.nameOf(path), before.name());
      this.isReset = reset.contains(path);
    }

    Optional<Step> dropDefault() {
      return ColumnPlan.defaultOf(before)
          .filter(_ -> !isReset)
          .map(it -> brief("DROP DEFAULT", "SET DEFAULT " + it));
    }

    /// Returns nothing for a column that gets its type as its parent's gets it.
    Optional<Step> retype() {
      if (!ColumnPlan.sameType(before, after) || isFromParent()) {
        return Optional.empty();
      }
      var sql =
          "SET DATA TYPE %s USING %s"
              .formatted(
                  ColumnSql.collatedType(after, situation.names()),
                  moved(Quote.name(after.name()), before.type(), after.type()));
      return Optional.of(
          new Step(
              kind,
              path,
              alter + sql,
              new Step.Reverse.None("The old type is gone by then."),
              Conduct.of(Conduct.Lock.ACCESS_EXCLUSIVE, Conduct.Work.REWRITE)));
    }

    Optional<Step> setDefault() {
      return ColumnPlan.defaultOf(after)
          .filter(_ -> !isReset && ColumnPlan.sameType(before, after))
          .map(it -> brief("SET DEFAULT " + it, "DROP DEFAULT"));
    }

    private Step brief(String action, String reverse) {
      return new Step(
          kind, path, alter + action, new Step.Reverse.Statement(alter + reverse), Conduct.BRIEF);
    }

    private boolean isFromParent() {
      return situation.from().table(Needs.nameOf(path)).stream()
          .flatMap(it -> it.lineage().parentTables().stream())
          .flatMap(it -> situation.from().table(it).stream())
          .anyMatch(it -> it.column(before.name()).isPresent());
    }
  }

  /// Returns a value of the old version of a type as one of the new version. What is not cast by
  /// itself goes by way of its text.
  private String moved(String value, ColumnType from, ColumnType to) {
    if (from instanceof ColumnType.Composite(var name)
        && to.equals(from)
        && before(path(name)) instanceof CompositeType old
        && likeBefore(path(name)) instanceof CompositeType made) {
      return CompositeTypePlan.moved(value, old, made, name, this::attribute, situation.names());
    }
    return isCastByText() && keepsPlaces() && !(to instanceof ColumnType.Scalar)
        ? byText(value, to) + "::" + TypeSql.of(to, situation.names())
        : ColumnPlan.cast(value, from, to, situation.names());
  }

  /// Returns an attribute of a composite value for the type that it has later.
  private String attribute(String value, ColumnType type) {
    return of(type).isPresent() && isCastByText() ? byText(value, type) : value;
  }

  private static String byText(String value, ColumnType to) {
    return value + "::text" + (to instanceof ColumnType.Array ? "[]" : "");
  }

  private boolean isCastByText() {
    return family.stream().anyMatch(it -> it.kind() != ObjectPath.Kind.DOMAIN);
  }

  /// Whether the text of a composite value means the same afterwards.
  private boolean keepsPlaces() {
    return family.stream()
        .allMatch(
            it ->
                !(before(it) instanceof CompositeType before
                        && after(it) instanceof CompositeType after)
                    || CompositeTypePlan.keepsPlaces(before, after));
  }

  /// Returns which type of the family a column has, or is an array of.
  private Optional<ObjectPath> of(ColumnType type) {
    return switch (type) {
      case ColumnType.Enumerated(var name) -> mine(ObjectPath.Kind.ENUM, name);
      case ColumnType.OfDomain(var name) -> mine(ObjectPath.Kind.DOMAIN, name);
      case ColumnType.Array(var element, var _) -> of(element);
      case ColumnType.Composite(var name) -> mine(ObjectPath.Kind.COMPOSITE_TYPE, name);
      case ColumnType.Range _, ColumnType.Scalar _, ColumnType.Opaque _ -> Optional.empty();
    };
  }

  private Optional<ObjectPath> collation(Column column) {
    return column.collation().flatMap(it -> mine(ObjectPath.Kind.COLLATION, it));
  }

  private Optional<ObjectPath> mine(ObjectPath.Kind kind, QualifiedName name) {
    return Optional.of(ObjectPath.of(kind, name)).filter(family::contains);
  }

  private static ObjectPath path(QualifiedName composite) {
    return ObjectPath.of(ObjectPath.Kind.COMPOSITE_TYPE, composite);
  }
}
