package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.diagnostic.Severity;
import lockstep.diff.Difference;
import lockstep.diff.Rename;
import lockstep.diff.Renames;
import lockstep.engine.ShellWord;
import lockstep.engine.postgres.proof.PlanProof;
import lockstep.engine.postgres.proof.RenamedSchema;
import lockstep.engine.project.SourceSpec;
import lockstep.plan.Impossible;
import lockstep.plan.Loss;
import lockstep.plan.Plan;
import lockstep.plan.PlanCode;
import lockstep.plan.Planner;
import lockstep.plan.RenameCandidates;
import lockstep.plan.Style;
import lockstep.schema.Identifier;
import lockstep.schema.Schema;

/// Plans what turns one source into another.
public final class PlanChanges {
  private final Request request;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private boolean isOpen;

  private PlanChanges(Request request) {
    this.request = request;
  }

  /// @param source of what is there
  public record Request(
      SourceSpec source,
      Comparison comparison,
      SourceReader reader,
      Style style,
      Consent consent,
      Trial trial) {}

  /// Whether a plan is tried in a shadow database before anybody sees it.
  public enum Trial {
    WANTED,
    SKIPPED,
    /// Whoever asked for the plan tries it.
    ELSEWHERE
  }

  /// @param plan whose steps know their hazards; empty where something stands against it or a
  ///   question is open
  /// @param difference what the plan is for
  /// @param rows those that are in the way of a plan on a database
  public record Outcome(
      Optional<Plan> plan,
      Difference difference,
      List<Diagnostic> diagnostics,
      List<Diagnostic> rows) {
    public Outcome {
      diagnostics = List.copyOf(diagnostics);
      rows = List.copyOf(rows);
    }

    /// Returns whether the plan would fail on the rows that are there, and the project minds that:
    /// where it sets such a finding to a warning, the plan begins and fails on its way.
    public boolean isInVain() {
      return rows.stream().anyMatch(Diagnostic::isError);
    }

    /// Returns all that is to be said: notes about single steps stand in the script.
    public List<Diagnostic> findings() {
      var all = new ArrayList<>(diagnostics);
      plan.stream()
          .flatMap(it -> it.hazards().stream())
          .filter(it -> it.severity() != Severity.NOTE)
          .forEach(all::add);
      all.addAll(rows);
      return all;
    }
  }

  public static Outcome run(Request request) {
    return new PlanChanges(request).run();
  }

  private Outcome run() {
    var first = request.comparison().difference();
    var renames = renames(first);
    var before = renamed(first, renames);
    var confirmed = confirmed(before);
    if (isOpen) {
      return new Outcome(Optional.empty(), first, diagnostics, List.of());
    }
    renames.addAll(confirmed);
    var steps = Planner.rename(renames, first.from(), first.to());
    var then = confirmed.isEmpty() ? before : renamed(first, renames);
    var plan =
        Planner.plan(then, request.style(), request.reader().serverVersion(request.source()))
            .after(steps);
    var impossible = Impossible.find(then, request.source().label());
    diagnostics.addAll(impossible);
    if (plan.isEmpty() || !impossible.isEmpty()) {
      return outcome(plan, then, List.of());
    }
    var losses =
        losses(plan).stream()
            .filter(it -> request.consent().allowed().stream().noneMatch(it::isAllowedBy))
            .toList();
    var hazards =
        PlanHazards.find(plan, first, request.source(), request.reader().levels(), losses);
    losses.forEach(it -> diagnostics.add(refused(it, hazards)));
    diagnostics.addAll(hazards.held());
    var meant = new Difference(first.from(), then.to(), first.changes());
    attempt(plan, meant);
    return outcome(hazards.plan(), meant, hazards.inTheWay());
  }

  private Outcome outcome(Plan plan, Difference difference, List<Diagnostic> rows) {
    var isGood = diagnostics.stream().noneMatch(Diagnostic::isError);
    return new Outcome(
        isGood ? Optional.of(plan) : Optional.empty(), difference, diagnostics, rows);
  }

  /// Returns what the sources mark as renamed and what the call names, marks first.
  private List<Rename> renames(Difference difference) {
    var comparison = request.comparison();
    var renames = new ArrayList<Rename>();
    comparison
        .to()
        .reading()
        .said()
        .map(it -> Renames.marked(it.get(), difference.from(), difference.to()))
        .ifPresent(renames::addAll);
    return named(
        request.consent().renames(), renames, difference.from(), difference.to(), diagnostics);
  }

