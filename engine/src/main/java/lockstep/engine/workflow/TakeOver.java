package lockstep.engine.workflow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.migrate.VersionTable;
import lockstep.engine.migrate.prisma.HistoryRun;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.project.AlembicProject;
import lockstep.engine.project.Environment;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.sink.FileChange;
import lockstep.engine.source.alembic.DatabaseVersions;
import lockstep.engine.source.alembic.EnvironmentScript;
import lockstep.engine.source.alembic.Recording;
import lockstep.engine.source.alembic.RevisionFolder;
import lockstep.engine.source.prisma.HistoryReplay;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.migration.Migration;
import lockstep.migration.PairedHistories;
import lockstep.migration.Recorded;
import lockstep.migration.Revision;
import lockstep.migration.RevisionCode;
import lockstep.migration.RevisionFindings;
import lockstep.migration.RevisionGraph;
import lockstep.migration.TakenRevision;
import lockstep.migration.TakeoverReport;
import lockstep.migration.Transcript;
import lockstep.migration.VersionStep;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;
import lockstep.sql.Quote;
import lockstep.text.SourceText;

/// Takes an Alembic history over: each revision becomes a folder of migrations that does the same,
/// and databases that have the revision get the migration recorded as applied.
public final class TakeOver {
  private static final String BASELINE = "0_init";
  private static final Pattern EXTENSION =
      Pattern.compile(
          "create\\s+extension\\s+(?:if\\s+not\\s+exists\\s+)?\\\\?[\"']?([\\w-]+)",
          Pattern.CASE_INSENSITIVE);

  private final Request request;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /// What somebody has to look at, and what nobody is stopped by.
  private final List<Diagnostic> looks = new ArrayList<>();

  private final List<Transcript> ups = new ArrayList<>();
  private final Map<String, Transcript> downs = new HashMap<>();
  private List<ObjectPath> versionTables = List.of();

  private TakeOver(Request request) {
    this.request = request;
  }

  /// @param upgrade the command that applies all revisions
  /// @param downgrade the one that takes all back; empty for no down files
  /// @param folder for the migrations, which need not be there
  /// @param schema what says what they make; need not be there
  /// @param root the project's folder
  /// @param database whose history is taken over; without one, only files are written
  /// @param limits how long to wait for others who change the database
  /// @param timeout how long a command may take
  /// @param isPulled whether the schema is written
  /// @param isBaseline whether one migration makes all that the revisions make
  /// @param acceptsDrift whether a database may be other than what its revisions make
  /// @param isDual whether both tools go on deploying, each of which has to know what the other did
  /// @param isDry whether nothing is written and recorded
  public record Request(
      AlembicProject project,
      List<String> upgrade,
      Optional<List<String>> downgrade,
      Path folder,
      SourceSpec.Prisma schema,
      Path root,
      Optional<ConnectionUrl> database,
      SourceReader reader,
      Environment environment,
      Limits limits,
      Duration timeout,
      boolean isPulled,
      boolean isBaseline,
      boolean acceptsDrift,
      boolean isDual,
      boolean isDry) {}

