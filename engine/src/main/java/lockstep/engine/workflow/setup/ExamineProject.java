package lockstep.engine.workflow.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Overrides;
import lockstep.engine.project.Project;
import lockstep.engine.project.ProjectReader;
import lockstep.engine.project.PythonHome;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.source.prisma.SchemaFiles;
import lockstep.engine.workflow.CheckClient;
import lockstep.engine.workflow.ReportStatus;
import lockstep.engine.workflow.RunChecks;
import lockstep.text.SourceText;

/// Looks at everything that a project stands on, and says what is wrong and what mends it.
public final class ExamineProject {
  private final Request request;
  private final List<Part> parts = new ArrayList<>();

  private ExamineProject(Request request) {
    this.request = request;
  }

  /// @param folder of the project; without it, the one that the current folder belongs to
  public record Request(
      Optional<Path> folder, Environment environment, Overrides overrides, Progress progress) {
    private ProjectReader reader(Overrides others) {
      return new ProjectReader(environment, others);
    }

    private ProjectReader.Read read(Overrides others) {
      var reader = reader(others);
      return folder.map(reader::at).orElseGet(reader::here);
    }
  }

  /// @param parts in the order in which they stand on each other
  public record Outcome(List<Part> parts) {
    public Outcome {
      parts = List.copyOf(parts);
    }

    /// Counts the parts that something is wrong with.
    public int wrong() {
      return (int) parts.stream().filter(it -> it.state() == Part.State.WRONG).count();
    }
  }

  public static Outcome run(Request request) {
    var exam = new ExamineProject(request);
    exam.run();
    return new Outcome(exam.parts);
  }

  /// Settings that are wrong only about the database keep nothing else from being looked at.
  private void run() {
    switch (request.read(request.overrides())) {
      case ProjectReader.Read.Valid(var project) -> of(project, List.of());
      case ProjectReader.Read.Invalid(var first) -> {
        switch (request.read(request.overrides().withoutDatabase())) {
          case ProjectReader.Read.Valid(var project) -> of(project, first);
          case ProjectReader.Read.Invalid(var rest) -> withoutProject(rest);
        }
      }
    }
  }

  /// Settings that are wrong in more than that are left out, and what is found is looked at.
  private void withoutProject(List<Diagnostic> diagnostics) {
    var folder = request.folder().orElse(request.environment().folder());
    var found = request.reader(request.overrides()).withoutSettings(folder);
    if (found instanceof ProjectReader.Read.Valid(var project)) {
      var settings = "not to be used; the rest is of what is found without them";
      parts.add(Part.of("settings", settings, diagnostics));
      examine(project, List.of());
      return;
    }
    parts.add(Part.of("settings", "there is nothing to go by", withAdvice(diagnostics)));
    parts.add(Part.skipped(HookExam.TOPIC, "there is no project that could have one"));
  }

  /// Whoever has no settings yet can have them made.
  private static List<Diagnostic> withAdvice(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(it -> it.advice().isEmpty() ? it.withAdvice("Run `lockstep init`.") : it)
        .toList();
  }

  private void of(Project project, List<Diagnostic> refused) {
    parts.add(settings(project));
    examine(project, refused);
  }

  private void examine(Project project, List<Diagnostic> refused) {
    var environment = request.environment();
    var home = PythonHome.of(project);
    var code = ServiceCode.in(project.folder());
    var service = code.below(home.folder());
    var schema = schema(project);
    var setting = request.reader(request.overrides()).databaseSetting(project);
    var use =
        setting
            .map(it -> new AddressUse(it, service, schema, environment).findings())
            .orElse(List.of());
    var database = new DatabaseExam(project, setting, schema, use, refused, environment).run();
    var python = python(project, home, service);
    var checked = checks(database.isReached() ? project : project.withoutDatabase());
    checked.ifPresent(it -> parts.addAll(it.ofSources()));
    parts.addAll(python);
    var told = python.stream().flatMap(it -> it.findings().stream()).toList();
    var copies = new ModelCopies(code, home.folder(), environment).findings();
    checked.flatMap(it -> it.ofModels(copies, told)).ifPresent(parts::add);
    parts.add(database.part());
    if (database.isReached()) {
      var drift = checked.flatMap(CheckedParts::ofDatabase);
      drift.ifPresent(parts::add);
      migrations(project, drift.filter(it -> it.state() == Part.State.FINE).isPresent());
    } else {
      parts.add(Part.skipped(HistoryExam.TOPIC, "the database is not reached"));
    }
    checked.flatMap(CheckedParts::ofHistories).ifPresent(parts::add);
    parts.add(new HookExam(project, request.environment()).part());
  }

  private List<Part> python(Project project, PythonHome home, ServiceCode code) {
    var client = CheckClient.schema(project.source(), request.environment());
    return new PythonExam(project, home, code, client, request.environment(), request.progress())
        .parts();
  }

  private List<SourceText> schema(Project project) {
    return project.source() instanceof SourceSpec.Prisma it
        ? SchemaFiles.read(it.path(), request.environment()::show).texts()
        : List.of();
  }

  private Part settings(Project project) {
    var file =
        project
            .file()
            .map(request.environment()::show)
            .orElse("none, so what is found is taken; `lockstep init` writes them");
    var notes =
        project.notes().stream()
            .filter(it -> !it.startsWith("no database compared"))
            .collect(Collectors.joining("; "));
    return Part.fine("settings", notes.isEmpty() ? file : file + "; " + notes);
  }

  private Optional<CheckedParts> checks(Project project) {
    return attempted(
        "schema",
        () ->
            new CheckedParts(
                project,
                RunChecks.run(
                    new RunChecks.Request(project, request.environment(), request.progress())),
                request.environment()));
  }

  private void migrations(Project project, boolean agrees) {
    attempted(
            HistoryExam.TOPIC,
            () ->
                new HistoryExam(
                    project,
                    ReportStatus.run(
                        new ReportStatus.Request(
                            project.migrations(),
                            project.database().orElseThrow(),
                            project.alembic(),
                            request.environment())),
                    agrees))
        .ifPresent(it -> parts.add(it.part()));
  }

  private <T> Optional<T> attempted(String topic, Supplier<T> looking) {
    try {
      return Optional.of(looking.get());
    } catch (EnvironmentException e) {
      parts.add(Part.of(topic, "cannot be looked at", e.diagnostic()));
      return Optional.empty();
    }
  }
}
