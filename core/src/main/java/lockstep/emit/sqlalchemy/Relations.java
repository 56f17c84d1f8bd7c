package lockstep.emit.sqlalchemy;

import static lockstep.emit.python.Expression.list;
import static lockstep.emit.python.Expression.text;
import static lockstep.emit.python.Expression.verbatim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Arguments;
import lockstep.emit.python.Module.ClassBody;
import lockstep.mapping.Field;
import lockstep.mapping.Field.Side;
import lockstep.mapping.Model;
import lockstep.schema.Constraint.ForeignKey;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;

/// Writes relations, both ends of each.
///
/// The end that holds the reference refers to attributes of its own class; the other one, whose
/// class may not import this one, by strings that SQLAlchemy looks up when all classes are there.
final class Relations {
  private final Blueprint blueprint;
  private final Findings findings;

  Relations(Blueprint blueprint, Findings findings) {
    this.blueprint = blueprint;
    this.findings = findings;
  }

  void attributes(PythonFile file, ClassBody body, Entity entity) {
    for (var field : entity.model().relations().toList()) {
      var target = blueprint.entity(field.target());
      var attribute = entity.attribute(field);
      if (field.visibility() == Model.Visibility.VISIBLE
          && target.isPresent()
          && attribute.isPresent()) {
        attribute(file, body, new End(entity, field, target.get()), attribute.get());
      }
    }
  }

  /// Returns the columns whose attributes the class body refers to, which therefore need a value
  /// there.
  Set<Identifier> referenced(Entity entity) {
    var columns = new HashSet<Identifier>();
    for (var field : entity.model().relations().toList()) {
      var target = blueprint.entity(field.target());
      if (target.isEmpty() || field.visibility() != Model.Visibility.VISIBLE) {
        continue;
      }
      var end = new End(entity, field, target.get());
      switch (field.side()) {
        case Side.Owning side -> {
          if (isAmbiguous(end)) {
            columns.addAll(side.columns());
          }
          if (end.isWithinTable()) {
            columns.addAll(side.references());
          }
        }
        case Side.Inverse _ -> {}
        case Side.Joined _ ->
            entity
                .byColumn()
                .forEach(
                    (column, attribute) -> {
                      if (attribute.equals(key(entity))) {
                        columns.add(column);
                      }
                    });
      }
    }
    return columns;
  }

  /// One end of a relation.
  private record End(Entity entity, Field.Relation field, Entity target) {
    boolean isWithinTable() {
      return entity.relation().equals(target.relation());
    }

    Optional<Field.Relation> opposite() {
      return field
          .opposite()
          .flatMap(it -> target.model().field(it))
          .filter(Field.Relation.class::isInstance)
          .map(Field.Relation.class::cast)
          .filter(it -> it.visibility() == Model.Visibility.VISIBLE);
    }

    boolean showsView() {
      return entity.isView() || target.isView();
    }
  }

  private void attribute(PythonFile file, ClassBody body, End end, String attribute) {
    var arguments = new Arguments();
    switch (end.field().side()) {
      case Side.Owning owning -> owning(end, owning, arguments);
      case Side.Inverse _ -> inverse(end, arguments);
      case Side.Joined joined -> {
        if (!joined(file, end, joined, arguments)) {
          return;
        }
      }
    }
    overlaps(end, arguments);
    body.declare(
        attribute,
        file.need(Symbol.MAPPED) + "[" + annotation(file, end) + "]",
        Optional.of(arguments.of(file.need(Symbol.RELATIONSHIP))));
    body.documentation(end.field().documentation());
  }

  private static String annotation(PythonFile file, End end) {
    var name =
        end.target().className().equals(end.entity().className())
            ? end.entity().className()
            : file.forTypeChecking(end.target());
    return switch (end.field().cardinality()) {
      case ONE -> name;
      case ZERO_OR_ONE -> name + " | None";
      case MANY -> "list[" + name + "]";
    };
  }

  private void owning(End end, Side.Owning side, Arguments arguments) {
    var entity = end.entity();
    var needsJoin = needsJoin(end, side);
    if (needsJoin) {
      arguments.add("primaryjoin", join(entity, side, end.target(), Perspective.OWNING));
    } else if (isAmbiguous(end)) {
      arguments.add("foreign_keys", attributes(entity, side.columns()));
    }
    if (!needsJoin && end.isWithinTable()) {
      arguments.add("remote_side", attributes(entity, side.references()));
    }
    if (end.showsView()) {
      arguments.add("viewonly", "True");
      return;
    }
    backPopulates(end, arguments);
    postUpdate(entity, side, end.target(), arguments);
  }

