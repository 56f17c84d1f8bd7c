package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.schema.PartOfRelation.Enabled;
import lockstep.schema.QualifiedName;
import lockstep.schema.Rule;
import lockstep.schema.Trigger;
import lockstep.sql.Names;
import lockstep.sql.Quote;

/// The statements about triggers and rules.
final class TriggerPlan {
  private TriggerPlan() {}

  static List<Step> create(QualifiedName relation, Trigger trigger, Names names) {
    var steps = new ArrayList<Step>();
    steps.add(
        new Step(
            Step.Kind.CREATE_TRIGGER,
            trigger.path(relation.namespace()),
            trigger.definition().text(),
            new Step.Reverse.Statement(
                "DROP TRIGGER " + Quote.name(trigger.name()) + " ON " + names.of(relation))));
    if (trigger.enabled() != Enabled.ORIGIN) {
      steps.add(enable(relation, trigger, Enabled.ORIGIN, names));
    }
    return steps;
  }

  static List<Step> create(QualifiedName relation, Rule rule, Names names) {
    var steps = new ArrayList<Step>();
    steps.add(
        new Step(
            Step.Kind.CREATE_RULE,
            rule.path(relation.namespace()),
            rule.definition().text(),
            new Step.Reverse.Statement(
                "DROP RULE " + Quote.name(rule.name()) + " ON " + names.of(relation))));
    if (rule.enabled() != Enabled.ORIGIN) {
      steps.add(enable(relation, rule, Enabled.ORIGIN, names));
    }
    return steps;
  }

  /// Returns what changes when it acts; empty where it is another trigger.
  static Optional<List<Step>> alter(QualifiedName relation, Trigger from, Trigger to, Names names) {
    if (!from.definition().equals(to.definition())) {
      return Optional.empty();
    }
    return Optional.of(
        from.enabled() == to.enabled()
            ? List.of()
            : List.of(enable(relation, to, from.enabled(), names)));
  }

  /// Returns what changes when it acts; empty where it is another rule.
  static Optional<List<Step>> alter(QualifiedName relation, Rule from, Rule to, Names names) {
    if (!from.definition().equals(to.definition())) {
      return Optional.empty();
    }
    return Optional.of(
        from.enabled() == to.enabled()
            ? List.of()
            : List.of(enable(relation, to, from.enabled(), names)));
  }

  private static Step enable(QualifiedName relation, Trigger it, Enabled before, Names names) {
    var what = "TRIGGER " + Quote.name(it.name());
    return new Step(
        Step.Kind.ENABLE_TRIGGER,
        it.path(relation.namespace()),
        enable(relation, what, it.enabled(), names),
        new Step.Reverse.Statement(enable(relation, what, before, names)));
  }

  private static Step enable(QualifiedName relation, Rule it, Enabled before, Names names) {
    var what = "RULE " + Quote.name(it.name());
    return new Step(
        Step.Kind.ENABLE_TRIGGER,
        it.path(relation.namespace()),
        enable(relation, what, it.enabled(), names),
        new Step.Reverse.Statement(enable(relation, what, before, names)));
  }

  private static String enable(QualifiedName relation, String what, Enabled enabled, Names names) {
    return "ALTER TABLE " + names.of(relation) + " " + words(enabled) + " " + what;
  }

  static String words(Enabled enabled) {
    return switch (enabled) {
      case ORIGIN -> "ENABLE";
      case REPLICA -> "ENABLE REPLICA";
      case ALWAYS -> "ENABLE ALWAYS";
      case NEVER -> "DISABLE";
    };
  }
}
