package lockstep.engine.workflow;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lockstep.check.lint.Lint;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.diagnostic.Severity;
import lockstep.engine.project.Environment;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.source.prisma.MigrationFolder;
import lockstep.engine.source.sql.SqlFiles;
import lockstep.engine.workflow.DraftedMigrations.Draft;
import lockstep.migration.Migration;
import lockstep.migration.MigrationCode;
import lockstep.migration.MigrationName;
import lockstep.plan.Plan;
import lockstep.plan.Planner;
import lockstep.plan.Step;
import lockstep.plan.Style;
import lockstep.schema.Schema;
import lockstep.text.SourceText;

/// Writes migrations that bring a history to what shall be, with what takes them back. Both ways
/// are tried before anything is written; no database but the shadow is touched.
public final class WriteMigration {
  private final Request request;
  private final MigrationFolder folder;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private WriteMigration(Request request) {
    this.request = request;
    folder = MigrationFolder.begin(request.folder(), request.environment()::show);
  }

  /// @param folder of the migrations; made where it is not there
  /// @param words that name it
  /// @param content where its SQL comes from
  /// @param now in UTC
  public record Request(
      Path folder,
      String words,
      Content content,
      SourceReader reader,
      PlanChanges.Trial trial,
      Consent consent,
      Environment environment,
      LocalDateTime now) {}

  /// Where the SQL of a migration comes from.
  public sealed interface Content {
    /// Whatever the source has and the history has not.
    record Difference(SourceSpec source, Style style) implements Content {}

    /// A file that somebody wrote.
    record File(Path path) implements Content {}

    /// Nowhere: it is written afterwards, by hand.
    record Nothing() implements Content {}
  }

  /// @param written in their order; none where nothing is to do, or where something is wrong
  public record Outcome(List<Migration> written, List<Diagnostic> diagnostics) {
    public Outcome {
      written = List.copyOf(written);
      diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
  }

  public static Outcome run(Request request) {
    return new WriteMigration(request).run();
  }

  private Outcome run() {
    diagnostics.addAll(folder.diagnostics());
    if (hasErrors()) {
      return new Outcome(List.of(), diagnostics);
    }
    var migrations =
        switch (request.content()) {
          case Content.Difference it -> difference(it);
          case Content.File(var path) -> file(path);
          case Content.Nothing _ -> empty();
        };
    if (hasErrors()) {
      if (diagnostics.stream().anyMatch(this::isOfHistory)) {
        diagnostics.add(broken());
      }
      return new Outcome(List.of(), diagnostics);
    }
    MigrationWriter.write(request.folder(), migrations);
    return new Outcome(migrations, diagnostics);
  }

  private boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  private boolean isOfHistory(Diagnostic it) {
    return it.isError()
        && it.place().orElse(null) instanceof Place.InText(var source, var _)
        && folder.migrations().stream().anyMatch(m -> m.script().name().equals(source.name()));
  }

  private static Diagnostic broken() {
    return Diagnostic.of(
            MigrationCode.HISTORY_BROKEN,
            "The history cannot be replayed, so that nobody knows what is to be added to it.")
        .withAdvice(
            "Mend the file that is named above; where a database has it already, its checksum"
                + " changes, and `lockstep migrate status` says so.");
  }

  private List<Migration> difference(Content.Difference wanted) {
    var reader = request.reader();
    var history = history();
    var found = DiffSources.run(new DiffSources.Request(history, wanted.source(), reader));
    diagnostics.addAll(found.diagnostics());
    if (found.comparison().isEmpty()) {
      return List.of();
    }
    var planned =
        PlanChanges.run(
            new PlanChanges.Request(
                history,
                found.comparison().get(),
                reader,
                wanted.style(),
                request.consent(),
                PlanChanges.Trial.ELSEWHERE));
    diagnostics.addAll(planned.diagnostics());
    planned.plan().stream().flatMap(it -> it.hazards().stream()).forEach(this::addHazard);
    if (planned.plan().map(Plan::isEmpty).orElse(true) || hasErrors()) {
      return List.of();
    }
    var parts = planned.plan().get().parts();
    var names = names(parts.size());
    var drafts =
        IntStream.range(0, parts.size())
            .mapToObj(it -> Draft.of(names.get(it), script(names.get(it)), parts.get(it)))
            .toList();
    try (var drafted = DraftedMigrations.after(folder.migrations(), reader.shadow())) {
      drafted.add(drafts);
      switch (request.trial()) {
        case WANTED, ELSEWHERE -> drafted.compare(planned.difference());
        case SKIPPED -> diagnostics.add(PlanChanges.untried());
      }
      return proven(drafted);
    }
  }

  /// Which rows there will be is not known yet: no hazard keeps a file from being written.
  private void addHazard(Diagnostic it) {
    if (it.severity() != Severity.NOTE) {
      diagnostics.add(it.withSeverity(Severity.WARNING));
    }
  }

  private SourceSpec history() {
    return folder.migrations().isEmpty()
        ? new SourceSpec.Empty()
        : new SourceSpec.Migrations(request.folder(), "the history");
  }

  private List<Migration> proven(DraftedMigrations drafted) {
    drafted.takeBack();
    diagnostics.addAll(drafted.diagnostics());
    return drafted.migrations();
  }

  private List<Migration> file(Path path) {
    var files = SqlFiles.read(path, request.environment()::show);
    diagnostics.addAll(files.diagnostics());
    if (hasErrors()) {
      return List.of();
    }
    try (var drafted = DraftedMigrations.after(folder.migrations(), request.reader().shadow())) {
      if (!drafted.hasErrors()) {
        var script = files.scripts().getFirst();
        var renames = renames(drafted.start());
        Lint.check(List.of(script), drafted.start(), request.reader().levels())
            .forEach(this::addHazard);
        drafted.add(List.of(Draft.of(names(1).getFirst(), script, renames)));
      }
      return proven(drafted);
    }
  }

  private List<Step> renames(Schema before) {
    var renames =
        PlanChanges.named(request.consent().renames(), List.of(), before, before, diagnostics);
    return Planner.rename(renames, before, before);
  }

  private List<Migration> empty() {
    var name = names(1).getFirst();
    var text = SourceText.of(script(name), new Plan(List.of()).toSql());
    return List.of(new Migration(name, text, Optional.empty()));
  }

  private List<String> names(int count) {
    var last = folder.migrations().stream().reduce((_, it) -> it).map(Migration::name);
    return MigrationName.next(request.words(), request.now(), last, count);
  }

  /// Returns what messages call a migration's file.
  private String script(String name) {
    return request
        .environment()
        .show(request.folder().resolve(name).resolve(MigrationFolder.SCRIPT));
  }
}
