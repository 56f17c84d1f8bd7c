package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.diff.Change;
import lockstep.diff.Differ;
import lockstep.diff.Difference;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.proof.PlanProof;
import lockstep.engine.source.prisma.HistoryReplay;
import lockstep.migration.Forfeit;
import lockstep.migration.Migration;
import lockstep.migration.MigrationCode;
import lockstep.plan.Loss;
import lockstep.plan.MigrationScript;
import lockstep.plan.Plan;
import lockstep.plan.Planner;
import lockstep.plan.Step;
import lockstep.plan.Style;
import lockstep.schema.Schema;
import lockstep.text.SourceText;

/// New migrations, tried in a shadow database that has the history: what takes each one back is
/// planned from what it did there, and tried too.
final class DraftedMigrations implements AutoCloseable {
  private final Shadow shadow;
  private final ShadowDatabase database;
  private final HistoryReplay replay;
  private final List<Migration> migrations = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /// What stood before the first, and after each.
  private final List<Schema> states = new ArrayList<>();

  private DraftedMigrations(Shadow shadow) {
    this.shadow = shadow;
    database = shadow.create();
    replay = new HistoryReplay(database);
  }

  /// A migration of which only the way there is known.
  ///
  /// @param renames those of its statements that only give other names; they come first
  /// @param losses what it destroys for good; empty where nobody planned it
  record Draft(String name, SourceText script, List<Step> renames, Optional<List<Loss>> losses) {
    /// @param script of somebody's own
    static Draft of(String name, SourceText script, List<Step> renames) {
      return new Draft(name, script, renames, Optional.empty());
    }

    /// @param file as messages call it
    static Draft of(String name, String file, Plan plan) {
      return new Draft(
          name,
          SourceText.of(file, MigrationScript.of(plan)),
          plan.steps().stream().takeWhile(it -> it.kind() == Step.Kind.RENAME).toList(),
          Optional.of(lossesOf(plan)));
    }
  }

  /// @param history what comes before
  static DraftedMigrations after(List<Migration> history, Shadow shadow) {
    var drafted = new DraftedMigrations(shadow);
    drafted.replay.run(history).stream()
        .filter(Diagnostic::isError)
        .forEach(drafted.diagnostics::add);
    drafted.states.add(drafted.schema());
    return drafted;
  }

  /// Returns what the history made.
  Schema start() {
    return states.getFirst();
  }

  /// Runs drafts, up to the first that is refused.
  void add(List<Draft> drafts) {
    for (var draft : drafts) {
      if (hasErrors()) {
        return;
      }
      var before = named(draft.renames());
      var up = new Migration(draft.name(), draft.script(), Optional.empty());
      diagnostics.addAll(replay.run(List.of(up)));
      if (!hasErrors()) {
        states.add(schema());
        migrations.add(
            new Migration(draft.name(), draft.script(), Optional.of(down(draft, before))));
      }
    }
  }

  /// Says in what the database is not what it shall be by now.
  void compare(Difference wanted) {
    if (!hasErrors()) {
      PlanProof.compare(about(wanted), wanted, shadow).ifPresent(diagnostics::add);
    }
  }

  /// Returns what was reached without the namespaces that the difference is not about.
  private Schema about(Difference wanted) {
    return states
        .getLast()
        .withNamespaces(
            states.getLast().namespaces().stream()
                .filter(
                    it ->
                        wanted.from().namespace(it.name()).isPresent()
                            || wanted.to().namespace(it.name()).isPresent())
                .toList());
  }

  /// Takes all of them back, the last one first. One that cannot be taken back, and those before
  /// it, are left without the file that would; it is said.
  void takeBack() {
    for (var i = migrations.size() - 1; i >= 0 && !hasErrors(); i--) {
      var migration = migrations.get(i);
      var reason = takenBack(migration, states.get(i));
      if (reason.isPresent()) {
        diagnostics.add(reason.get());
        migrations.subList(0, i + 1).replaceAll(DraftedMigrations::withoutDown);
        return;
      }
    }
  }

