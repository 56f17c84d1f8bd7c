package lockstep.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Call;
import lockstep.mapping.ClientDefault;
import lockstep.mapping.Field;
import lockstep.rewrite.syntax.Expr;
import lockstep.schema.ScalarType;

/// Writes "make this row, or change the one that is there" as one statement.
///
/// That means the same as the client's where the row is looked for by a key, and the new row has
/// the same values in it; then the client does it in one statement too (Prisma 5, native upsert).
final class Upsert {
  private final Draft draft;
  private final Entity entity;

  Upsert(Draft draft, Entity entity) {
    this.draft = draft;
    this.entity = entity;
  }

  /// Returns what is inserted: with the key, where that comes from a dict that is spread.
  Expr created(Expr where, Expr create) {
    if (!(create instanceof Expr.Dict created)
        || created.entries().stream().noneMatch(it -> it.key().isEmpty())) {
      return create;
    }
    var entries = new ArrayList<>(created.entries());
    key(where)
        .forEach(
            (field, value) -> {
              if (valueOf(created, field).isEmpty()) {
                draft.note("the new row gets the `%s` by which it is looked for.".formatted(field));
                var name = new Expr.Text(value.span(), field);
                entries.add(new Expr.Entry(Optional.of(name), value));
              }
            });
    return new Expr.Dict(created.span(), entries);
  }

  /// @param create as [#created] returned it
  Call onConflict(Expr where, Expr create, Expr change) {
    var key = key(where);
    if (key.isEmpty() || !(create instanceof Expr.Dict created)) {
      draft.refuse("the key is only known when it runs.");
      return Expression.call("on_conflict_do_nothing");
    }
    if (entity.model().keys().stream()
        .noneMatch(it -> Set.copyOf(it.fields()).equals(key.keySet()))) {
      draft.refuse("its `where` says more than one key does.");
    }
    key.forEach((field, value) -> same(field, value, created));
    var model = draft.imports().model(entity) + ".";
    var fields = key.keySet().stream().map(this::attribute).toList();
    var arguments = new ArrayList<Expression.Item>();
    arguments.add(
        Expression.keyword(
            "index_elements",
            Expression.list(fields.stream().map(it -> Expression.verbatim(model + it)).toList())));
    arguments.add(Expression.keyword("set_", Expression.dict(assigned(model, change, fields))));
    return new Call("on_conflict_do_update", arguments);
  }

  private Map<String, Expr> key(Expr where) {
    var key = new LinkedHashMap<String, Expr>();
    if (where instanceof Expr.Dict dict) {
      collect(dict, key);
    }
    return key;
  }

