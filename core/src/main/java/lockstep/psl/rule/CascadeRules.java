package lockstep.psl.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lockstep.mapping.Mapping.RelationMode;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.Relation;
import lockstep.psl.analysis.RelationField;
import lockstep.schema.Constraint.ReferentialAction;

/// What must hold of referential actions that clients carry out: they would run in circles.
///
/// A relation counts if it hands changes on, by one of its two actions.
final class CascadeRules {
  private final RuleContext context;
  private final Map<String, List<String>> targets = new LinkedHashMap<>();
  private final Set<String> circling = new HashSet<>();
  private final Map<String, Integer> components;

  CascadeRules(RuleContext context) {
    this.context = context;
    if (isNeeded()) {
      context.schema().relations().forEach(this::add);
      findCircling();
    }
    this.components = Components.of(targets);
  }

  private boolean isNeeded() {
    return context.configuration().relationMode() == RelationMode.CLIENT;
  }

  private void add(Relation relation) {
    if (relation instanceof Relation.Inline it && counts(it)) {
      targets.computeIfAbsent(it.referencing(), _ -> new ArrayList<>()).add(it.referenced());
      if (it.referencing().equals(it.referenced())) {
        circling.add(it.referencing());
      }
    }
  }

  /// Adds all models from which one that refers to itself can be reached.
  private void findCircling() {
    var sources = new HashMap<String, List<String>>();
    targets.forEach(
        (from, all) ->
            all.forEach(to -> sources.computeIfAbsent(to, _ -> new ArrayList<>()).add(from)));
    var queue = new ArrayDeque<>(circling);
    while (!queue.isEmpty()) {
      for (var source : sources.getOrDefault(queue.remove(), List.of())) {
        if (circling.add(source)) {
          queue.add(source);
        }
      }
    }
  }

  void endsSomewhere(Relation.Inline relation) {
    if (!isNeeded() || !counts(relation)) {
      return;
    }
    var from = relation.referencing();
    var to = relation.referenced();
    var isCircle =
        from.equals(to)
            || circling.contains(to)
            || components.get(from).equals(components.getOrDefault(to, -1));
    if (isCircle) {
      context.report(
          PslCode.CIRCULAR_ACTIONS,
          relation.forward().orElseThrow(),
          "Clients that change `%s` would hand the change on in a circle.".formatted(to),
          "Set `onDelete` and `onUpdate` of one relation of the circle to `Restrict`.");
    }
  }

  private boolean counts(Relation.Inline relation) {
    if (relation.forward().isEmpty() || relation.back().isEmpty()) {
      return false;
    }
    var forward = relation.forward().get();
    var onUpdate =
        forward.onUpdate().map(RelationField.Action::action).orElse(ReferentialAction.CASCADE);
    return isHandedOn(onUpdate) || isHandedOn(onDelete(forward));
  }

  private ReferentialAction onDelete(RelationField forward) {
    return forward
        .onDelete()
        .map(RelationField.Action::action)
        .orElseGet(
            () -> {
              var fields =
                  context.model(forward.model()).scalars(forward.fields().orElse(List.of()));
              var isRequired =
                  forward.isRequired() || fields.stream().anyMatch(it -> it.isRequired());
              return isRequired ? ReferentialAction.RESTRICT : ReferentialAction.SET_NULL;
            });
  }

  private static boolean isHandedOn(ReferentialAction action) {
    return action != ReferentialAction.NO_ACTION && action != ReferentialAction.RESTRICT;
  }
}
