package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.diff.Rename;
import lockstep.engine.migrate.MigrateCode;
import lockstep.engine.migrate.Patience;
import lockstep.engine.migrate.PlanRun;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.workflow.Consent.Answer;
import lockstep.plan.Plan;
import lockstep.plan.Style;

/// Makes a database equal to a schema, now. For development: nothing is recorded.
public final class PushSchema {
  private PushSchema() {}

  /// @param patience empty to change nothing and only say what would be done
  public record Request(
      SourceSpec source,
      ConnectionUrl database,
      SourceReader reader,
      Style style,
      Consent consent,
      PlanChanges.Trial trial,
      Optional<Patience> patience) {}

  /// @param plan what was to be done; empty where something stands against it
  /// @param done how many of its steps stand now
  public record Outcome(Optional<Plan> plan, int done, List<Diagnostic> diagnostics) {
    public Outcome {
      diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
  }

  /// Others may change the database while the user thinks, but not between the reading and the last
  /// step: what there is to ask is asked between two turns.
  public static Outcome run(Request request) {
    var consent = request.consent();
    if (request.patience().isEmpty()) {
      return plan(request, consent);
    }
    var questions = new LinkedHashSet<Rename>();
    var outcome = turn(request, consent.answering(it -> open(it, questions)));
    if (questions.isEmpty()) {
      return outcome;
    }
    var asked = List.copyOf(questions);
    var answers = new HashMap<Rename, Answer>();
    for (var it : asked) {
      // Whatever was said to be the other end of another rename is nobody's question any more.
      var isSettled =
          answers.entrySet().stream()
              .anyMatch(said -> said.getValue() == Answer.YES && it.competesWith(said.getKey()));
      answers.put(it, isSettled ? Answer.NO : consent.asked().orElseThrow().apply(it));
    }
    questions.clear();
    outcome =
        turn(
            request,
            consent.answering(
                it -> answers.containsKey(it) ? answers.get(it) : open(it, questions)));
    return questions.isEmpty() ? outcome : changed(request, questions.getFirst());
  }

  private static Answer open(Rename question, Collection<Rename> questions) {
    questions.add(question);
    return Answer.OPEN;
  }

  private static Outcome changed(Request request, Rename question) {
    return new Outcome(
        Optional.empty(),
        0,
        List.of(
            Diagnostic.of(
                    MigrateCode.CHANGED_MEANWHILE,
                    new Place.InSource(
                        new SourceSpec.Database(request.database()).label(), question.object()),
                    "Somebody changed the database while you were asked, so that nothing is done. %s"
                        .formatted(PlanChanges.likeness(question)))
                .withAdvice("Run the same command again.")));
  }

  /// Plans and, where no question is left open, runs.
  private static Outcome turn(Request request, Consent consent) {
    try (var run =
        PlanRun.open(
            request.database(), request.patience().orElseThrow(), request.reader().progress())) {
      var planned = plan(request, consent);
      if (planned.hasErrors() || planned.plan().map(Plan::isEmpty).orElse(true)) {
        return planned;
      }
      var diagnostics = new ArrayList<>(planned.diagnostics());
      var applied = run.run(planned.plan().get());
      applied.failure().ifPresent(diagnostics::add);
      return new Outcome(planned.plan(), applied.done(), diagnostics);
    }
  }

  private static Outcome plan(Request request, Consent consent) {
    var database = new SourceSpec.Database(request.database());
    var difference =
        DiffSources.run(new DiffSources.Request(database, request.source(), request.reader()));
    var diagnostics = new ArrayList<>(difference.diagnostics());
    if (difference.comparison().isEmpty()) {
      return new Outcome(Optional.empty(), 0, diagnostics);
    }
    var planned =
        PlanChanges.run(
            new PlanChanges.Request(
                database,
                difference.comparison().get(),
                request.reader(),
                request.style(),
                consent,
                request.trial()));
    diagnostics.addAll(planned.findings());
    if (planned.isInVain()) {
      return new Outcome(Optional.empty(), 0, diagnostics);
    }
    return new Outcome(planned.plan(), 0, diagnostics);
  }
}