  /// Returns what a dict has for a field, itself or by the last that it spreads.
  private Optional<Expr> valueOf(Expr.Dict dict, String field) {
    for (var it : dict.entries().reversed()) {
      if (it.name().filter(field::equals).isPresent()) {
        return Optional.of(it.value());
      }
      var connected = it.name().flatMap(name -> connected(name, it.value(), field));
      if (connected.isPresent()) {
        return connected;
      }
      var spread = it.key().isEmpty() ? written(it.value()) : Optional.<Expr.Dict>empty();
      var found = spread.flatMap(inner -> valueOf(inner, field));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /// Returns the value of a reference, where the row that it refers to is connected by it.
  private Optional<Expr> connected(String name, Expr value, String field) {
    if (entity.field(name).orElse(null) instanceof Field.Relation relation
        && relation.side() instanceof Field.Side.Owning(var columns, var references, var _, var _)
        && value instanceof Expr.Dict change
        && valueOf(change, "connect").orElse(null) instanceof Expr.Dict where) {
      var target = draft.words().model(relation.target());
      var place =
          columns.stream()
              .map(it -> entity.column(it).map(Field.Scalar::name).orElse(""))
              .toList()
              .indexOf(field);
      return target
          .filter(_ -> place >= 0)
          .flatMap(it -> it.column(references.get(place)))
          .flatMap(it -> valueOf(where, it.name()));
    }
    return Optional.empty();
  }

  /// Returns the dict of a variable where all of its keys are written out at one place.
  private Optional<Expr.Dict> written(Expr value) {
    return value instanceof Expr.Name name && draft.follows(name, Variables.Use.DATA)
        ? draft
            .follow(name, Variables.Use.DATA)
            .filter(it -> it.assignments().size() == 1 && it.extensions().isEmpty())
            .flatMap(it -> it.literals().findFirst())
            .filter(it -> it.entries().stream().allMatch(one -> one.name().isPresent()))
        : Optional.empty();
  }

  private void collect(Expr.Dict dict, Map<String, Expr> into) {
    for (var it : dict.entries()) {
      var name = it.name().orElse("");
      if (entity.compoundKey(name).isPresent() && it.value() instanceof Expr.Dict compound) {
        collect(compound, into);
      } else {
        into.put(name, it.value());
      }
    }
  }

  private void same(String field, Expr value, Expr.Dict created) {
    if (valueOf(created, field)
        .filter(it -> draft.source(it).equals(draft.source(value)))
        .isEmpty()) {
      draft.refuse(
          "the new row does not get the `%s` by which the old one is looked for.".formatted(field));
    }
  }

  private String attribute(String field) {
    var found = entity.field(field);
    if (found.isEmpty()) {
      draft.refuse("`%s` is no field of %s.".formatted(field, entity.name()));
      return field;
    }
    return entity.attribute(found.get());
  }

  private List<Expression.Item> assigned(String model, Expr change, List<String> key) {
    var items = new ArrayList<Expression.Item>();
    var isVariable = written(change).isPresent();
    if (!(change instanceof Expr.Dict) && !isVariable) {
      return unknown(model, draft.source(change), key);
    }
    var dict =
        change instanceof Expr.Dict it
            ? it
            : new Expr.Dict(change.span(), List.of(new Expr.Entry(Optional.empty(), change)));
    var spread = dict.entries().stream().filter(it -> it.key().isEmpty()).toList();
    if (!spread.stream().allMatch(it -> written(it.value()).isPresent())) {
      return new Assignments(draft, Assignments.Kind.UPDATE).areFollowed(dict)
          ? each(model, spread(dict), key)
          : unknown(model, spread(dict), key);
    }
    var assignments = assignments(dict);
    assignments.forEach(it -> items.add(entry(model + it.attribute(), it.value())));
    // An update of nothing leaves the time as it is (Prisma 7).
    if (!assignments.isEmpty()) {
      var given = assignments.stream().map(Assignments.Assigned::attribute).toList();
      items.addAll(times(model, given));
    }
    if (items.isEmpty()) {
      items.add(entry(model + key.getFirst(), Expression.verbatim(model + key.getFirst())));
    }
    return items;
  }

  /// Returns what a dict assigns, with what it spreads read from the variables.
  private List<Assignments.Assigned> assignments(Expr.Dict dict) {
    var assignments = new Assignments(draft, Assignments.Kind.UPDATE);
    var all = new LinkedHashMap<String, Assignments.Assigned>();
    for (var entry : dict.entries()) {
      var spread = entry.key().isEmpty() ? written(entry.value()) : Optional.<Expr.Dict>empty();
      if (spread.isEmpty()) {
        assignments.entry(entity, entry).forEach(it -> all.put(it.attribute(), it));
        continue;
      }
      for (var inner : spread.get().entries()) {
        for (var it : assignments.entry(entity, inner)) {
          var read =
              draft.source(entry.value()) + "[" + Expression.text(it.attribute()).flat() + "]";
          all.put(
              it.attribute(), new Assignments.Assigned(it.attribute(), Expression.verbatim(read)));
        }
      }
    }
    return List.copyOf(all.values());
  }

  private String spread(Expr.Dict dict) {
    if (dict.entries().size() == 1) {
      return draft.operand(dict.entries().getFirst().value());
    }
    var assignments = new Assignments(draft, Assignments.Kind.UPDATE);
    return entity.keepsNames() || assignments.areFollowed(dict)
        ? Expression.dict(assignments.items(entity, dict)).flat()
        : draft.source(dict);
  }

  /// `set_` takes names of columns for texts: what others bring are names of attributes.
  private List<Expression.Item> unknown(String model, String data, List<String> key) {
    var values = data;
    if (entity.keepsNames()) {
      draft.noteKeys(entity, data);
    } else {
      values = draft.helped("values", entity, Expression.verbatim(data)).flat();
    }
    return each(model, values, key);
  }

  private List<Expression.Item> each(String model, String values, List<String> key) {
    var each =
        "{getattr(%s, name): value for name, value in %s.items()}"
            .formatted(draft.imports().model(entity), values);
    var items = new ArrayList<Expression.Item>();
    items.add(entry(model + key.getFirst(), Expression.verbatim(model + key.getFirst())));
    items.addAll(times(model, List.of()));
    items.add(new Expression.Item("**", Expression.verbatim(each)));
    return items;
  }

  /// Returns the times that an update sets, but for attributes that are given.
  private List<Expression.Item> times(String model, List<String> given) {
    return entity
        .model()
        .scalars()
        .filter(it -> it.onUpdate() instanceof ClientDefault.Now)
        .filter(it -> !given.contains(entity.attribute(it)))
        .map(it -> entry(model + entity.attribute(it), now(it)))
        .toList();
  }

  /// What an update would fill in, an insert that becomes one does not.
  private Expression now(Field.Scalar field) {
    draft.note("`%s` is set by the database's clock.".formatted(field.name()));
    var func = draft.imports().sqlAlchemy("func");
    var hasZone = entity.type(field).isOneOf(Set.of(ScalarType.TIMESTAMPTZ));
    return Expression.verbatim(
        hasZone ? func + ".now()" : func + ".timezone(\"utc\", " + func + ".now())");
  }

  private static Expression.Item entry(String attribute, Expression value) {
    return Expression.entry(Expression.verbatim(attribute), value);
  }
}