  /// No foreign key says how rows are joined, or it leads from columns to the same ones, so that
  /// `remote_side` cannot tell the two ends apart.
  private static boolean needsJoin(End end, Side.Owning side) {
    return side.foreignKey().isEmpty()
        || end.isWithinTable() && side.references().containsAll(side.columns());
  }

  /// Both ends of a reference that waits say so, as SQLAlchemy orders rows by either of them.
  private void postUpdate(Entity owner, Side.Owning side, Entity target, Arguments arguments) {
    var isOptional =
        side.columns().stream()
            .allMatch(it -> owner.column(it).filter(column -> column.isNullable()).isPresent());
    if (isOptional
        && blueprint.links().isCircular(owner.relation(), side.columns(), target.relation())) {
      arguments.add("post_update", "True");
    }
  }

  private void inverse(End end, Arguments arguments) {
    var opposite = end.opposite();
    if (opposite.isEmpty() || !(opposite.get().side() instanceof Side.Owning side)) {
      return;
    }
    if (needsJoin(end, side)) {
      arguments.add("primaryjoin", join(end.target(), side, end.entity(), Perspective.INVERSE));
    } else if (isAmbiguous(end)) {
      arguments.add("foreign_keys", text(bracketed(end.target(), side.columns())));
    }
    if (end.showsView()) {
      arguments.add("viewonly", "True");
      return;
    }
    backPopulates(end, arguments);
    side.foreignKey()
        .flatMap(it -> foreignKey(end.target(), it))
        .ifPresent(it -> deletion(it, arguments));
    postUpdate(end.target(), side, end.entity(), arguments);
  }

  /// What the database does when the row is deleted, SQLAlchemy leaves to it. Where it refuses,
  /// SQLAlchemy must not clear the references first.
  private static void deletion(ForeignKey key, Arguments arguments) {
    switch (key.onDelete()) {
      case CASCADE -> {
        arguments.add("cascade", text("all, delete"));
        arguments.add("passive_deletes", "True");
      }
      case SET_NULL -> arguments.add("passive_deletes", "True");
      case NO_ACTION, RESTRICT, SET_DEFAULT -> arguments.add("passive_deletes", text("all"));
    }
  }

  private static Optional<ForeignKey> foreignKey(Entity entity, Identifier name) {
    return entity.table().stream()
        .flatMap(it -> it.constraints(ForeignKey.class))
        .filter(it -> it.name().equals(name))
        .findFirst();
  }

  private boolean isAmbiguous(End end) {
    return blueprint.links().isAmbiguous(end.entity().relation(), end.target().relation());
  }

  private static void backPopulates(End end, Arguments arguments) {
    end.opposite()
        .flatMap(it -> end.target().attribute(it))
        .ifPresent(it -> arguments.add("back_populates", text(it)));
  }

  private enum Perspective {
    OWNING,
    INVERSE
  }

  /// Returns the condition that joins the rows, written out.
  ///
  /// @param entity the one that holds the reference
  /// @param perspective the end for which the condition is written
  private static Expression join(
      Entity entity, Side.Owning side, Entity target, Perspective perspective) {
    var isWithinTable = entity.relation().equals(target.relation());
    var conditions = new ArrayList<String>();
    for (var i = 0; i < side.columns().size(); i++) {
      var from = "foreign(" + qualified(entity, side.columns().get(i)) + ")";
      var to = qualified(target, side.references().get(i));
      if (isWithinTable) {
        switch (perspective) {
          case OWNING -> to = "remote(" + to + ")";
          case INVERSE -> from = "remote(" + from + ")";
        }
      }
      conditions.add(from + " == " + to);
    }
    var joined = String.join(", ", conditions);
    return text(conditions.size() == 1 ? joined : "and_(" + joined + ")");
  }

  private static String qualified(Entity entity, Identifier column) {
    return entity.className() + "." + entity.attribute(column);
  }

  private static String bracketed(Entity entity, List<Identifier> columns) {
    var names = columns.stream().map(it -> qualified(entity, it)).collect(Collectors.joining(", "));
    return columns.size() == 1 ? names : "[" + names + "]";
  }

