package lockstep.engine.workflow;

import java.util.List;
import java.util.function.Supplier;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.project.Environment;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.source.prisma.SchemaFiles;
import lockstep.psl.PslReader;

/// Says whether a Prisma schema is valid, and whether PostgreSQL takes the SQL files beside it.
public final class ValidateSchema {
  private ValidateSchema() {}

  /// @param reader opened only where there are SQL files, which have to be tried
  public record Request(
      SourceSpec.Prisma schema, Environment environment, Supplier<SourceReader> reader) {}

  /// @param models how many there are; 0 in a schema that is not valid
  /// @param diagnostics all that is to be said, warnings too
  public record Outcome(int models, int enums, List<Diagnostic> diagnostics) {
    public Outcome {
      diagnostics = List.copyOf(diagnostics);
    }

    public boolean isValid() {
      return diagnostics.stream().noneMatch(Diagnostic::isError);
    }
  }

  public static Outcome run(Request request) {
    var files = SchemaFiles.read(request.schema().path(), request.environment()::show);
    if (!files.diagnostics().isEmpty()) {
      return new Outcome(0, 0, files.diagnostics());
    }
    var validity = PslReader.validate(files.texts());
    var outcome = new Outcome(validity.models(), validity.enums(), validity.diagnostics());
    return outcome.isValid() && request.schema().sql().isThere()
        ? withSql(request, outcome)
        : outcome;
  }

  private static Outcome withSql(Request request, Outcome psl) {
    try (var reader = request.reader().get()) {
      var diagnostics = reader.read(request.schema()).diagnostics();
      return new Outcome(psl.models(), psl.enums(), diagnostics);
    }
  }
}
