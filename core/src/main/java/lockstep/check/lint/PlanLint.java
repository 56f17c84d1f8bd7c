package lockstep.check.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lockstep.diagnostic.Code;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.plan.Plan;
import lockstep.plan.PlanScript;
import lockstep.plan.Step;
import lockstep.schema.Schema;
import lockstep.text.SourceText;

/// Says what the steps of a plan mean for a running service.
public final class PlanLint {
  /// The kinds of hazards that are told of plans. What is lost they say themselves; the others are
  /// about how people write scripts and what they like.
  private static final Set<Character> KINDS = Set.of('1', '2', '4', '5', '6', '7');

  private final PlanScript script;
  private final Plan plan;
  private final Levels levels;
  private final String source;

  private PlanLint(Plan plan, Levels levels, String source) {
    this.plan = plan;
    this.levels = levels;
    this.source = source;
    script = PlanScript.of(plan);
  }

  /// @param plan whose steps know their hazards
  /// @param probes what only the database can tell
  public record Outcome(Plan plan, List<Probe> probes) {
    public Outcome {
      probes = List.copyOf(probes);
    }
  }

  /// @param schema what is there before the plan
  /// @param source what messages call it
  public static Outcome check(Plan plan, Schema schema, Levels levels, Live live, String source) {
    return new PlanLint(plan, levels, source).check(schema, live);
  }

  private Outcome check(Schema schema, Live live) {
    var text = SourceText.of("plan", script.text());
    var found = Lint.check(List.of(text), schema, levels, live);
    var hazards = new ArrayList<List<Diagnostic>>();
    plan.steps().forEach(_ -> hazards.add(new ArrayList<>()));
    for (var it : found.diagnostics()) {
      var place = place(it);
      if (isToldOfPlans(it.code())) {
        hazards.get(place).add(it.at(object(place)));
      }
    }
    var steps = new ArrayList<Step>();
    for (var i = 0; i < hazards.size(); i++) {
      steps.add(plan.steps().get(i).withHazards(hazards.get(i)));
    }
    return new Outcome(new Plan(steps), found.probes().stream().map(this::placed).toList());
  }

  private int place(Diagnostic it) {
    return place(it.place().orElseThrow());
  }

  private int place(Place place) {
    return place instanceof Place.InText(var _, var span) ? script.stepAt(span.start()) : 0;
  }

  private Place object(int place) {
    return new Place.InSource(source, plan.steps().get(place).object());
  }

  private Probe placed(Probe it) {
    return new Probe(it.code(), object(place(it.place())), it.sql(), it.fact(), it.advice());
  }

  private static boolean isToldOfPlans(Code code) {
    return KINDS.contains(code.id().charAt(LintCode.PREFIX.length()));
  }
}
