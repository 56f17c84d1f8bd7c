package lockstep.engine.workflow;

import java.util.List;
import lockstep.diagnostic.Origins;
import lockstep.engine.Progress;
import lockstep.engine.project.Environment;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Tools;
import lockstep.engine.source.prisma.SchemaFiles;
import lockstep.mapping.Mapping;
import lockstep.mapping.Reading;
import lockstep.psl.PslReader;
import lockstep.schema.Schema;

/// Reads any source, each in its own way.
public final class SourceReader {
  private final Environment environment;
  private final Tools tools;
  private final Progress progress;

  public SourceReader(Environment environment, Tools tools, Progress progress) {
    this.environment = environment;
    this.tools = tools;
    this.progress = progress;
  }

  /// Returns what a source says. With an error among the diagnostics nothing can be compared with
  /// it.
  public Reading read(SourceSpec spec) {
    return switch (spec) {
      case SourceSpec.Prisma(var path, var _) -> prisma(SchemaFiles.read(path, environment::show));
      case SourceSpec.Empty _ ->
          new Reading(Schema.empty(), Mapping.empty(), Origins.none(), List.of());
      case SourceSpec.Database it -> throw new UnsupportedOperationException(it.label());
      case SourceSpec.Python it -> throw new UnsupportedOperationException(it.label());
      case SourceSpec.Sql it -> throw new UnsupportedOperationException(it.label());
    };
  }

  private static Reading prisma(SchemaFiles files) {
    return files.diagnostics().isEmpty()
        ? PslReader.read(files.texts())
        : new Reading(Schema.empty(), Mapping.empty(), Origins.none(), files.diagnostics());
  }
}
