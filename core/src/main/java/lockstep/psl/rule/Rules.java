package lockstep.psl.rule;

import lockstep.psl.analysis.Findings;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.PslSchema;
import lockstep.psl.analysis.Relation;

/// Runs all rules, in the order of Prisma 7.
public final class Rules {
  private final RuleContext context;
  private final ConstraintNameRules constraintNames;
  private final RelationFieldRules relationFields;
  private final CascadeRules cascades;

  private Rules(RuleContext context) {
    this.context = context;
    this.constraintNames = new ConstraintNameRules(context);
    this.relationFields = new RelationFieldRules(context);
    this.cascades = new CascadeRules(context);
  }

  /// Checks a schema in which all passes found no error.
  public static void check(PslSchema schema, Findings findings) {
    new Rules(new RuleContext(schema, Connector.of(schema), findings)).check();
  }

  private void check() {
    DefaultRules.functionsAreKnown(context);
    DatasourceRules.check(context);
    NamespaceRules.tablesHaveNamesOfTheirOwn(context);
    ManyToManyRules.tablesHaveNamesOfTheirOwn(context);
    CompositeTypeRules.thereAreNone(context);
    for (var isView : new boolean[] {false, true}) {
      for (var model : context.schema().models().values()) {
        if (model.isView() == isView && !model(model)) {
          return;
        }
      }
    }
    EnumRules.check(context);
    context.schema().relations().forEach(this::relation);
  }

  /// Returns false where relations are ambiguous, so that nothing can be said of the rest.
  private boolean model(PslModel model) {
    if (model.isView()) {
      ViewRules.check(model, context);
    } else {
      IdRules.modelHasAKey(model, context);
      constraintNames.primaryKey(model);
      IdRules.check(model, context);
      model.indexes().forEach(it -> OperatorClassRules.check(model, it, context));
      AutoincrementRules.check(model, context);
    }
    NamespaceRules.check(model, context);
    IdRules.idIsPlain(model, context);
    model.scalars().values().forEach(it -> FieldRules.check(model, it, context));
    for (var field : model.relations().values()) {
      if (!relationFields.isUnambiguous(field)) {
        return false;
      }
      relationFields.check(field);
    }
    for (var index : model.indexes()) {
      if (model.isView()) {
        ViewRules.index(model, index, context);
        IndexRules.clientNameIsFree(model, index, context);
      } else {
        constraintNames.index(model, index);
        IndexRules.check(model, index, context);
      }
    }
    return true;
  }

  private void relation(Relation relation) {
    switch (relation) {
      case Relation.Inline it -> {
        cascades.endsSomewhere(it);
        var rules = new InlineRelationRules(it, context);
        rules.check();
        constraintNames.foreignKey(it);
        rules.requiredFieldsAreNotCleared();
        switch (it.kind()) {
          case ONE_TO_ONE -> new OneToOneRules(it, context).check();
          case ONE_TO_MANY -> new OneToManyRules(it, context).check();
        }
      }
      case Relation.ManyToMany it -> ManyToManyRules.check(it, context);
      case Relation.Embedded it -> ManyToManyRules.areNotEmbedded(it, context);
    }
  }
}
