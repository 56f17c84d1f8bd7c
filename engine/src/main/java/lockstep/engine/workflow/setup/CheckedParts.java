package lockstep.engine.workflow.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.check.drift.Agreement;
import lockstep.check.drift.Drift;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;
import lockstep.engine.postgres.introspection.IntrospectionCode;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Project;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Target;
import lockstep.engine.python.PythonCode;
import lockstep.engine.sink.FileChange;
import lockstep.engine.sink.SinkCode;
import lockstep.engine.source.sqlalchemy.ProbeCode;
import lockstep.engine.workflow.DoctorCode;
import lockstep.engine.workflow.RunChecks;
import lockstep.migration.RevisionCode;

/// What `check` found, told part by part and in short: it shows the rest itself.
record CheckedParts(Project project, RunChecks.Outcome checked, Environment environment) {
  private static final int NAMED = 3;

  /// Schema and generated files.
  List<Part> ofSources() {
    var parts = new ArrayList<Part>();
    parts.add(schema());
    if (!project.targets().isEmpty() && isSchemaValid()) {
      parts.add(generated());
    }
    return parts;
  }

  private boolean isSchemaValid() {
    return ofSchema().noneMatch(Diagnostic::isError);
  }

  private Stream<Diagnostic> ofSchema() {
    return checked.diagnostics().stream().filter(it -> !isOfOthers(it));
  }

  private static boolean isOfOthers(Diagnostic it) {
    return switch (it.code()) {
      case SinkCode _,
          ProbeCode _,
          PythonCode _,
          RevisionCode _,
          DoctorCode _,
          IntrospectionCode _ ->
          true;
      default -> false;
    };
  }

  private Part schema() {
    var label = project.source().label();
    var errors = ofSchema().filter(Diagnostic::isError).toList();
    if (errors.isEmpty()) {
      var warnings = ofSchema().filter(it -> it.severity() == Severity.WARNING).count();
      var more = warnings == 0 ? "" : ", warnings that `lockstep validate` shows";
      var models = checked.models() == 1 ? "1 model" : checked.models() + " models";
      return Part.fine("schema", "%s: %s%s".formatted(label, models, more));
    }
    var fact =
        errors.size() > NAMED
            ? "%s: %d errors; `lockstep validate` shows them all".formatted(label, errors.size())
            : label;
    return Part.of("schema", fact, errors.stream().limit(NAMED).toList());
  }

  private Part generated() {
    var folders =
        project.targets().stream()
            .map(Target::generated)
            .map(environment::show)
            .collect(Collectors.joining(", "));
    var findings = new ArrayList<Diagnostic>();
    if (!checked.stale().isEmpty()) {
      findings.add(stale());
    }
    checked.diagnostics().stream()
        .filter(it -> it.code() instanceof SinkCode && it.code() != SinkCode.STALE_FILE)
        .forEach(findings::add);
    return Part.of("generated", folders, findings);
  }

  private Diagnostic stale() {
    var names =
        checked.stale().stream()
            .limit(NAMED)
            .map(FileChange::path)
            .map(Path::getFileName)
            .map(Path::toString)
            .collect(Collectors.joining("`, `", "`", "`"));
    var count = checked.stale().size();
    var fact =
        count == 1
            ? "%s is not what would be generated now.".formatted(names)
            : "%d files are not what would be generated now: %s%s."
                .formatted(count, names, count > NAMED ? ", …" : "");
    return Diagnostic.of(DoctorCode.STALE, fact).withAdvice("Run `lockstep generate`.");
  }

  /// Models in Python: whether they can be imported and say what the schema says.
  ///
  /// @param told what stands in the way of Python itself, which is said already
  Optional<Part> ofModels(List<Diagnostic> copies, List<Diagnostic> told) {
    var findings = new ArrayList<>(copies);
    Stream.concat(checked.diagnostics().stream(), checked.failures().stream())
        .filter(it -> it.code() instanceof ProbeCode || it.code() instanceof PythonCode)
        .filter(it -> !told.contains(it))
        .distinct()
        .forEach(findings::add);
    var compared = compared(Predicate.not(this::isDatabase));
    compared.forEach(it -> differences(it).ifPresent(findings::add));
    if (compared.isEmpty() && findings.isEmpty()) {
      return Optional.empty();
    }
    var names = compared.stream().map(Agreement.Compared::name).collect(Collectors.joining(", "));
    return Optional.of(Part.of("models", names.isEmpty() ? "not compared" : names, findings));
  }

  /// Whether the database is what the schema says.
  Optional<Part> ofDatabase() {
    var compared = compared(this::isDatabase);
    var findings = new ArrayList<Diagnostic>();
    compared.forEach(it -> differences(it).ifPresent(findings::add));
    checked.diagnostics().stream()
        .filter(it -> it.code() instanceof IntrospectionCode)
        .forEach(findings::add);
    checked.failures().stream()
        .filter(it -> !(it.code() instanceof ProbeCode || it.code() instanceof PythonCode))
        .forEach(findings::add);
    if (compared.isEmpty() && findings.isEmpty()) {
      return isSchemaValid()
          ? Optional.empty()
          : Optional.of(Part.skipped("drift", "the schema is not valid"));
    }
    return Optional.of(
        Part.of("drift", findings.isEmpty() ? "none" : "schema and database", findings));
  }

  /// What lives there of Prisma and of Alembic, and what each is told of the other.
  Optional<Part> ofHistories() {
    var findings =
        checked.diagnostics().stream().filter(it -> it.code() instanceof RevisionCode).toList();
    return findings.isEmpty()
        ? Optional.empty()
        : Optional.of(Part.of("histories", "Prisma's and Alembic's", findings));
  }

  private List<Agreement.Compared> compared(Predicate<String> name) {
    return checked.compared().stream().filter(it -> name.test(it.name())).toList();
  }

  private boolean isDatabase(String name) {
    return project
        .database()
        .filter(it -> new SourceSpec.Database(it).label().equals(name))
        .isPresent();
  }

  private static Optional<Diagnostic> differences(Agreement.Compared compared) {
    var errors = compared.drifts().stream().filter(it -> it.diagnostic().isError()).toList();
    return errors.isEmpty() ? Optional.empty() : Optional.of(differs(compared.name(), errors));
  }

  private static Diagnostic differs(String name, List<Drift> errors) {
    var first = errors.getFirst().diagnostic().fact();
    return Diagnostic.of(
            DoctorCode.DIFFERS,
            errors.size() == 1
                ? first
                : "%d differences between the schema and %s: %s"
                    .formatted(errors.size(), name, first))
        .withAdvice("Run `lockstep check`, which shows each with what ends it.");
  }
}
