package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.schema.QualifiedName;
import lockstep.schema.Reaction;
import lockstep.schema.Reaction.Enabled;
import lockstep.schema.Rule;
import lockstep.schema.Trigger;
import lockstep.sql.Names;
import lockstep.sql.Quote;

/// The statements about triggers and rules.
final class TriggerPlan {
  private TriggerPlan() {}

  static List<Step> create(QualifiedName relation, Reaction it, Names names) {
    var kind =
        switch (it) {
          case Trigger _ -> Step.Kind.CREATE_TRIGGER;
          case Rule _ -> Step.Kind.CREATE_RULE;
        };
    var steps = new ArrayList<Step>();
    steps.add(
        new Step(
            kind,
            it.path(relation.namespace()),
            it.definition().text(),
            new Step.Reverse.Statement("DROP " + what(it) + " ON " + names.of(relation)),
            conduct(it)));
    if (it.enabled() != Enabled.ORIGIN) {
      steps.add(enable(relation, it, Enabled.ORIGIN, names));
    }
    return steps;
  }

  /// Returns what changes when it acts; empty where it must be made anew.
  static Optional<List<Step>> alter(
      QualifiedName relation, Reaction from, Reaction to, Names names) {
    if (!from.definition().equals(to.definition())) {
      return Optional.empty();
    }
    return Optional.of(
        from.enabled() == to.enabled()
            ? List.of()
            : List.of(enable(relation, to, from.enabled(), names)));
  }

  private static Step enable(QualifiedName relation, Reaction it, Enabled before, Names names) {
    return new Step(
        Step.Kind.ENABLE_TRIGGER,
        it.path(relation.namespace()),
        enable(relation, what(it), it.enabled(), names),
        new Step.Reverse.Statement(enable(relation, what(it), before, names)),
        conduct(it));
  }

  /// The relation may be there; nobody waits for one that is not.
  private static Conduct conduct(Reaction it) {
    return switch (it) {
      case Trigger _ -> Conduct.of(Conduct.Lock.SHARE_ROW_EXCLUSIVE, Conduct.Work.CATALOG);
      case Rule _ -> Conduct.BRIEF;
    };
  }

  private static String what(Reaction it) {
    var word =
        switch (it) {
          case Trigger _ -> "TRIGGER ";
          case Rule _ -> "RULE ";
        };
    return word + Quote.name(it.name());
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
