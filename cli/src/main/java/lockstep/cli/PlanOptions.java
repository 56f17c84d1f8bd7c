package lockstep.cli;

import java.util.Optional;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.workflow.Comparison;
import lockstep.engine.workflow.Consent;
import lockstep.engine.workflow.PlanChanges;
import lockstep.engine.workflow.PlanChanges.Trial;
import lockstep.engine.workflow.SourceReader;
import lockstep.plan.Style;
import picocli.CommandLine.Model.CommandSpec;

/// The options of whatever plans.
public final class PlanOptions {
  private static final String PLAIN = "--plain";
  private static final String ALLOW = "--allow";
  private static final String RENAME = "--rename";
  private static final String NO_PROOF = "--no-proof";

  private PlanOptions() {}

  public static void add(CommandSpec spec) {
    spec.addOption(
        Options.flag("plan the direct form of each change, for a maintenance window", PLAIN));
    addLosses(spec);
  }

  /// Adds what belongs to every plan, whether it is printed or run.
  public static void addLosses(CommandSpec spec) {
    spec.addOption(
        Options.values("LOSS", "what may be lost, as in drop-table:users; `all` for all", ALLOW));
    spec.addOption(
        Options.values("OLD=NEW", "what only has another name, as in users.age=years", RENAME));
    spec.addOption(Options.flag("do not try the plan in a shadow database", NO_PROOF));
  }

  /// @param source of what is there
  public static PlanChanges.Request request(
      SourceSpec source, Comparison comparison, SourceReader reader, Invocation invocation) {
    return new PlanChanges.Request(
        source, comparison, reader, style(invocation), consent(invocation), trial(invocation));
  }

  public static Style style(Invocation invocation) {
    return invocation.has(PLAIN) ? Style.PLAIN : Style.ONLINE;
  }

  /// Returns what the call agrees to; on a terminal the rest is asked.
  public static Consent consent(Invocation invocation) {
    return new Consent(
        invocation.values(ALLOW),
        invocation.values(RENAME),
        invocation.canAsk()
            ? Optional.of(
                it ->
                    Consent.Answer.of(
                        invocation.confirms(PlanChanges.likeness(it) + " Rename it?")))
            : Optional.empty());
  }

  public static Trial trial(Invocation invocation) {
    return invocation.has(NO_PROOF) ? Trial.SKIPPED : Trial.WANTED;
  }
}
