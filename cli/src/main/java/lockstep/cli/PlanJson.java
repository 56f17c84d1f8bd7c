package lockstep.cli;

import java.util.List;
import java.util.Optional;
import lockstep.engine.json.JsonWriter;
import lockstep.engine.sink.JsonReport;
import lockstep.plan.Plan;
import lockstep.plan.Step;

/// A plan for programs.
public final class PlanJson {
  private PlanJson() {}

  /// Writes the member `steps`; without a plan there are none.
  public static void steps(JsonWriter out, Optional<Plan> plan) {
    try (var _ = out.array("steps")) {
      plan.map(Plan::steps).orElse(List.of()).forEach(it -> step(out, it));
    }
  }

  private static void step(JsonWriter out, Step step) {
    try (var _ = out.object()) {
      out.member("object", step.object().toString());
      out.member("sql", step.sql());
      out.member("lock", step.conduct().lock().sql());
      out.member("work", step.conduct().work().words());
      try (var _ = out.array("hazards")) {
        step.hazards().forEach(it -> JsonReport.diagnostic(out, it));
      }
      switch (step.reverse()) {
        case Step.Reverse.Statement(var sql) -> out.member("reverse", sql);
        case Step.Reverse.None(var reason) -> out.member("noReverse", reason);
      }
    }
  }
}
