package lockstep.psl.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.Relation;
import lockstep.psl.analysis.RelationField;
import lockstep.psl.analysis.SchemaAttribute;

/// What must hold of relations that are lists on both sides.
final class ManyToManyRules {
  private static final String OWN_MODEL =
      "Declare the table as a model of its own, with a relation to each side.";

  private ManyToManyRules() {}

  static void check(Relation.ManyToMany relation, RuleContext context) {
    var ends = List.of(relation.fieldA(), relation.fieldB());
    noEndIsAView(relation, ends, context);
    for (var end : ends) {
      if (hasASingleId(end, context)) {
        idIsReferredTo(end, context);
      }
    }
    ends.forEach(it -> hasNoActions(it, context));
    ends.forEach(it -> hasNoReferences(it, context));
  }

  /// Prisma 7 accepts it, and makes one table of the two.
  static void tablesHaveNamesOfTheirOwn(RuleContext context) {
    var taken = new HashMap<TableName, String>();
    for (var model : context.schema().models().values()) {
      taken.put(TableName.of(model, model.databaseName()), "the model `" + model.name() + "`");
    }
    for (var relation : context.schema().relations()) {
      if (relation instanceof Relation.ManyToMany it) {
        var field = it.fieldA();
        var name = TableName.of(context.model(it.modelA()), it.tableName());
        var list = "the list `" + field.model() + "." + field.name() + "`";
        var earlier = taken.putIfAbsent(name, list);
        if (earlier != null) {
          context.report(
              PslCode.JOIN_TABLE_NAME_TAKEN,
              field,
              "The table `%s` of %s is also that of %s.".formatted(name.name(), list, earlier),
              "Give the relation another name.");
        }
      }
    }
  }

  /// A table's full name.
  private record TableName(Optional<String> schema, String name) {
    static TableName of(PslModel model, String name) {
      return new TableName(model.schema().map(SchemaAttribute::name), name);
    }
  }

  private static void noEndIsAView(
      Relation.ManyToMany relation, List<RelationField> ends, RuleContext context) {
    if (context.model(relation.modelA()).isView() || context.model(relation.modelB()).isView()) {
      for (var end : ends) {
        context.report(
            PslCode.INVALID_MANY_TO_MANY,
            end,
            "No table can refer to a view, so that the lists `%s` cannot be stored."
                .formatted(end.name()),
            "Use a relation to one row.");
      }
    }
  }

  private static boolean hasASingleId(RelationField end, RuleContext context) {
    var target = context.model(end.target());
    var hasIt = target.primaryKey().filter(it -> it.fields().size() == 1).isPresent();
    if (!hasIt) {
      context.report(
          PslCode.INVALID_MANY_TO_MANY,
          end,
          "The list `%s.%s` needs a table that refers to `%s`, which has no id of one field."
              .formatted(end.model(), end.name(), target.name()),
          OWN_MODEL);
    }
    return hasIt;
  }

  private static void idIsReferredTo(RelationField end, RuleContext context) {
    var target = context.model(end.target());
    var isId =
        end.references().isEmpty()
            || end.references().get().equals(target.primaryKey().orElseThrow().fieldNames());
    if (!isId) {
      context.report(
          PslCode.INVALID_MANY_TO_MANY,
          end,
          "The list `%s` can refer to the id of `%s` only.".formatted(end.name(), target.name()),
          "Remove `references`.");
    }
  }

  private static void hasNoActions(RelationField end, RuleContext context) {
    Stream.concat(end.onDelete().stream(), end.onUpdate().stream())
        .forEach(
            it ->
                context.report(
                    PslCode.INVALID_MANY_TO_MANY,
                    end,
                    it.span(),
                    "Lists on both sides take no referential actions.",
                    OWN_MODEL));
  }

  private static void hasNoReferences(RelationField end, RuleContext context) {
    if (end.references().isPresent()) {
      context.report(
          PslCode.INVALID_MANY_TO_MANY,
          end,
          "Lists on both sides take no `references`.",
          "Remove it, or make one side a single row.");
    }
  }

  static void areNotEmbedded(Relation.Embedded relation, RuleContext context) {
    for (var end : List.of(relation.fieldA(), relation.fieldB())) {
      context.report(
          PslCode.INVALID_MANY_TO_MANY,
          end,
          "A list of `%s` cannot be stored in fields of the model.".formatted(end.target()),
          "Remove `fields` and `references` from both lists, or declare the table between them.");
    }
  }
}
