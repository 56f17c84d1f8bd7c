package lockstep.engine.workflow.setup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Version;
import lockstep.engine.EnvironmentException;
import lockstep.engine.Progress;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Project;
import lockstep.engine.project.PythonHome;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Target;
import lockstep.engine.python.Interpreter;
import lockstep.engine.python.InterpreterSearch;
import lockstep.engine.python.PythonProject;
import lockstep.engine.source.client.InstalledPackages;
import lockstep.engine.workflow.CheckClient;
import lockstep.text.SourceText;

/// The interpreter of a project and what is installed in it.
///
/// @param schema that Prisma Client Python is generated from; empty where it is not used
record PythonExam(
    Project project,
    PythonHome home,
    ServiceCode code,
    List<SourceText> schema,
    Environment environment,
    Progress progress) {
  private static final String PYTHON = "python";
  private static final String PACKAGES = "packages";
  private static final String CLIENT = "client";

  List<Part> parts() {
    if (!isUsed()) {
      return List.of(Part.skipped(PYTHON, "neither models nor a client in Python"));
    }
    try {
      var interpreter = interpreter();
      if (interpreter.isEmpty()) {
        return List.of(Part.skipped(PYTHON, "no interpreter here"));
      }
      return parts(
          interpreter.get(),
          InstalledPackages.of(interpreter.get(), home.folder(), NeededPackages.KNOWN));
    } catch (EnvironmentException e) {
      return List.of(Part.of(PYTHON, "none that can be used", e.diagnostic()));
    }
  }

  private boolean isUsed() {
    return hasModels() || !schema.isEmpty() || !code.texts().isEmpty();
  }

  private boolean hasModels() {
    return project.targets().stream().anyMatch(Target.SqlAlchemy.class::isInstance)
        || project.source() instanceof SourceSpec.Python
        || project.compared().stream().anyMatch(SourceSpec.Python.class::isInstance);
  }

  /// Where models are imported, the interpreter may have to be made, as other commands make it.
  private Optional<Interpreter> interpreter() {
    var python =
        new PythonProject(project.folder(), home.folder(), project.tools().python(), environment);
    return hasModels()
        ? Optional.of(InterpreterSearch.find(python, progress))
        : InterpreterSearch.own(python);
  }

  private List<Part> parts(Interpreter interpreter, InstalledPackages installed) {
    var parts = new ArrayList<Part>();
    parts.add(
        Part.fine(PYTHON, "%s, Python %s".formatted(interpreter.described(), installed.python())));
    var packages = packages(interpreter, installed);
    if (packages.needed().isEmpty() && packages.drivers().isEmpty()) {
      parts.add(Part.skipped(PACKAGES, "none of SQLAlchemy's are needed"));
    } else {
      parts.add(packages.part());
    }
    if (!schema.isEmpty()) {
      parts.add(client(interpreter, installed));
    }
    return parts;
  }

  private NeededPackages packages(Interpreter interpreter, InstalledPackages installed) {
    var others = new LinkedHashSet<String>();
    if (project.alembic().isPresent() && home.names("alembic")) {
      others.add("alembic");
    }
    return new NeededPackages(
        NeededPackages.neededBy(code, sqlAlchemy(), List.copyOf(others)),
        code.drivers(),
        installed,
        interpreter,
        home);
  }

  private Optional<String> sqlAlchemy() {
    var first =
        project.targets().stream()
            .filter(Target.SqlAlchemy.class::isInstance)
            .map(it -> ((Target.SqlAlchemy) it).choices().version())
            .map(Version::word)
            .findFirst();
    return first.or(
        () ->
            hasModels() || code.mentions("\\bsqlalchemy\\b")
                ? Optional.of("2.0")
                : Optional.empty());
  }

  private Part client(Interpreter interpreter, InstalledPackages installed) {
    if (interpreter.way() == Interpreter.Way.MANAGED) {
      return Part.skipped(
          CLIENT, "it is generated where the service runs; name that Python by `--python`");
    }
    List<Diagnostic> findings = CheckClient.findings(installed.client(), interpreter, schema);
    var version = installed.version("prisma").map(it -> " " + it).orElse("");
    return Part.of(CLIENT, "Prisma Client Python" + version, findings);
  }
}
