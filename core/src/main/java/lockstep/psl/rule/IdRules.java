package lockstep.psl.rule;

import java.util.List;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.IndexField;
import lockstep.psl.analysis.PreviewFeature;
import lockstep.psl.analysis.PrimaryKey;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.syntax.Attribute;

/// What must hold of ids, and of whatever identifies a row.
final class IdRules {
  private IdRules() {}

  /// A client must be able to name each row: by an id or a unique criterion that is never NULL.
  static void modelHasAKey(PslModel model, RuleContext context) {
    var criteria = model.uniqueCriteria();
    if (model.isIgnored() || criteria.stream().anyMatch(it -> isStrict(model, it))) {
      return;
    }
    var loose =
        criteria.stream()
            .map(it -> it.stream().map(IndexField::name).toList())
            .map(RuleContext::list)
            .toList();
    var advice =
        loose.isEmpty()
            ? "Mark a required field `@id` or `@unique`, or add `@@id([…])` or `@@unique([…])`."
            : "Not considered, because a field is optional or of an unsupported type: %s."
                .formatted(String.join("; ", loose));
    context
        .in(model)
        .report(
            PslCode.NO_KEY,
            model.declaration().span(),
            "Nothing identifies a row of the model `%s`.".formatted(model.name()),
            advice);
  }

  static boolean isStrict(PslModel model, List<IndexField> criterion) {
    for (var it : criterion) {
      var field = model.scalars().get(it.name());
      if (field.isOptional() || field.isUnsupported()) {
        return false;
      }
    }
    return true;
  }

  static void check(PslModel model, RuleContext context) {
    model.primaryKey().ifPresent(it -> check(model, it, context));
    model.shardKeys().forEach(it -> shardKeyIsKnown(model, it, context));
  }

  private static void shardKeyIsKnown(PslModel model, Attribute attribute, RuleContext context) {
    if (!context.configuration().has(PreviewFeature.SHARD_KEYS)) {
      context
          .in(model)
          .report(
              PslCode.SHARD_KEY,
              attribute.span(),
              "Shard keys are a preview feature that is not switched on.",
              "Remove the attribute.");
    }
    context
        .in(model)
        .report(
            PslCode.SHARD_KEY,
            attribute.span(),
            "PostgreSQL has no shard keys.",
            "Remove the attribute.");
  }

  private static void check(PslModel model, PrimaryKey key, RuleContext context) {
    var in = context.in(model);
    var span = key.attribute().span();
    if (key.fields().isEmpty()) {
      in.report(PslCode.NO_FIELDS, span, "This id has no fields.", "Name at least one.");
    }
    clientNameIsFree(model, key, context);
    if (key.mappedName().isPresent() && !context.connector().isPostgres()) {
      in.report(
          PslCode.UNSUPPORTED_NAME,
          model.declaration().span(),
          "The id of `%s` has a name in the database, which not every database can give it."
              .formatted(model.name()),
          "Add a datasource.");
    }
    if (key.fields().stream().anyMatch(it -> it.length().isPresent())) {
      in.report(
          PslCode.UNSUPPORTED_INDEX_ARGUMENT,
          span,
          "PostgreSQL cannot index the start of a value only.",
          "Remove `length`.");
    }
    if (key.fields().stream().anyMatch(it -> it.order().isPresent())) {
      in.report(
          PslCode.UNSUPPORTED_INDEX_ARGUMENT,
          span,
          "PostgreSQL cannot sort a primary key.",
          "Remove `sort`.");
    }
  }

  private static void clientNameIsFree(PslModel model, PrimaryKey key, RuleContext context) {
    var clientName = String.join("_", key.fieldNames());
    if (key.fields().size() > 1 && model.scalars().containsKey(clientName)) {
      context
          .in(model)
          .report(
              PslCode.CLIENT_NAME_TAKEN,
              key.attribute().span(),
              "Clients call this id `%s`, like a field of the model.".formatted(clientName),
              "Rename the field; `@map(\"%s\")` keeps the column.".formatted(clientName));
    }
  }

  /// A view has no id at all, and no id of PostgreSQL is clustered.
  static void idIsPlain(PslModel model, RuleContext context) {
    if (model.primaryKey().isEmpty()) {
      return;
    }
    var key = model.primaryKey().get();
    if (model.isView()) {
      context
          .in(model)
          .report(
              PslCode.INDEX_ON_VIEW,
              key.attribute().span(),
              "A view has no id.",
              "Use `@unique` to say what identifies a row.");
    } else if (key.clustered().isPresent()) {
      IndexRules.reportClustering(model, key.attribute(), context);
    }
  }
}
