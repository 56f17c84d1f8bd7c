package lockstep.engine.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.Progress;
import lockstep.engine.migrate.prisma.HistoryRun;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.Session;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.project.AlembicProject;
import lockstep.engine.project.Environment;
import lockstep.engine.sink.AtomicFile;
import lockstep.engine.source.alembic.Recording;
import lockstep.engine.source.alembic.RevisionFolder;
import lockstep.engine.source.database.DatabaseSource;
import lockstep.migration.Migration;
import lockstep.migration.Recorded;
import lockstep.migration.Revision;
import lockstep.migration.RevisionCode;
import lockstep.migration.RevisionGraph;
import lockstep.migration.TakenRevision;
import lockstep.migration.Transcript;
import lockstep.schema.ObjectPath;
import lockstep.sql.Quote;

/// Takes an Alembic history over: each revision becomes a folder of migrations that does the same,
/// and databases that have the revision get the migration recorded as applied.
public final class TakeOver {
  private static final Pattern EXTENSION =
      Pattern.compile(
          "create\\s+extension\\s+(?:if\\s+not\\s+exists\\s+)?\\\\?[\"']?([\\w-]+)",
          Pattern.CASE_INSENSITIVE);

  private final Request request;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<Transcript> ups = new ArrayList<>();
  private final Map<String, Transcript> downs = new HashMap<>();
  private final Set<ObjectPath> versionTables = new HashSet<>();

  private TakeOver(Request request) {
    this.request = request;
  }

  /// @param upgrade the command that applies all revisions
  /// @param downgrade the one that takes all back; empty for no down files
  /// @param folder for the migrations, which need not be there
  /// @param database whose history is taken over; without one, only files are written
  /// @param limits how long to wait for others who change the database
  /// @param timeout how long a command may take
  /// @param isDry whether nothing is written and recorded
  public record Request(
      AlembicProject project,
      List<String> upgrade,
      Optional<List<String>> downgrade,
      Path folder,
      Optional<ConnectionUrl> database,
      SourceReader reader,
      Environment environment,
      Progress progress,
      Limits limits,
      Duration timeout,
      boolean isDry) {}

  /// @param graph of the revisions as their files say
  /// @param taken the revisions in the order in which they ran; none where there are errors
  /// @param compared after how many of them the catalogs were compared, and equal
  /// @param applied how many migrations were recorded as applied
  public record Outcome(
      RevisionGraph graph,
      List<TakenRevision> taken,
      int compared,
      int applied,
      List<Diagnostic> diagnostics) {
    public Outcome {
      taken = List.copyOf(taken);
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
    diagnostics.addAll(history.diagnostics());
    if (!diagnostics.isEmpty() || isTaken()) {
      return new Outcome(history.graph(), List.of(), 0, 0, diagnostics);
    }
    var graph = history.graph();
    var compared = 0;
    try (var recorded = request.reader().shadow().create();
        var replayed = request.reader().shadow().create()) {
      graph.ordered().forEach(it -> provideExtensions(it, recorded));
      var replay = new RevisionReplay(recorded, replayed);
      compared = up(graph, recorded, replay);
      versionTables.addAll(replay.versionTables());
      if (diagnostics.isEmpty() && request.downgrade().isPresent()) {
        down(graph, request.downgrade().get(), recorded, replay);
      }
    }
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return new Outcome(graph, List.of(), compared, 0, diagnostics);
    }
    var taken = taken(graph);
    taken.stream().filter(TakenRevision::hasRows).forEach(it -> diagnostics.add(rows(it)));
    var applied = request.isDry() ? 0 : settle(graph, taken);
    return new Outcome(graph, taken, compared, applied, diagnostics);
  }