  /// Adds the renames that a call names, and returns all that can be, in the order in which they
  /// can.
  ///
  /// @param diagnostics takes why others cannot
  static List<Rename> named(
      List<String> texts,
      List<Rename> marked,
      Schema from,
      Schema to,
      List<Diagnostic> diagnostics) {
    var renames = new ArrayList<>(marked);
    for (var text : texts.stream().distinct().toList()) {
      Renames.written(text, from, to)
          .filter(it -> renames.stream().noneMatch(it::competesWith))
          .ifPresentOrElse(renames::add, () -> diagnostics.add(noSuch(text)));
    }
    var taken = renames.stream().filter(it -> Renames.isTaken(it, renames, from)).toList();
    taken.forEach(it -> diagnostics.add(taken(it)));
    renames.removeAll(taken);
    return new ArrayList<>(Renames.inOrder(renames, from));
  }

  private static Diagnostic taken(Rename rename) {
    return Diagnostic.of(
            PlanCode.NO_SUCH_RENAME,
            "The rename of %s to `%s` cannot be: something else has that name and keeps it."
                .formatted(rename.object(), rename.to()))
        .withAdvice("Give the other one another name as well, as in `--rename users.years=old`.");
  }

  private static Diagnostic noSuch(String text) {
    return Diagnostic.of(
            PlanCode.NO_SUCH_RENAME,
            "There is nothing to rename as `%s` says, or another rename says otherwise."
                .formatted(text))
        .withAdvice(
            "Write it as in `users.age=years`: the old name as it is now, then the new one.");
  }

  private Difference renamed(Difference difference, List<Rename> renames) {
    if (renames.isEmpty()) {
      return difference;
    }
    var shadow = request.reader().shadow();
    var renamed = RenamedSchema.of(difference, renames, shadow);
    renamed
        .error()
        .ifPresent(
            it ->
                diagnostics.add(
                    Diagnostic.of(
                        PlanCode.NOT_PROVEN,
                        "The names cannot be given in the shadow database: %s (%s)."
                            .formatted(it.message(), it.state()))));
    return renamed
        .schema()
        .map(it -> request.comparison().after(it, () -> shadow).difference())
        .orElse(difference);
  }

  /// Returns what looks like a rename and is one, as the user says; where nobody can be asked, it
  /// is a finding.
  private List<Rename> confirmed(Difference difference) {
    var confirmed = new ArrayList<Rename>();
    var asked = request.consent().asked();
    for (var it : RenameCandidates.find(difference)) {
      if (asked.isEmpty()) {
        diagnostics.add(candidate(it));
      } else {
        var isSettled = confirmed.stream().anyMatch(it::competesWith);
        switch (isSettled ? Consent.Answer.NO : asked.get().apply(it)) {
          case YES -> confirmed.add(it);
          case NO -> {}
          case OPEN -> isOpen = true;
        }
      }
    }
    return confirmed;
  }

  /// Returns what looks like a rename, as a sentence.
  public static String likeness(Rename it) {
    return it.value()
        .map(
            value ->
                "Value `%s` of %s looks like `%s` under another name."
                    .formatted(it.to(), it.object(), value))
        .orElse("`%s` looks like %s under another name.".formatted(it.to(), it.object()));
  }

  private Diagnostic candidate(Rename it) {
    var last = it.object().names().getLast().text();
    var names = it.object().names().stream().map(Identifier::text).toList();
    var written =
        String.join(".", names) + it.value().map(value -> "." + value).orElse("") + "=" + it.to();
    return Diagnostic.of(
            PlanCode.RENAME,
            new Place.InSource(request.source().label(), it.object()),
            likeness(it))
        .withAdvice(
            "If it is, say `--rename %s`, or write `/// @renamed from %s` above it in the PSL."
                .formatted(ShellWord.of(written), it.value().orElse(last)));
  }

  private void attempt(Plan plan, Difference difference) {
    switch (request.trial()) {
      case WANTED ->
          PlanProof.of(plan, difference, request.reader().shadow()).ifPresent(diagnostics::add);
      case ELSEWHERE -> {}
      case SKIPPED -> diagnostics.add(untried());
    }
  }

  static Diagnostic untried() {
    return Diagnostic.of(
        PlanCode.UNTRIED, "Nobody tried whether the plan does what it is there for.");
  }

  private static List<Loss> losses(Plan plan) {
    return plan.steps().stream().flatMap(it -> it.losses().stream()).toList();
  }

  private Diagnostic refused(Loss loss, PlanHazards hazards) {
    var fact = loss.fact();
    var rows = Optional.ofNullable(hazards.atStake().get(loss));
    return Diagnostic.of(
            PlanCode.LOSS,
            new Place.InSource(request.source().label(), loss.object()),
            rows.map(it -> fact.replaceFirst("\\.$", ": " + it + ".")).orElse(fact))
        .withAdvice(
            "If that is meant, say `--allow %s`.".formatted(ShellWord.of(loss.permission())));
  }
}
