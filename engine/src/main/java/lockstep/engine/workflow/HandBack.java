package lockstep.engine.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.migrate.prisma.Limits;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.project.AlembicProject;
import lockstep.engine.project.Environment;
import lockstep.engine.source.alembic.EnvironmentScript;
import lockstep.engine.source.alembic.RevisionFolder;
import lockstep.engine.source.prisma.HistoryReplay;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.migration.HistoryFindings;
import lockstep.migration.Migration;
import lockstep.migration.Revision;
import lockstep.migration.RevisionCode;
import lockstep.migration.RevisionFindings;
import lockstep.migration.RevisionGraph;
import lockstep.migration.TakenRevision;
import lockstep.migration.WrittenRevision;
import lockstep.migration.WrittenRevision.Body;
import lockstep.migration.WrittenRevision.Start;
import lockstep.text.SourceText;

/// Hands Prisma's history to Alembic: each migration becomes a revision that sends the same
/// statements. Those that came from a revision, or became one before, are left to it.
public final class HandBack {
  private final Request request;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /// The migrations of each revision, in the order of the migrations.
  private final Map<String, List<Migration>> revisions = new LinkedHashMap<>();

  private HandBack(Request request) {
    this.request = request;
  }

  /// @param folder of the migrations
  /// @param project where the revisions go; what is not there of it is made
  /// @param database whose history is handed over; without one, only files are written
  /// @param limits how long to wait for others who change the database
  /// @param isDual whether both tools go on deploying, each of which has to know what the other did
  /// @param isDry whether nothing is written and recorded
  public record Request(
      Path folder,
      AlembicProject project,
      Optional<ConnectionUrl> database,
      SourceReader reader,
      Environment environment,
      Limits limits,
      boolean isDual,
      boolean isDry) {}