  private static Expression attributes(Entity entity, List<Identifier> columns) {
    return list(columns.stream().map(it -> verbatim(entity.attribute(it))).toList());
  }

  /// Returns whether the relation can be written.
  private boolean joined(PythonFile file, End end, Side.Joined side, Arguments arguments) {
    var table = blueprint.table(side.table());
    if (table.isEmpty()) {
      return false;
    }
    var variable = file.local(".tables", table.get().variable());
    var hasKeys = table.get().table().filter(it -> !it.foreignKeys().isEmpty()).isPresent();
    if (!hasKeys && !isWord(side.table().name().text())) {
      findings.add(
          SqlAlchemyCode.RELATION,
          ObjectPath.table(side.table()),
          "joins `%s` and `%s` without foreign keys, under a name that no string can refer to"
              .formatted(end.entity().className(), end.target().className()),
          "Give the relation a name of letters, digits and underscores.");
      return false;
    }
    arguments.add("secondary", variable);
    if (!hasKeys) {
      file.need(Symbol.FOREIGN);
      joins(end, side, it -> "foreign(" + variable + column(it) + ")", arguments);
    } else if (end.isWithinTable()) {
      joins(end, side, it -> variable + column(it), arguments);
    }
    backPopulates(end, arguments);
    if (hasKeys) {
      arguments.add("passive_deletes", "True");
    }
    return true;
  }

  private static void joins(
      End end, Side.Joined side, Function<Identifier, String> reference, Arguments arguments) {
    var key = key(end.entity());
    arguments.add("primaryjoin", key + " == " + reference.apply(side.near()));
    if (end.isWithinTable()) {
      arguments.add("secondaryjoin", key + " == " + reference.apply(side.far()));
      return;
    }
    var target = end.target().className() + "." + key(end.target());
    var table =
        Blueprint.schemaName(side.table().namespace()).map(it -> it + ".").orElse("")
            + side.table().name();
    var joined = target + " == foreign(" + table + column(side.far()) + ")";
    arguments.add("secondaryjoin", text(joined));
  }

  /// A model that takes part has a key of one field (Prisma 7).
  private static String key(Entity entity) {
    return entity
        .table()
        .flatMap(it -> it.primaryKey())
        .map(it -> entity.attribute(it.columns().getFirst()))
        .orElseGet(() -> keyField(entity));
  }

  private static String keyField(Entity entity) {
    return entity.model().keys().stream()
        .filter(it -> it.fields().size() == 1)
        .map(it -> entity.byField().get(it.fields().getFirst()))
        .findFirst()
        .orElse("id");
  }

  private static String column(Identifier column) {
    var name = column.text();
    return isWord(name) && !Reserved.KEYWORDS.contains(name)
        ? ".c." + name
        : ".c[" + text(name).flat() + "]";
  }

  private static boolean isWord(String name) {
    return name.chars().allMatch(c -> c == '_' || c < 0x80 && Character.isLetterOrDigit(c))
        && !Character.isDigit(name.charAt(0));
  }

  /// References that share a column both write it; SQLAlchemy asks to say that this is meant.
  private void overlaps(End end, Arguments arguments) {
    if (end.showsView()) {
      return;
    }
    var names = new TreeSet<String>();
    switch (end.field().side()) {
      case Side.Owning owning -> overlapping(end.entity(), end.field(), owning, names);
      case Side.Inverse _ ->
          end.opposite()
              .ifPresent(
                  it -> {
                    if (it.side() instanceof Side.Owning owning) {
                      overlapping(end.target(), it, owning, names);
                    }
                  });
      case Side.Joined _ -> {}
    }
    if (!names.isEmpty()) {
      arguments.add("overlaps", text(String.join(",", names)));
    }
  }

  /// Collects both ends of the relations before this one that share a column with it.
  private void overlapping(
      Entity entity, Field.Relation field, Side.Owning side, TreeSet<String> into) {
    for (var other : entity.model().relations().toList()) {
      if (other.equals(field)) {
        return;
      }
      var target = blueprint.entity(other.target());
      if (other.side() instanceof Side.Owning earlier
          && target.isPresent()
          && other.visibility() == Model.Visibility.VISIBLE
          && earlier.columns().stream().anyMatch(side.columns()::contains)) {
        entity.attribute(other).ifPresent(into::add);
        new End(entity, other, target.get())
            .opposite()
            .flatMap(it -> target.get().attribute(it))
            .ifPresent(into::add);
      }
    }
  }
}
