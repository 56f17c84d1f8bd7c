package lockstep.psl.rule;

import lockstep.psl.PslCode;
import lockstep.psl.analysis.IndexField;
import lockstep.psl.analysis.ModelIndex;
import lockstep.psl.analysis.PreviewFeature;
import lockstep.psl.analysis.PslModel;

/// What must hold of views.
final class ViewRules {
  private ViewRules() {}

  static void check(PslModel view, RuleContext context) {
    if (!context.configuration().has(PreviewFeature.VIEWS)) {
      context
          .in(view)
          .report(
              PslCode.VIEWS_NOT_SWITCHED_ON,
              view.declaration().span(),
              "`%s` is a view, which is a preview feature.".formatted(view.name()),
              "Add `views` to the generator's `previewFeatures`.");
    }
  }

  static void index(PslModel view, ModelIndex index, RuleContext context) {
    var in = context.in(view);
    var span = index.attribute().span();
    if (!index.isUnique()) {
      in.report(
          PslCode.INDEX_ON_VIEW,
          span,
          "A view has no indexes.",
          "Remove it; `@@unique` may say what identifies a row.");
    }
    if (index.mappedName().isPresent()) {
      in.report(
          PslCode.INDEX_ON_VIEW,
          span,
          "A unique criterion of a view has no name in the database.",
          "Remove `map`.");
    }
    if (index.clustered().isPresent()) {
      in.report(PslCode.INDEX_ON_VIEW, span, "A view cannot be clustered.", "Remove `clustered`.");
    }
    for (var field : index.fields()) {
      if (field.hasArguments()) {
        fieldIsPlain(view, index, field, context);
      }
    }
  }

  private static void fieldIsPlain(
      PslModel view, ModelIndex index, IndexField field, RuleContext context) {
    context
        .in(view)
        .report(
            PslCode.INDEX_ON_VIEW,
            index.attribute().span(),
            "The field `%s` of a unique criterion of a view takes no arguments."
                .formatted(field.name()),
            "Name the field alone.");
  }
}
