package lockstep.engine.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.EnvironmentException;
import lockstep.engine.project.Environment;
import lockstep.engine.project.Project;
import lockstep.engine.project.PythonHome;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.python.Interpreter;
import lockstep.engine.python.InterpreterSearch;
import lockstep.engine.python.PythonProject;
import lockstep.engine.source.client.InstalledPackages;
import lockstep.engine.source.prisma.SchemaFiles;
import lockstep.text.SourceText;

/// Compares the client of a team that stays on Prisma Client Python with the schema: the client is
/// generated into the interpreter's packages, and starts an engine that has to be there.
public final class CheckClient {
  private static final Pattern GENERATOR =
      Pattern.compile("(?m)^\\s*provider\\s*=\\s*\"(?:prisma-client-py|[^\"\\n]*-m\\s+prisma)\"");
  private static final String GENERATE = "prisma generate";

  private CheckClient() {}

  /// Returns the texts of a schema that such a client is generated from; none for another.
  public static List<SourceText> schema(SourceSpec source, Environment environment) {
    if (!(source instanceof SourceSpec.Prisma prisma)) {
      return List.of();
    }
    var texts = SchemaFiles.read(prisma.path(), environment::show).texts();
    return texts.stream().anyMatch(it -> GENERATOR.matcher(it.content()).find())
        ? texts
        : List.of();
  }

  /// Returns what is wrong with a client that was generated. Where none is, nothing is said: it may
  /// be generated where the service runs.
  static List<Diagnostic> run(Project project, Environment environment) {
    var schema = schema(project.source(), environment);
    if (schema.isEmpty()) {
      return List.of();
    }
    try {
      var folder = PythonHome.of(project).folder();
      var python =
          new PythonProject(project.folder(), folder, project.tools().python(), environment);
      var interpreter = InterpreterSearch.own(python);
      var client = interpreter.flatMap(it -> InstalledPackages.of(it, folder, List.of()).client());
      return client.filter(InstalledPackages.Client::isGenerated).isPresent()
          ? findings(client, interpreter.orElseThrow(), schema)
          : List.of();
    } catch (EnvironmentException _) {
      // Who has no Python here has no client here either.
      return List.of();
    }
  }

  /// Returns all that is wrong with what is installed.
  public static List<Diagnostic> findings(
      Optional<InstalledPackages.Client> installed,
      Interpreter interpreter,
      List<SourceText> schema) {
    if (installed.isEmpty()) {
      return List.of(
          Diagnostic.of(
                  DoctorCode.CLIENT_MISSING,
                  "The schema has a generator for Prisma Client Python, and `prisma` is not"
                      + " installed in %s.".formatted(interpreter.described()))
              .withAdvice(interpreter.installing("prisma") + "."));
    }
    var client = installed.get();
    if (!client.isGenerated()) {
      return List.of(
          Diagnostic.of(
                  DoctorCode.CLIENT_MISSING,
                  "Prisma Client Python is installed in %s, and was never generated."
                      .formatted(interpreter.described()))
              .withAdvice(run(GENERATE)));
    }
    var findings = new ArrayList<Diagnostic>();
    if (client.schema().filter(it -> isSame(it, schema)).isEmpty()) {
      findings.add(
          Diagnostic.of(
                  DoctorCode.CLIENT_STALE,
                  "Prisma Client Python was generated from another schema than the present one.")
              .withAdvice(run(GENERATE)));
    }
    if (client.engines().isEmpty()) {
      findings.add(
          Diagnostic.of(
                  DoctorCode.ENGINE_MISSING,
                  "Prisma Client Python has no query engine to start: none is where it looks.")
              .withAdvice(run("prisma py fetch")));
    }
    return findings;
  }

  private static String run(String command) {
    return "Run `%s` in that environment.".formatted(command);
  }

  /// Blank lines, comments and the order of files say nothing about the client.
  private static boolean isSame(String copy, List<SourceText> schema) {
    var present = schema.stream().flatMap(it -> statements(it.content())).sorted().toList();
    return statements(copy).sorted().toList().equals(present);
  }

  private static Stream<String> statements(String text) {
    return text.lines()
        .map(it -> it.replaceAll("\\s+", " ").strip())
        .filter(it -> !it.isEmpty() && !it.startsWith("//"));
  }
}
