package lockstep.psl.rule;

import java.util.function.Predicate;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.IndexField;
import lockstep.psl.analysis.IndexMethod;
import lockstep.psl.analysis.ModelIndex;
import lockstep.psl.analysis.PreviewFeature;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.syntax.Attribute;
import lockstep.text.Span;

/// What must hold of indexes and unique criteria.
final class IndexRules {
  private final PslModel model;
  private final ModelIndex index;
  private final RuleContext context;

  private IndexRules(PslModel model, ModelIndex index, RuleContext context) {
    this.model = model;
    this.index = index;
    this.context = context;
  }

  static void check(PslModel model, ModelIndex index, RuleContext context) {
    var rules = new IndexRules(model, index, context);
    rules.hasFields();
    rules.clientNameIsFree();
    rules.hasNoLength();
    rules.methodIsKnown();
    rules.hashHasNoOrder();
    rules.isNoFulltextIndex();
    rules.nameFits();
    rules.isNotClustered();
    rules.operatorClassesStandInPlainIndexes();
    rules.conditionIsSwitchedOn();
  }

  static void clientNameIsFree(PslModel model, ModelIndex index, RuleContext context) {
    new IndexRules(model, index, context).clientNameIsFree();
  }

  static void reportClustering(PslModel model, Attribute attribute, RuleContext context) {
    context
        .in(model)
        .report(
            PslCode.UNSUPPORTED_INDEX_ARGUMENT,
            attribute.span(),
            "PostgreSQL has no clustered indexes.",
            "Remove `clustered`.");
  }

  private void hasFields() {
    if (index.fields().isEmpty()) {
      report(PslCode.NO_FIELDS, "This index has no fields.", "Name at least one.");
    }
  }

  private void clientNameIsFree() {
    var clientName = String.join("_", index.fieldNames());
    if (index.isUnique() && index.fields().size() > 1 && model.scalars().containsKey(clientName)) {
      report(
          PslCode.CLIENT_NAME_TAKEN,
          "Clients call this criterion `%s`, like a field of the model.".formatted(clientName),
          "Rename the field; `@map(\"%s\")` keeps the column.".formatted(clientName));
    }
  }

  private void hasNoLength() {
    if (any(it -> it.length().isPresent())) {
      report(
          PslCode.UNSUPPORTED_INDEX_ARGUMENT,
          "PostgreSQL cannot index the start of a value only.",
          "Remove `length`.");
    }
  }

  private void methodIsKnown() {
    if (index.method().filter(it -> !context.connector().knows(it)).isPresent()) {
      report(
          PslCode.UNSUPPORTED_INDEX_ARGUMENT,
          argument("type"),
          "Not every database has indexes of this type.",
          "Add a datasource.");
    }
  }

  private void hashHasNoOrder() {
    if (context.connector().isPostgres()
        && index.method().filter(it -> it == IndexMethod.HASH).isPresent()
        && any(it -> it.order().isPresent())) {
      report(PslCode.UNSUPPORTED_INDEX_ARGUMENT, "A hash index has no order.", "Remove `sort`.");
    }
  }

  private void isNoFulltextIndex() {
    if (index.kind() == ModelIndex.Kind.FULLTEXT) {
      report(
          PslCode.FULLTEXT_INDEX,
          "PostgreSQL has no index of this kind.",
          "Use a column of type `tsvector` with an index of type `Gin`.");
    }
  }

  private void nameFits() {
    if (index.mappedName().filter(it -> !context.connector().fits(it)).isPresent()) {
      ConstraintNameRules.reportTooLong(
          model, index.attribute(), index.mappedName().get(), context);
    }
  }

  private void isNotClustered() {
    if (index.clustered().isPresent()) {
      reportClustering(model, index.attribute(), context);
    }
  }

  private void operatorClassesStandInPlainIndexes() {
    if (index.kind() != ModelIndex.Kind.NORMAL && any(it -> it.operatorClass().isPresent())) {
      report(
          PslCode.UNSUPPORTED_INDEX_ARGUMENT,
          "Only `@@index` takes operator classes.",
          "Remove `ops`.");
    }
  }

  private void conditionIsSwitchedOn() {
    if (index.where().isPresent() && !context.configuration().has(PreviewFeature.PARTIAL_INDEXES)) {
      report(
          PslCode.PARTIAL_INDEXES_NOT_SWITCHED_ON,
          argument("where"),
          "Indexes over some rows only are a preview feature.",
          "Add `partialIndexes` to the generator's `previewFeatures`.");
    }
  }

  private boolean any(Predicate<IndexField> isMeant) {
    for (var field : index.fields()) {
      if (isMeant.test(field)) {
        return true;
      }
    }
    return false;
  }

  private Span argument(String name) {
    return index.attribute().argument(name).map(it -> it.span()).orElse(index.attribute().span());
  }

  private void report(PslCode code, String fact, String advice) {
    report(code, index.attribute().span(), fact, advice);
  }

  private void report(PslCode code, Span span, String fact, String advice) {
    context.in(model).report(code, span, fact, advice);
  }
}
