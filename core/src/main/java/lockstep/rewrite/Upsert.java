package lockstep.rewrite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Call;
import lockstep.mapping.ClientDefault;
import lockstep.mapping.Field;
import lockstep.rewrite.syntax.Expr;

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

  Call onConflict(Expr where, Expr create, Expr change) {
    var key = new LinkedHashMap<String, Expr>();
    if (where instanceof Expr.Dict dict) {
      collect(dict, key);
    }
    if (key.isEmpty() || !(create instanceof Expr.Dict created)) {
      draft.refuse("the key is only known when it runs.");
      return (Call) Expression.call("on_conflict_do_nothing");
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
    var isSame =
        created.entries().stream()
            .anyMatch(
                it ->
                    it.name().filter(field::equals).isPresent()
                        && draft.source(it.value()).equals(draft.source(value)));
    if (!isSame) {
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
    if (!(change instanceof Expr.Dict dict)
        || dict.entries().stream().anyMatch(it -> it.key().isEmpty())) {
      draft.refuse("what is changed is only known when it runs.");
      return items;
    }
    var assignments = new Assignments(draft, Assignments.Kind.UPDATE).all(entity, dict);
    assignments.forEach(it -> items.add(entry(model + it.attribute(), it.value())));
    for (var field : entity.model().scalars().toList()) {
      var attribute = entity.attribute(field);
      if (field.onUpdate() instanceof ClientDefault.Now
          && assignments.stream().noneMatch(it -> it.attribute().equals(attribute))) {
        items.add(entry(model + attribute, now(field)));
      }
    }
    if (items.isEmpty()) {
      items.add(entry(model + key.getFirst(), Expression.verbatim(model + key.getFirst())));
    }
    return items;
  }

  /// What an update would fill in, an insert that becomes one does not.
  private Expression now(Field.Scalar field) {
    draft.note("`%s` is set by the database's clock.".formatted(field.name()));
    return Expression.verbatim(draft.imports().sqlAlchemy("func") + ".now()");
  }

  private static Expression.Item entry(String attribute, Expression value) {
    return Expression.entry(Expression.verbatim(attribute), value);
  }
}