  private Optional<Diagnostic> takenBack(Migration migration, Schema before) {
    var refused =
        replay.run(List.of(migration.reversed().orElseThrow())).stream()
            .filter(Diagnostic::isError)
            .findFirst();
    var reason =
        refused
            .map(it -> "what would is refused: " + serversWords(it))
            .or(() -> left(schema(), before));
    return reason.map(
        it ->
            Diagnostic.of(
                    MigrationCode.NO_WAY_BACK,
                    new Place.File(migration.script().name()),
                    "The migration cannot be taken back: " + it)
                .withAdvice("Write `down.sql` beside it by hand, or do without."));
  }

  /// Returns what the server said of a statement that failed, without what stands before it.
  static String serversWords(Diagnostic refusal) {
    return refusal.fact().replaceFirst("^.*?: ", "");
  }

  /// Returns in what two states differ, as the end of a sentence.
  static Optional<String> left(Schema from, Schema to) {
    var objects =
        Differ.diff(from, to).stream()
            .filter(it -> !(it instanceof Change.ReorderColumns))
            .map(it -> it.object().toString())
            .distinct()
            .toList();
    return objects.isEmpty()
        ? Optional.empty()
        : Optional.of("it leaves a difference in %s.".formatted(String.join(", ", objects)));
  }

  private static Migration withoutDown(Migration it) {
    return new Migration(it.name(), it.script(), Optional.empty());
  }

  List<Migration> migrations() {
    return List.copyOf(migrations);
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  private Schema schema() {
    return replay.read("shadow database").schema();
  }

  /// Returns what stands before a draft, once its things have their new names. The names are given
  /// back: the draft gives them itself.
  private Schema named(List<Step> renames) {
    if (renames.isEmpty()) {
      return states.getLast();
    }
    renames.forEach(it -> database.session().execute(it.sql()));
    var named = schema();
    back(renames).forEach(it -> database.session().execute(it.sql()));
    return named;
  }

  private static List<Step> back(List<Step> renames) {
    return renames.reversed().stream()
        .map(
            it ->
                new Step(
                    Step.Kind.RENAME,
                    it.object(),
                    ((Step.Reverse.Statement) it.reverse()).sql(),
                    new Step.Reverse.Statement(it.sql()),
                    it.conduct()))
        .toList();
  }

  private SourceText down(Draft draft, Schema before) {
    var difference = Difference.between(states.getLast(), before);
    var plan = Planner.plan(difference, Style.PLAIN, shadow.serverVersion());
    var steps = new ArrayList<>(plan.steps());
    steps.addAll(back(draft.renames()));
    var rows =
        draft.losses().isPresent() ? List.<String>of() : RowChanges.marks(draft.script(), before);
    var losses = draft.losses().orElseGet(() -> lossesOf(there(before)));
    var text = MigrationScript.of(new Plan(steps), header(losses, plan) + String.join("", rows));
    var file = draft.script().name().replaceFirst("migration\\.sql$", "down.sql");
    return SourceText.of(file, text);
  }

  /// Returns a plan that does what a script of somebody's own did.
  private Plan there(Schema before) {
    var difference = Difference.between(before, states.getLast());
    return Planner.plan(difference, Style.PLAIN, shadow.serverVersion());
  }

  private static List<Loss> lossesOf(Plan plan) {
    return plan.steps().stream().flatMap(it -> it.losses().stream()).toList();
  }

  /// Says what nobody gets back: what the way there destroyed, and what the way back does.
  private static String header(List<Loss> losses, Plan back) {
    var marks = new LinkedHashMap<String, String>();
    losses.forEach(
        it -> it.afterwards().ifPresent(fact -> marks.putIfAbsent(it.permission(), fact)));
    back.steps().stream()
        .flatMap(it -> it.losses().stream())
        .forEach(
            it -> marks.putIfAbsent(it.permission(), it.fact().replaceFirst("^The plan", "This")));
    return marks.entrySet().stream()
        .map(it -> Forfeit.mark(it.getKey(), it.getValue()))
        .collect(Collectors.joining());
  }

  @Override
  public void close() {
    database.close();
  }
}
