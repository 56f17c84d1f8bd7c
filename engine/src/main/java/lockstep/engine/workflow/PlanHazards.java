package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.check.lint.Levels;
import lockstep.check.lint.Live;
import lockstep.check.lint.PlanLint;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.live.LiveReader;
import lockstep.engine.postgres.live.RowsAtStake;
import lockstep.engine.project.SourceSpec;
import lockstep.plan.Loss;
import lockstep.plan.Plan;
import lockstep.schema.Identifier;
import lockstep.schema.Schema;

/// What a plan means for a running service and, where it is for a database, for the rows in it.
///
/// @param plan whose steps know their hazards
/// @param inTheWay rows that make steps fail
/// @param atStake how many rows a loss is about, in words, where that is known
record PlanHazards(Plan plan, List<Diagnostic> inTheWay, Map<Loss, String> atStake) {
  /// @param from what is there before the plan
  /// @param levels how much each hazard is minded
  /// @param losses those to count
  static PlanHazards find(
      Plan plan, Schema from, SourceSpec source, Levels levels, List<Loss> losses) {
    return source instanceof SourceSpec.Database(var url, var label) && saysNamespaces(url)
        ? onDatabase(plan, from, url, label, levels, losses)
        : new PlanHazards(
            PlanLint.check(plan, from, levels, Live.NONE, source.label()).plan(),
            List.of(),
            Map.of());
  }

  /// Where one namespace is seen as if it were the usual one, names do not say where tables are.
  private static boolean saysNamespaces(ConnectionUrl url) {
    return url.namespace().map(Identifier::of).stream().allMatch(Schema.DEFAULT_NAMESPACE::equals);
  }

  private static PlanHazards onDatabase(
      Plan plan, Schema from, ConnectionUrl url, String label, Levels levels, List<Loss> losses) {
    try (var session = Session.open(url)) {
      var reader = new LiveReader(session);
      var live = session.readOnly(_ -> reader.read());
      var found = PlanLint.check(plan, from, levels, live, label);
      var inTheWay = new ArrayList<Diagnostic>();
      found.probes().forEach(it -> reader.answer(it, levels).ifPresent(inTheWay::add));
      var rows = new RowsAtStake(session, from, live);
      var atStake = new LinkedHashMap<Loss, String>();
      losses.forEach(it -> rows.of(it).ifPresent(words -> atStake.put(it, words)));
      return new PlanHazards(found.plan(), inTheWay, atStake);
    }
  }
}