  /// A folder that has migrations has a history of its own.
  private boolean isTaken() {
    try (var entries = Files.isDirectory(request.folder()) ? Files.list(request.folder()) : null) {
      if (entries == null || entries.noneMatch(Files::isDirectory)) {
        return false;
      }
    } catch (IOException e) {
      throw AtomicFile.failure(request.folder(), e);
    }
    var shown = request.environment().show(request.folder());
    diagnostics.add(
        Diagnostic.of(
                RevisionCode.TAKEN_ALREADY,
                new Place.File(shown),
                "There are migrations here already.")
            .withAdvice("Name another folder by `--dir`, or remove what is here."));
    return true;
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
              if (diagnostics.isEmpty()) {
                replay
                    .run(transcript)
                    .or(() -> isVisible ? replay.differences() : Optional.empty())
                    .ifPresent(it -> diagnostics.add(unequal(graph, transcript, it)));
                compared[0] += isVisible ? 1 : 0;
              }
            });
    outcome.failure().ifPresent(it -> diagnostics.add(0, failed(graph, outcome.broken(), it)));
    var ran = ups.stream().map(Transcript::revision).collect(Collectors.toSet());
    if (outcome.failure().isEmpty() && ran.size() < graph.ordered().size()) {
      diagnostics.add(incomplete(graph, ran.size()));
    }
    return compared[0];
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
              var doubt =
                  doubts.isEmpty()
                      ? replay
                          .run(transcript)
                          .or(() -> isVisible ? replay.differences() : Optional.empty())
                      : Optional.<String>empty();
              doubt.ifPresent(it -> doubts.add(noDown(graph, transcript.revision(), it)));
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
                    noDown(
                        graph,
                        it,
                        outcome
                            .failure()
                            .map("it fails: "::concat)
                            .orElse("the command did not take it back"))));
  }

  private Recording.Outcome record(
      List<String> command, ShadowDatabase database, Recording.Watcher watcher) {
    request.progress().started("Recording `%s`".formatted(String.join(" ", command)));
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
      request.progress().finished();
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

  /// Writes the folders, and records at once all that the database has.
  private int settle(RevisionGraph graph, List<TakenRevision> taken) {
    var has = request.database().map(it -> revisionsOf(it, graph));
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return 0;
    }
    if (has.isEmpty()) {
      write(taken);
      return 0;
    }
    var applied =
        taken.stream()
            .filter(it -> has.get().contains(it.revision().id()))
            .flatMap(it -> it.migrations().stream())
            .toList();
    try (var run =
        HistoryRun.open(request.database().get(), request.limits(), request.progress())) {
      var there = run.rows().stream().map(Recorded::name).collect(Collectors.toSet());
      var fresh = applied.stream().filter(it -> !there.contains(it.name())).toList();
      write(taken);
      run.declareApplied(fresh);
      return fresh.size();
    }
  }

  private void write(List<TakenRevision> taken) {
    MigrationWriter.write(
        request.folder(), taken.stream().flatMap(it -> it.migrations().stream()).toList());
  }

  /// Returns what the database has, by its own table of versions.
  private HashSet<String> revisionsOf(ConnectionUrl url, RevisionGraph graph) {
    var schema = DatabaseSource.read(url, url.database()).schema();
    var tables = new ArrayList<>(RevisionReplay.versionTables(schema));
    tables.retainAll(versionTables);
    var versions = new ArrayList<String>();
    try (var session = Session.open(url)) {
      for (var table : tables) {
        versions.addAll(session.query(select(url, table), row -> row.text(1)));
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
        .forEach(
            it ->
                diagnostics.add(
                    Diagnostic.of(
                            RevisionCode.UNKNOWN_VERSION,
                            "The database %s is at the revision `%s`, which has no file here."
                                .formatted(url.database(), it))
                        .withAdvice("Update the checkout: the database is ahead of it.")));
    return new HashSet<>(graph.upTo(versions));
  }

  private static String select(ConnectionUrl url, ObjectPath table) {
    var names = table.names();
    var namespace = url.namespace().isPresent() ? url.home() : names.get(names.size() - 2);
    return "select version_num from %s.%s"
        .formatted(Quote.name(namespace), Quote.name(names.getLast()));
  }

  private static Diagnostic failed(RevisionGraph graph, Optional<String> revision, String failure) {
    var fact =
        revision
            .map(it -> "The command failed in the revision `%s`: %s.".formatted(it, failure))
            .orElseGet(() -> "The command failed: %s.".formatted(failure));
    return of(RevisionCode.COMMAND_FAILED, graph, revision, fact)
        .withAdvice(
            "Run it by hand on an empty database; name the command that your project uses by"
                + " `--upgrade`.");
  }

  private static Diagnostic incomplete(RevisionGraph graph, int ran) {
    return Diagnostic.of(
            RevisionCode.INCOMPLETE,
            "The command applied %d of %d revisions.".formatted(ran, graph.ordered().size()))
        .withAdvice(
            "Name one that applies all by `--upgrade`, as in `python -m alembic upgrade heads`.");
  }

  private static Diagnostic unequal(RevisionGraph graph, Transcript it, String doubt) {
    return of(
            RevisionCode.NOT_EQUAL,
            graph,
            Optional.of(it.revision()),
            "The revision `%s` was recorded, but %s.".formatted(it.revision(), doubt))
        .withAdvice(
            "It may use the driver past SQLAlchemy; begin with the database as it is by"
                + " `lockstep migrate baseline`.");
  }

  private static Diagnostic noDown(RevisionGraph graph, String revision, String doubt) {
    return of(
            RevisionCode.NO_DOWN,
            graph,
            Optional.of(revision),
            "From the revision `%s` on there is no down file: %s.".formatted(revision, doubt))
        .withAdvice("Write `down.sql` by hand for those that you may want to take back.");
  }

  private static Diagnostic rows(TakenRevision it) {
    return Diagnostic.of(
            RevisionCode.ROWS,
            new Place.File(it.revision().file().name()),
            "The revision `%s` is about rows, and was recorded without any."
                .formatted(it.revision().id()))
        .withAdvice(
            "Look at `%s/migration.sql`: only new databases will run it."
                .formatted(it.migrations().getFirst().name()));
  }

  private static Diagnostic of(
      RevisionCode code, RevisionGraph graph, Optional<String> revision, String fact) {
    return revision
        .flatMap(graph::find)
        .map(it -> Diagnostic.of(code, new Place.File(it.file().name()), fact))
        .orElseGet(() -> Diagnostic.of(code, fact));
  }
}