  /// @param graph of the revisions as their files say
  /// @param taken the revisions in the order in which they ran; none where there are errors, or
  ///   where they were taken over before
  /// @param migrations that were made of them
  /// @param files that were written besides
  /// @param compared after how many of them the catalogs were compared, and equal
  /// @param applied how many migrations were recorded as applied
  public record Outcome(
      RevisionGraph graph,
      List<TakenRevision> taken,
      List<Migration> migrations,
      List<FileChange> files,
      int compared,
      int applied,
      List<Diagnostic> diagnostics) {
    public Outcome {
      taken = List.copyOf(taken);
      migrations = List.copyOf(migrations);
      files = List.copyOf(files);
      diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
  }

  public static Outcome run(Request request) {
    return new TakeOver(request).run();
  }

  private Outcome run() {
    var history = RevisionFolder.read(request.project(), request.environment()::show);
    var graph = history.graph();
    diagnostics.addAll(history.diagnostics());
    var folder = MigrationFolder.begin(request.folder(), request.environment()::show);
    diagnostics.addAll(folder.diagnostics());
    if (hasErrors()) {
      return nothing(graph, 0);
    }
    if (!folder.migrations().isEmpty()) {
      return recordAgain(graph, folder.migrations());
    }
    var files = new TakeoverFiles(request, diagnostics);
    var baseline = Optional.<Migration>empty();
    var compared = 0;
    try (var recorded = request.reader().shadow().create();
        var replayed = request.reader().shadow().create()) {
      graph.ordered().forEach(it -> provideExtensions(it, recorded));
      var replay = new RevisionReplay(recorded, replayed);
      compared = up(graph, recorded, replay);
      versionTables = replay.versionTables();
      if (!hasErrors() && request.isPulled()) {
        files.pull(replayed.url());
      }
      if (!hasErrors() && request.isBaseline()) {
        baseline = baseline(graph, replayed.url());
      } else if (!hasErrors() && request.downgrade().isPresent()) {
        down(graph, request.downgrade().get(), recorded, replay);
      }
    }
    versionTables.stream().findFirst().map(TakeOver::written).ifPresent(files::exclude);
    if (hasErrors()) {
      return nothing(graph, compared);
    }
    var parts = taken(graph);
    var table =
        request.isDual() ? versionTables.stream().findFirst() : Optional.<ObjectPath>empty();
    var taken =
        baseline
            .map(it -> table.map(named -> inStep(it, named, graph)).orElse(it))
            .map(it -> parts.stream().map(part -> part.within(it)).toList())
            .orElseGet(
                () ->
                    parts.stream()
                        .map(
                            it ->
                                table
                                    .map(
                                        named ->
                                            it.inStep(VersionTable.inSql(written(named)), graph))
                                    .orElse(it))
                        .toList());
    var migrations = taken.stream().flatMap(it -> it.migrations().stream()).distinct().toList();
    if (request.isDual()) {
      files.record(migrations, graph);
      prove(migrations);
    }
    if (hasErrors()) {
      return nothing(graph, compared);
    }
    parts.stream()
        .filter(TakenRevision::hasRows)
        .forEach(it -> diagnostics.add(RevisionFindings.rows(it, migrations)));
    var applied = request.isDry() ? 0 : settle(graph, migrations, files);
    if (!request.isDry() && !hasErrors()) {
      files.write(report(taken, compared, files.changes()));
    }
    return new Outcome(graph, taken, migrations, files.changes(), compared, applied, diagnostics);
  }

  private static Migration inStep(Migration baseline, ObjectPath table, RevisionGraph graph) {
    return VersionStep.ofAll(VersionTable.inSql(written(table)), graph)
        .after(List.of(baseline))
        .getFirst();
  }

  /// Runs the migrations as they are written: they say more by now than the revisions do.
  private void prove(List<Migration> migrations) {
    try (var database = request.reader().shadow().create()) {
      new HistoryReplay(database)
          .run(migrations).stream().filter(Diagnostic::isError).forEach(diagnostics::add);
    }
  }

  private TakeoverReport report(List<TakenRevision> taken, int compared, List<FileChange> changes) {
    return new TakeoverReport(
        request.environment().show(request.project().settings()),
        taken,
        compared,
        changes.stream().map(it -> "`%s`: %s".formatted(it.name(), it.kind().word())).toList(),
        diagnostics);
  }

  private boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  private Outcome nothing(RevisionGraph graph, int compared) {
    return new Outcome(graph, List.of(), List.of(), List.of(), compared, 0, diagnostics);
  }

  /// What was taken over before is recorded in one more database. A folder that has migrations of
  /// its own has another history.
  private Outcome recordAgain(RevisionGraph graph, List<Migration> migrations) {
    var paired = PairedHistories.of(migrations, graph);
    if (request.database().isEmpty() || !paired.isPaired() || !paired.ofFiles().isEmpty()) {
      diagnostics.add(
          Diagnostic.of(
                  RevisionCode.TAKEN_ALREADY,
                  new Place.File(request.environment().show(request.folder())),
                  "There are migrations here already.")
              .withAdvice("Name another folder by `--dir`, or remove what is here."));
      return nothing(graph, 0);
    }
    if (request.isDual() && !VersionStep.isInAny(migrations)) {
      diagnostics.add(RevisionFindings.notDual(request.environment().show(request.folder())));
    }
    var has = revisionsOf(request.database().get(), graph);
    compare(paired.hadBy(has));
    var applied = hasErrors() ? 0 : record(paired.hadBy(has), () -> {});
    return new Outcome(graph, List.of(), migrations, List.of(), 0, applied, diagnostics);
  }

  /// Returns one migration that makes all that the revisions make, proven.
  private Optional<Migration> baseline(RevisionGraph graph, ConnectionUrl proven) {
    var draft =
        BaselineHistory.draft(
            new SourceSpec.Database(proven, "what the revisions make"),
            BASELINE,
            BASELINE + "/" + MigrationFolder.SCRIPT,
            request.reader());
    draft.diagnostics().stream().filter(Diagnostic::isError).forEach(diagnostics::add);
    return draft.written().map(it -> TakenRevision.baseline(it, graph.heads()));
  }

  private static String written(ObjectPath table) {
    return table.names().stream().map(Identifier::text).collect(Collectors.joining("."));
  }

  /// Files of extensions are fetched before the project's own connection asks for them.
  private static void provideExtensions(Revision revision, ShadowDatabase database) {
    var names = EXTENSION.matcher(revision.file().content());
    while (names.find()) {
      database.provide(names.group(1));
    }
  }

  /// Records all revisions and has each run a second time as soon as it is there.
  ///
  /// @return after how many of them the catalogs were compared
  private int up(RevisionGraph graph, ShadowDatabase recorded, RevisionReplay replay) {
    var compared = new int[1];
    var outcome =
        record(
            request.upgrade(),
            recorded,
            (transcript, isVisible) -> {
              ups.add(transcript);
              replay.sent(transcript);
              if (diagnostics.isEmpty()) {
                replay
                    .run(migrations(graph, transcript))
                    .or(() -> isVisible ? replay.differences() : Optional.empty())
                    .ifPresentOrElse(
                        it -> diagnostics.add(RevisionFindings.unequal(graph, transcript, it)),
                        () -> {
                          if (isVisible) {
                            compareRows(graph, transcript, replay);
                          }
                        });
                compared[0] += isVisible ? 1 : 0;
              }
            });
    diagnostics.addAll(looks);
    outcome
        .failure()
        .ifPresent(
            it -> {
              var file = outcome.file().map(request.environment()::show);
              diagnostics.add(0, RevisionFindings.failed(graph, outcome.broken(), file, it));
            });
    var ran = ups.stream().map(Transcript::revision).collect(Collectors.toSet());
    ups.stream()
        .map(Transcript::revision)
        .filter(it -> graph.find(it).isEmpty())
        .forEach(it -> diagnostics.add(RevisionFindings.withoutFile(it)));
    if (diagnostics.isEmpty() && ran.size() < graph.ordered().size()) {
      diagnostics.add(RevisionFindings.incomplete(graph, ran.size()));
    }
    return compared[0];
  }

  private void compareRows(RevisionGraph graph, Transcript transcript, RevisionReplay replay) {
    var rows = replay.rows();
    if (!rows.wrong().isEmpty()) {
      diagnostics.add(RevisionFindings.otherRows(graph, transcript, rows.wrong()));
    }
    if (!rows.unsteady().isEmpty()) {
      looks.add(RevisionFindings.unsteadyRows(graph, transcript, rows.unsteady()));
    }
  }

  /// Records how revisions are taken back, as far as that goes.
  private void down(
      RevisionGraph graph, List<String> command, ShadowDatabase recorded, RevisionReplay replay) {
    var doubts = new ArrayList<Diagnostic>();
    var outcome =
        record(
            command,
            recorded,
            (transcript, isVisible) -> {
              replay.sent(transcript);
              var doubt =
                  doubts.isEmpty()
                      ? run(wayBack(graph, transcript), replay)
                          .or(() -> isVisible ? replay.differences() : Optional.empty())
                          .or(() -> isVisible ? replay.otherRows() : Optional.empty())
                      : Optional.<String>empty();
              doubt.ifPresent(
                  it -> doubts.add(RevisionFindings.noDown(graph, transcript.revision(), it)));
              if (doubts.isEmpty()) {
                downs.put(transcript.revision(), transcript);
              }
            });
    diagnostics.addAll(doubts);
    ups.reversed().stream()
        .map(Transcript::revision)
        .filter(it -> doubts.isEmpty() && !downs.containsKey(it))
        .findFirst()
        .ifPresent(
            it ->
                diagnostics.add(
                    RevisionFindings.noDown(
                        graph,
                        it,
                        outcome
                            .failure()
                            .map("it fails: "::concat)
                            .orElse("the command did not take it back"))));
  }

  /// What belongs to no file here runs as well: that it has none is said when all have run.
  private static List<Migration> migrations(RevisionGraph graph, Transcript up) {
    return graph
        .find(up.revision())
        .map(it -> TakenRevision.of(it, up, Optional.empty(), Optional.empty()).migrations())
        .orElse(List.of());
  }

  private static Optional<Migration> wayBack(RevisionGraph graph, Transcript down) {
    return graph
        .find(down.revision())
        .map(
            it ->
                new Migration(
                    it.id(),
                    SourceText.of(it.file().name(), TakenRevision.wayBack(it, down)),
                    Optional.empty()));
  }

  private static Optional<String> run(Optional<Migration> wayBack, RevisionReplay replay) {
    return wayBack.map(it -> replay.run(List.of(it))).orElse(Optional.of("it has no file here"));
  }

  private Recording.Outcome record(
      List<String> command, ShadowDatabase database, Recording.Watcher watcher) {
    request.reader().progress().started("Recording `%s`".formatted(String.join(" ", command)));
    try {
      return Recording.run(
          new Recording.Request(
              command,
              request.reader().interpreter(request.project().folder()),
              request.project().folder(),
              request.environment(),
              database.url(),
              request.timeout(),
              watcher));
    } finally {
      request.reader().progress().finished();
    }
  }

  private List<TakenRevision> taken(RevisionGraph graph) {
    var taken = new ArrayList<TakenRevision>();
    var last = Optional.<Migration>empty();
    for (var it : ups) {
      var revision = graph.find(it.revision()).orElseThrow();
      var one = TakenRevision.of(revision, it, Optional.ofNullable(downs.get(it.revision())), last);
      taken.add(one);
      last = Optional.of(one.migrations().getLast());
    }
    return taken;
  }

  /// Writes all files, and records at once all that the database has.
  private int settle(RevisionGraph graph, List<Migration> migrations, TakeoverFiles files) {
    Runnable write =
        () -> {
          files.write();
          MigrationWriter.write(request.folder(), migrations);
        };
    if (request.database().isEmpty()) {
      write.run();
      return 0;
    }
    var has = revisionsOf(request.database().get(), graph);
    var applied = PairedHistories.of(migrations, graph).hadBy(has);
    if (request.isBaseline() && applied.isEmpty() && !hasErrors()) {
      diagnostics.add(RevisionFindings.notAtHead(request.database().get().database(), graph, has));
    }
    compare(applied);
    return hasErrors() ? 0 : record(applied, write);
  }

  private void compare(List<Migration> applied) {
    if (!hasErrors() && !request.acceptsDrift()) {
      diagnostics.addAll(
          TakenDatabase.findings(applied, request.database().get(), request.reader()));
    }
  }

  /// Records migrations as applied that are not yet.
  ///
  /// @param write what is written once nobody else changes the database
  private int record(List<Migration> applied, Runnable write) {
    try (var run =
        HistoryRun.open(request.database().get(), request.limits(), request.reader().progress())) {
      var there = run.rows().stream().map(Recorded::name).collect(Collectors.toSet());
      var fresh = applied.stream().filter(it -> !there.contains(it.name())).toList();
      write.run();
      run.declareApplied(fresh, List.of());
      return fresh.size();
    }
  }

  /// Returns what the database has, by its own table of versions.
  private HashSet<String> revisionsOf(ConnectionUrl url, RevisionGraph graph) {
    var versions = new ArrayList<String>();
    try (var session = Session.open(url)) {
      if (versionTables.isEmpty()) {
        DatabaseVersions.find(session, EnvironmentScript.read(request.project()))
            .ifPresent(it -> versions.addAll(it.versions()));
      }
      for (var path : versionTables) {
        var table = table(url, path);
        if (session.hasRelation(table)) {
          versions.addAll(session.query("select version_num from " + table, row -> row.text(1)));
        }
      }
    }
    if (versions.isEmpty()) {
      diagnostics.add(
          Diagnostic.of(
                  RevisionCode.NO_VERSION,
                  "The database %s has no revision of Alembic.".formatted(url.database()))
              .withAdvice("Name the one that has, or leave `--database` out to write files only."));
    }
    versions.stream()
        .filter(it -> graph.find(it).isEmpty())
        .forEach(it -> diagnostics.add(RevisionFindings.unknown(url.database(), it)));
    return new HashSet<>(graph.upTo(versions));
  }

  private static String table(ConnectionUrl url, ObjectPath path) {
    var names = path.names();
    var namespace = url.namespace().isPresent() ? url.home() : names.get(names.size() - 2);
    return Quote.name(namespace) + "." + Quote.name(names.getLast());
  }
}