  /// @param written the new revisions in order; none where there are errors
  /// @param known how many revisions were there before
  /// @param environment files that make the folder one of Alembic
  /// @param stamped at which revisions the database is, by Alembic's table from now on
  public record Outcome(
      List<WrittenRevision> written,
      int known,
      List<Path> environment,
      List<String> stamped,
      List<Diagnostic> diagnostics) {
    public Outcome {
      written = List.copyOf(written);
      environment = List.copyOf(environment);
      stamped = List.copyOf(stamped);
      diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
  }

  public static Outcome run(Request request) {
    return new HandBack(request).run();
  }

  private Outcome run() {
    var folder = MigrationFolder.read(request.folder(), request.environment()::show);
    diagnostics.addAll(folder.diagnostics());
    folder.migrations().forEach(this::refuseUnfit);
    var graph = graph();
    if (hasErrors()) {
      return failed(graph);
    }
    assign(folder.migrations(), graph);
    objections(graph);
    var written = hasErrors() ? List.<WrittenRevision>of() : proven(folder.migrations(), graph);
    if (hasErrors()) {
      return failed(graph);
    }
    var environment = RevisionWriter.missing(request.project());
    var dual =
        new DualHandBack(request, folder.migrations(), all(graph, written), written, diagnostics);
    if (request.isDual()) {
      dual.prove();
    }
    if (hasErrors()) {
      return failed(graph);
    }
    if (request.isDry()) {
      return new Outcome(written, graph.ordered().size(), environment, List.of(), diagnostics);
    }
    var stamped = settle(graph, written, dual);
    return hasErrors()
        ? failed(graph)
        : new Outcome(written, graph.ordered().size(), environment, stamped, diagnostics);
  }

  private boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  private Outcome failed(RevisionGraph graph) {
    return new Outcome(List.of(), graph.ordered().size(), List.of(), List.of(), diagnostics);
  }

  private void refuseUnfit(Migration migration) {
    HistoryFindings.unfit(migration).ifPresent(diagnostics::add);
    migration.reversed().flatMap(HistoryFindings::unfitToTakeBack).ifPresent(diagnostics::add);
  }

  /// Returns the revisions that are there; an empty history is where the first one begins.
  private RevisionGraph graph() {
    if (request.project().versions().stream().noneMatch(Files::isDirectory)) {
      return RevisionGraph.of(List.of());
    }
    var history = RevisionFolder.read(request.project(), request.environment()::show);
    history.diagnostics().stream()
        .filter(it -> it.code() != RevisionCode.NONE)
        .forEach(diagnostics::add);
    return history.graph();
  }

  /// Where a revision became several migrations, it has been there only after the last.
  private void assign(List<Migration> migrations, RevisionGraph graph) {
    for (var i = 0; i < migrations.size(); i++) {
      var it = migrations.get(i);
      var origins = new ArrayList<>(TakenRevision.origins(it, graph));
      if (!it.squashed().isEmpty()) {
        origins.removeIf(id -> graph.find(id).isEmpty());
      }
      if (origins.size() > 1 || !origins.isEmpty() && !it.squashed().isEmpty()) {
        // It is the baseline, or in the place of others: it does what all of them do.
        origins.forEach(id -> revisions.computeIfAbsent(id, _ -> new ArrayList<>()).add(it));
        TakenRevision.withoutRevision(it, graph).stream()
            .findFirst()
            .ifPresent(name -> diagnostics.add(RevisionFindings.squashedTooEarly(it, name)));
        continue;
      }
      var origin = TakenRevision.origin(it);
      var next = i + 1 < migrations.size() ? TakenRevision.origin(migrations.get(i + 1)) : origin;
      var isPart = i + 1 < migrations.size() && origin.isPresent() && origin.equals(next);
      var id =
          origin
              .filter(from -> graph.find(from).isPresent() || !isPart)
              .orElseGet(() -> WrittenRevision.id(it));
      revisions.computeIfAbsent(id, _ -> new ArrayList<>()).add(it);
    }
  }

  private void objections(RevisionGraph graph) {
    graph.ordered().stream()
        .filter(it -> !revisions.containsKey(it.id()))
        .forEach(it -> diagnostics.add(notTaken(it)));
    var fresh = Optional.<String>empty();
    for (var id : revisions.keySet()) {
      var revision = graph.find(id);
      if (revision.isEmpty()) {
        fresh = fresh.or(() -> Optional.of(id));
      } else if (fresh.isPresent()) {
        diagnostics.add(beforeTaken(revisions.get(fresh.get()).getFirst(), revision.get()));
        return;
      } else {
        editedSince(revision.get(), revisions.get(id));
      }
    }
  }

  /// What Alembic had first says what it does in its own words.
  private void editedSince(Revision revision, List<Migration> migrations) {
    migrations.stream()
        .filter(it -> TakenRevision.origin(it).isEmpty() && it.squashed().isEmpty())
        .filter(it -> !WrittenRevision.saysSo(revision, it))
        .forEach(it -> diagnostics.add(edited(revision, it)));
  }

  /// Returns the revisions that are to be written, after both have made the same: the migrations as
  /// they are, and the statements of the revisions.
  private List<WrittenRevision> proven(List<Migration> migrations, RevisionGraph graph) {
    var progress = request.reader().progress();
    progress.started("Replaying %d migrations".formatted(migrations.size()));
    try (var files = request.reader().shadow().create();
        var statements = request.reader().shadow().create()) {
      var replay = new HistoryReplay(files);
      migrations.stream().takeWhile(_ -> !hasErrors()).forEach(it -> replay(it, replay));
      if (hasErrors()) {
        return List.of();
      }
      // A baseline stands for several revisions.
      var sent =
          revisions.values().stream().flatMap(List::stream).distinct().map(HandBack::sent).toList();
      var revisionReplay = new RevisionReplay(files, statements);
      revisionReplay
          .run(sent)
          .or(revisionReplay::differences)
          .ifPresent(
              it -> {
                throw new IllegalStateException("the revisions are not the migrations: " + it);
              });
      return written(graph, replay);
    } finally {
      progress.finished();
    }
  }

  private void replay(Migration migration, HistoryReplay replay) {
    var before = migration.down().map(_ -> VerifyHistory.schema(replay));
    replay.run(List.of(migration)).stream().filter(Diagnostic::isError).forEach(diagnostics::add);
    if (before.isPresent() && !hasErrors()) {
      var after = VerifyHistory.schema(replay);
      VerifyHistory.back(migration, before.get(), after, replay).ifPresent(diagnostics::add);
    }
  }

  /// Returns a migration as a revision sends it.
  private static Migration sent(Migration migration) {
    var script = SourceText.of(migration.script().name(), Body.of(migration, false).sql());
    return new Migration(migration.name(), script, Optional.empty());
  }

  private List<WrittenRevision> written(RevisionGraph graph, HistoryReplay replay) {
    var written = new ArrayList<WrittenRevision>();
    var parents = graph.heads().stream().map(Revision::id).toList();
    var leavesValues = false;
    for (var id : revisions.keySet()) {
      for (var it : revisions.get(id)) {
        var up = body(it, replay);
        if (graph.find(id).isPresent()) {
          leavesValues |= up.addsValues();
          continue;
        }
        if (written.stream().anyMatch(other -> other.id().equals(id))) {
          // It only says what the database has.
          continue;
        }
        var start = leavesValues && !up.isAlone() ? Start.COMMITTED : Start.AS_IT_IS;
        var down = it.reversed().map(back -> body(back, replay));
        written.add(new WrittenRevision(id, parents, it, up, down, start));
        parents = List.of(id);
        leavesValues = up.addsValues() && !up.isAlone();
      }
    }
    return written;
  }

  private static Body body(Migration migration, HistoryReplay replay) {
    return Body.of(migration, replay.isTorn(migration));
  }

  private static RevisionGraph all(RevisionGraph graph, List<WrittenRevision> written) {
    var all = new ArrayList<>(graph.ordered());
    written.stream().map(WrittenRevision::revision).forEach(all::add);
    return RevisionGraph.of(all);
  }

  private void write(List<WrittenRevision> written, DualHandBack dual) {
    RevisionWriter.write(request.project(), written);
    if (request.isDual()) {
      dual.write();
    }
  }

  private List<String> settle(
      RevisionGraph graph, List<WrittenRevision> written, DualHandBack dual) {
    if (request.database().isEmpty()) {
      write(written, dual);
      return List.of();
    }
    var script = EnvironmentScript.read(request.project());
    try (var stamp =
        Stamp.open(request.database().get(), request.limits(), request.reader(), script)) {
      var ids = stamp.versions(revisions, all(graph, written));
      diagnostics.addAll(stamp.diagnostics());
      if (request.isDual()) {
        var has = stamp.names();
        written.stream()
            .map(WrittenRevision::migration)
            .filter(it -> has.contains(it.name()))
            .map(it -> RevisionFindings.appliedAlready(it, request.database().get().database()))
            .forEach(diagnostics::add);
      }
      if (!hasErrors()) {
        write(written, dual);
        stamp.record(ids);
      }
      return ids;
    }
  }

  private static Diagnostic notTaken(Revision it) {
    return Diagnostic.of(
            RevisionCode.NOT_TAKEN,
            new Place.File(it.file().name()),
            "No migration came from the revision `%s`.".formatted(it.id()))
        .withAdvice(
            "Name another folder by `--config`, or write what it does as a migration that begins"
                + " with `%s%s`.".formatted(TakenRevision.HEADER, it.id()));
  }

  private static Diagnostic beforeTaken(Migration migration, Revision later) {
    return Diagnostic.of(
            RevisionCode.BEFORE_TAKEN,
            new Place.File(migration.script().name()),
            "The migration comes before what the revision `%s` does already.".formatted(later.id()))
        .withAdvice("Give its folder a later name, where nobody has applied it.");
  }

  private static Diagnostic edited(Revision revision, Migration migration) {
    return Diagnostic.of(
            RevisionCode.EDITED_SINCE,
            new Place.File(revision.file().name()),
            "The revision is not what the migration `%s` says by now.".formatted(migration.name()))
        .withAdvice("Remove its file where nobody has applied it, and call this again.");
  }
}
