package lockstep.acceptance.history;

import static org.assertj.core.api.Assertions.assertThat;

import lockstep.acceptance.oracle.LineService;
import lockstep.acceptance.oracle.PythonEnvironment;
import lockstep.acceptance.sample.SampleProject;
import lockstep.engine.json.Json;

/// One of the sample's back ends, at work: a process that answers calls.
final class BackEnd implements AutoCloseable {
  private final LineService service;

  private BackEnd(String name, ProcessBuilder program) {
    this.service = new LineService(name, program);
  }

  /// Starts the one on SQLAlchemy, with the models as they are now.
  static BackEnd python(SampleProject project, PythonEnvironment python) {
    var program = python.program("python").toString();
    return new BackEnd("backend", project.program("backend", program, "-m", "app"));
  }

  /// Starts the one on Prisma Client; the client is generated from the schema as it is now.
  static BackEnd typescript(SampleProject project) {
    // Generating needs no engine for schemas, and Prisma would fetch one: any program will do.
    project
        .run(
            """
            cd backend-ts && export PRISMA_SCHEMA_ENGINE_BINARY="$(command -v node)" &&
            npm run --silent build""")
        .orThrow("the client for TypeScript");
    var program = project.program("backend-ts", "node", "--import", "tsx", "src/main.ts");
    return new BackEnd("backend-ts", program);
  }

  /// Returns what a call answers.
  ///
  /// @param with the arguments as JSON, with `'` for `"` and without the braces
  Json call(String name, String with, Object... values) {
    var answer = ask(name, with.formatted(values));
    assertThat(answer.text("error")).as("%s(%s)", name, with.formatted(values)).isEmpty();
    return answer.get("answer").orElseThrow();
  }

  /// Returns what is wrong with a call.
  String refused(String name, String with, Object... values) {
    return ask(name, with.formatted(values)).text("error").orElse("");
  }

  private Json ask(String name, String with) {
    var request = "{'call': '%s', 'with': {%s}}".formatted(name, with);
    return service.ask(request.replace('\'', '"').replace('\n', ' '));
  }

  @Override
  public void close() {
    service.close();
  }
}
