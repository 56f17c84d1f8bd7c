package lockstep.engine.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.FileTrees;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.project.Environment;
import lockstep.engine.sink.AtomicFile;
import lockstep.engine.source.prisma.HistoryReplay;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.migration.Migration;
import lockstep.migration.MigrationCode;
import lockstep.migration.MigrationName;
import lockstep.migration.TakenRevision;
import lockstep.migration.VersionStep;
import lockstep.plan.MigrationScript;
import lockstep.plan.Planner;
import lockstep.schema.Schema;
import lockstep.sql.Names;
import lockstep.text.SourceText;

/// Puts one migration in the place of many: what it makes is proven equal, the rows that they left
/// included. The many are moved aside, since databases that have some of them need the rest.
public final class SquashHistory {
  private static final String ADVICE = "End before the migration that does it, by `--to`.";

  private final Request request;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private SquashHistory(Request request) {
    this.request = request;
  }

  /// @param folder of the migrations
  /// @param aside the folder that gets those that are replaced, each squash in a folder of its own
  /// @param last of them; empty for all
  /// @param name of the new one; without it that of the last one's time
  public record Request(
      Path folder,
      Path aside,
      Optional<String> last,
      Optional<String> name,
      SourceReader reader,
      Environment environment,
      boolean isDry) {}

  /// @param squash empty where something is wrong; nothing was written then
  /// @param replaced those in whose place it is
  /// @param rows how many tables have rows that came with them
  /// @param aside where they are now
  public record Outcome(
      Optional<Migration> squash,
      List<Migration> replaced,
      int rows,
      Path aside,
      List<Diagnostic> diagnostics) {
    public Outcome {
      replaced = List.copyOf(replaced);
      diagnostics = List.copyOf(diagnostics);
    }
  }

  public static Outcome run(Request request) {
    return new SquashHistory(request).run();
  }

  private Outcome run() {
    var folder = MigrationFolder.read(request.folder(), request.environment()::show);
    diagnostics.addAll(folder.diagnostics());
    request
        .last()
        .flatMap(it -> NamedMigration.missing(it, folder.migrations()))
        .ifPresent(diagnostics::add);
    var replaced =
        folder.migrations().stream()
            .filter(it -> request.last().map(last -> it.name().compareTo(last) <= 0).orElse(true))
            .toList();
    if (diagnostics.isEmpty() && replaced.size() < 2) {
      refuse("There are not two migrations to make one of.", "Name a later one by `--to`.");
    }
    if (hasErrors()) {
      return failed();
    }
    var name =
        request.name().orElseGet(() -> MigrationName.beside(replaced.getLast().name(), "squashed"));
    var next = folder.migrations().stream().skip(replaced.size()).findFirst().map(Migration::name);
    if (next.filter(it -> it.compareTo(name) <= 0).isPresent()) {
      refuse(
          "`%s` would come after `%s`, which stays.".formatted(name, next.get()),
          "Give it a name that comes before that.");
      return failed();
    }
    return squash(replaced, name);
  }

  private Outcome squash(List<Migration> replaced, String name) {
    var shadow = request.reader().shadow();
    try (var before = shadow.create();
        var after = shadow.create()) {
      var history = new HistoryReplay(before);
      history.run(replaced).stream().filter(Diagnostic::isError).forEach(diagnostics::add);
      if (hasErrors()) {
        return failed();
      }
      var schema = history.read("history").schema();
      var versions = versions(replaced, before);
      var rows = HistoryRows.read(before.session(), versions);
      var plan = Planner.create(schema, Names.of(schema));
      var text = TakenRevision.marks(replaced) + "\n" + MigrationScript.of(plan) + rows.script();
      var file = request.folder().resolve(name).resolve(MigrationFolder.SCRIPT);
      var script = SourceText.of(request.environment().show(file), text);
      var drafted = new Migration(name, script, Optional.empty());
      var squash = versions.map(it -> it.saidBy(drafted)).orElse(drafted);
      prove(squash, schema, rows, after, versions);
      if (hasErrors()) {
        return failed();
      }
      var aside = request.aside().resolve(name);
      if (!request.isDry()) {
        moveAside(replaced, aside);
        MigrationWriter.write(request.folder(), List.of(squash));
      }
      return new Outcome(Optional.of(squash), replaced, rows.rows().size(), aside, diagnostics);
    }
  }

  /// What the migrations say in Alembic's table, where they say anything there.
  private static Optional<SaidVersions> versions(
      List<Migration> replaced, ShadowDatabase database) {
    return replaced.reversed().stream()
        .flatMap(it -> VersionStep.table(it).stream())
        .findFirst()
        .map(it -> SaidVersions.read(it, database.session()));
  }

  private void prove(
      Migration squash,
      Schema wanted,
      HistoryRows rows,
      ShadowDatabase database,
      Optional<SaidVersions> versions) {
    var replay = new HistoryReplay(database);
    var broken = replay.run(List.of(squash)).stream().filter(Diagnostic::isError).findFirst();
    if (broken.isPresent()) {
      refuse(
          "What shall be in the place of them is refused: "
              + DraftedMigrations.serversWords(broken.get()),
          ADVICE);
      return;
    }
    DraftedMigrations.left(replay.read("squash").schema(), wanted)
        .ifPresent(it -> refuse("What shall be in the place of them makes less: " + it, ADVICE));
    var different = rows.differences(HistoryRows.read(database.session(), versions));
    if (!different.isEmpty()) {
      refuse(
          "The rows that they leave in %s cannot be made again by inserting them."
              .formatted(String.join(", ", different)),
          ADVICE);
    }
  }

  private void moveAside(List<Migration> replaced, Path aside) {
    try {
      Files.createDirectories(aside);
      var lock = request.folder().resolve(MigrationFolder.LOCK_FILE);
      if (Files.exists(lock)) {
        Files.copy(lock, aside.resolve(MigrationFolder.LOCK_FILE));
      }
      for (var it : replaced) {
        FileTrees.move(request.folder().resolve(it.name()), aside.resolve(it.name()));
      }
    } catch (IOException e) {
      throw AtomicFile.failure(aside, e);
    }
  }

  private void refuse(String fact, String advice) {
    diagnostics.add(
        Diagnostic.of(
                MigrationCode.NOT_SQUASHED,
                new Place.File(request.environment().show(request.folder())),
                fact)
            .withAdvice(advice));
  }

  private boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  private Outcome failed() {
    return new Outcome(Optional.empty(), List.of(), 0, request.aside(), diagnostics);
  }
}
