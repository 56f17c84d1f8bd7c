package lockstep.psl.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.ConstraintNames;
import lockstep.psl.analysis.ModelIndex;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.Relation;
import lockstep.psl.analysis.SchemaAttribute;
import lockstep.psl.syntax.Attribute;
import lockstep.schema.Identifier;
import lockstep.text.Span;

/// What must hold of the names of constraints and indexes.
///
/// PostgreSQL keeps primary keys and indexes of all tables of a namespace apart by their names, and
/// all constraints of one table.
final class ConstraintNameRules {
  private final RuleContext context;
  private final Map<InNamespace, Integer> inNamespaces = new HashMap<>();
  private final Map<InTable, Integer> inTables = new HashMap<>();
  private final Map<InTable, Integer> clientNames = new HashMap<>();

  ConstraintNameRules(RuleContext context) {
    this.context = context;
    for (var model : context.schema().models().values()) {
      count(model);
    }
    for (var relation : context.schema().relations()) {
      if (relation instanceof Relation.Inline inline) {
        // A relation of which only the list is declared counts where the list is (Prisma 7).
        var holder = context.model(inline.forward().or(inline::back).orElseThrow().model());
        if (!holder.isView()) {
          add(inTables, inTable(holder, foreignKeyName(inline)));
        }
      }
    }
  }

  private record InNamespace(Optional<String> schema, String name) {
    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  private record InTable(String model, String name) {
    @Override
    public int hashCode() {
      return 31 * model.hashCode() + name.hashCode();
    }
  }

  private void count(PslModel model) {
    if (model.primaryKey().isPresent()) {
      var key = model.primaryKey().get();
      count(model, ConstraintNames.primaryKey(model, key), key.name());
    }
    for (var index : model.indexes()) {
      count(model, ConstraintNames.index(model, index), index.name());
    }
  }

  private void count(PslModel model, String name, Optional<String> clientName) {
    add(inNamespaces, inNamespace(model, name));
    add(inTables, inTable(model, name));
    clientName.ifPresent(it -> add(clientNames, inTable(model, it)));
  }

  void primaryKey(PslModel model) {
    if (model.primaryKey().isEmpty()) {
      return;
    }
    var key = model.primaryKey().get();
    if (context.connector().isPostgres()) {
      var name = ConstraintNames.primaryKey(model, key);
      if (!context.connector().fits(name)) {
        reportTooLong(model, key.attribute(), name, context);
      }
      isFreeInNamespace(model, key.attribute(), List.of("map"), name);
      isFreeInTable(model, key.attribute(), name);
    }
    key.name().ifPresent(it -> clientNameIsFree(model, key.attribute(), it));
  }

  void index(PslModel model, ModelIndex index) {
    if (context.connector().isPostgres()) {
      isFreeInNamespace(
          model, index.attribute(), List.of("map", "name"), ConstraintNames.index(model, index));
    }
    index.name().ifPresent(it -> clientNameIsFree(model, index.attribute(), it));
  }

  void foreignKey(Relation.Inline relation) {
    var name = foreignKeyName(relation);
    var model = context.model(relation.referencing());
    if (!context.connector().isPostgres() || inTables.getOrDefault(inTable(model, name), 0) <= 1) {
      return;
    }
    var span =
        relation
            .forward()
            .map(
                it ->
                    it.attribute()
                        .flatMap(attribute -> attribute.argument("map"))
                        .map(argument -> argument.span())
                        .orElse(it.declaration().span()))
            .orElseGet(() -> context.model(relation.referenced()).declaration().span());
    reportTaken(model, span, name, "constraint");
  }

  static void reportTooLong(PslModel model, Attribute attribute, String name, RuleContext context) {
    context
        .in(model)
        .report(
            PslCode.NAME_TOO_LONG,
            attribute.span(),
            "The name `%s` in `%s` is longer than the %d bytes that PostgreSQL keeps."
                .formatted(name, model.name(), Identifier.MAX_BYTES),
            "Shorten it.");
  }

  private void isFreeInNamespace(
      PslModel model, Attribute attribute, List<String> arguments, String name) {
    if (inNamespaces.get(inNamespace(model, name)) > 1) {
      var span =
          arguments.stream()
              .flatMap(it -> attribute.argument(it).stream())
              .map(it -> it.span())
              .findFirst()
              .orElse(attribute.span());
      reportTaken(model, span, name, "primary key or index");
    }
  }

  private void isFreeInTable(PslModel model, Attribute attribute, String name) {
    if (inTables.get(inTable(model, name)) > 1) {
      var span = attribute.argument("map").map(it -> it.span()).orElse(attribute.span());
      reportTaken(model, span, name, "constraint or index");
    }
  }

  private void clientNameIsFree(PslModel model, Attribute attribute, String name) {
    if (clientNames.get(inTable(model, name)) > 1) {
      context
          .in(model)
          .report(
              PslCode.CLIENT_NAME_TAKEN,
              attribute.argument("name").map(it -> it.span()).orElse(attribute.span()),
              "Another id or unique criterion of `%s` is called `%s` too."
                  .formatted(model.name(), name),
              "Choose another `name`.");
    }
  }

  private void reportTaken(PslModel model, Span span, String name, String what) {
    context
        .in(model)
        .report(
            PslCode.CONSTRAINT_NAME_TAKEN,
            span,
            "Another %s beside that of `%s` is called `%s`.".formatted(what, model.name(), name),
            "Choose another name with `map`.");
  }

  private String foreignKeyName(Relation.Inline relation) {
    return ConstraintNames.foreignKey(context.model(relation.referencing()), relation);
  }

  private static InNamespace inNamespace(PslModel model, String name) {
    return new InNamespace(model.schema().map(SchemaAttribute::name), name);
  }

  private static InTable inTable(PslModel model, String name) {
    return new InTable(model.name(), name);
  }

  private static <K> void add(Map<K, Integer> counts, K key) {
    counts.merge(key, 1, Integer::sum);
  }
}
