package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.check.lint.Levels;
import lockstep.check.lint.Live;
import lockstep.check.lint.PlanLint;
import lockstep.diagnostic.Diagnostic;
import lockstep.diff.Difference;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.live.LiveReader;
import lockstep.engine.postgres.live.RowsAtStake;
import lockstep.engine.postgres.live.UnreadDependants;
import lockstep.engine.project.SourceSpec;
import lockstep.plan.Loss;
import lockstep.plan.Plan;
import lockstep.schema.Identifier;
import lockstep.schema.Schema;

/// What a plan means for a running service and, where it is for a database, for the rows in it.
///
/// @param plan whose steps know their hazards
/// @param inTheWay rows that make steps fail
/// @param held what the plan drops in vain, as what was not read depends on it
/// @param atStake how many rows a loss is about, in words, where that is known
record PlanHazards(
    Plan plan, List<Diagnostic> inTheWay, List<Diagnostic> held, Map<Loss, String> atStake) {
  /// @param difference what the plan is for
  /// @param levels how much each hazard is minded
  /// @param losses those to count
  static PlanHazards find(
      Plan plan, Difference difference, SourceSpec source, Levels levels, List<Loss> losses) {
    var from = difference.from();
    if (!(source instanceof SourceSpec.Database(var url, var label))) {
      return new PlanHazards(
          PlanLint.check(plan, from, levels, Live.NONE, source.label()).plan(),
          List.of(),
          List.of(),
          Map.of());
    }
    try (var session = Session.open(url)) {
      var home = home(difference, url);
      session.workIn(home);
      var reader = new LiveReader(session, home);
      var live = session.readOnly(_ -> reader.read());
      var found = PlanLint.check(plan, from, levels, live, label);
      var inTheWay = new ArrayList<Diagnostic>();
      found.probes().forEach(it -> reader.answer(it, levels).ifPresent(inTheWay::add));
      var rows = new RowsAtStake(session, from, live);
      var atStake = new LinkedHashMap<Loss, String>();
      losses.forEach(it -> rows.of(it).ifPresent(words -> atStake.put(it, words)));
      var held = new UnreadDependants(session, from, home).find(plan, label);
      return new PlanHazards(found.plan(), inTheWay, held, atStake);
    }
  }

  /// Where the URL names a namespace, it was read as if it were the usual one, unless the schema
  /// says itself which namespaces it is about (see `DatabaseSource`).
  private static Identifier home(Difference difference, ConnectionUrl url) {
    return difference.from().isAboutSeveral() || difference.to().isAboutSeveral()
        ? Schema.DEFAULT_NAMESPACE
        : url.home();
  }
}
