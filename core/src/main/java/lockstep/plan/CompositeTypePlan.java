package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import lockstep.plan.Conduct.Lock;
import lockstep.plan.Conduct.Work;
import lockstep.schema.ColumnType;
import lockstep.schema.CompositeType;
import lockstep.schema.CompositeType.Attribute;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.schema.QualifiedName;
import lockstep.sql.Names;
import lockstep.sql.Quote;
import lockstep.sql.TypeSql;

/// The statements about composite types.
final class CompositeTypePlan {
  private CompositeTypePlan() {}

  static Step create(QualifiedName type, CompositeType definition, Names names) {
    return new Step(
        Step.Kind.CREATE_TYPE,
        path(type),
        "CREATE TYPE " + names.of(type) + " " + definition(definition, names),
        new Step.Reverse.Statement("DROP TYPE " + names.of(type)));
  }

  static String definition(CompositeType type, Names names) {
    return type.attributes().stream()
        .map(it -> Quote.name(it.name()) + " " + collatedType(it, names))
        .collect(Collectors.joining(", ", "AS (", ")"));
  }

  /// Returns whether no attribute that stays has another type, which a type that columns have does
  /// not take (PostgreSQL 18, ALTER TYPE).
  static boolean keepsTypes(CompositeType from, CompositeType to) {
    return to.attributes().stream()
        .allMatch(
            it ->
                from.attribute(it.name())
                    .filter(
                        before ->
                            !before.type().equals(it.type())
                                || !before.collation().equals(it.collation()))
                    .isEmpty());
  }

  /// Returns a value of one version of the type as one of another, attribute by attribute.
  ///
  /// @param attribute what makes of an attribute's value and its type what can be cast
  static String moved(
      String value,
      CompositeType from,
      CompositeType to,
      QualifiedName type,
      BiFunction<String, ColumnType, String> attribute,
      Names names) {
    var attributes =
        to.attributes().stream()
            .map(
                it ->
                    from.attribute(it.name())
                        .map(
                            before ->
                                attribute.apply(
                                    "(" + value + ")." + Quote.name(it.name()), before.type()))
                        .orElse("NULL"))
            .collect(Collectors.joining(", ", "ROW(", ")"));
    return "CASE WHEN %s IS NULL THEN NULL ELSE %s::%s END"
        .formatted(value, attributes, names.of(type));
  }

  /// Returns whether attributes that stay do so in their order, and new ones come last.
  static boolean keepsPlaces(CompositeType from, CompositeType to) {
    var reached = new ArrayList<>(names(from));
    reached.retainAll(names(to));
    names(to).stream().filter(it -> !reached.contains(it)).forEach(reached::add);
    return reached.equals(names(to));
  }

  private static List<Identifier> names(CompositeType it) {
    return it.attributes().stream().map(Attribute::name).toList();
  }

  /// Returns the type with the attributes of one version, those that stay as another has them.
  static CompositeType likeBefore(CompositeType from, CompositeType to) {
    return new CompositeType(
        from.name(),
        from.attributes().stream().map(it -> to.attribute(it.name()).orElse(it)).toList(),
        to.comment());
  }

  /// Attributes that are gone go, new ones come last, whatever their place.
  static List<Step> alter(QualifiedName type, CompositeType from, CompositeType to, Names names) {
    var steps = new ArrayList<Step>();
    for (var it : from.attributes()) {
      if (to.attribute(it.name()).isEmpty()) {
        steps.add(step(type, drop(it), new Step.Reverse.Statement(add(it, names)), names));
      }
    }
    for (var it : to.attributes()) {
      var before = from.attribute(it.name());
      if (before.isEmpty()) {
        steps.add(step(type, add(it, names), new Step.Reverse.Statement(drop(it)), names));
      } else if (!collatedType(before.get(), names).equals(collatedType(it, names))) {
        steps.add(
            step(
                type,
                retype(it, names),
                new Step.Reverse.Statement(retype(before.get(), names)),
                names));
      }
    }
    return steps;
  }

  private static Step step(
      QualifiedName type, String action, Step.Reverse.Statement reverse, Names names) {
    var alter = "ALTER TYPE " + names.of(type) + " ";
    return new Step(
        Step.Kind.ALTER_TYPE,
        path(type),
        alter + action,
        new Step.Reverse.Statement(alter + reverse.sql()),
        Conduct.of(Lock.ACCESS_EXCLUSIVE, Work.CATALOG));
  }

  private static String add(Attribute it, Names names) {
    return "ADD ATTRIBUTE " + Quote.name(it.name()) + " " + collatedType(it, names);
  }

  private static String drop(Attribute it) {
    return "DROP ATTRIBUTE " + Quote.name(it.name());
  }

  private static String retype(Attribute it, Names names) {
    return "ALTER ATTRIBUTE " + Quote.name(it.name()) + " TYPE " + collatedType(it, names);
  }

  private static String collatedType(Attribute it, Names names) {
    return TypeSql.of(it.type(), names)
        + it.collation().map(name -> " COLLATE " + names.of(name)).orElse("");
  }

  private static ObjectPath path(QualifiedName type) {
    return ObjectPath.of(ObjectPath.Kind.COMPOSITE_TYPE, type);
  }
}
