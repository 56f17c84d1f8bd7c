package lockstep.engine.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.engine.project.Project;
import lockstep.engine.project.SourceSpec;
import lockstep.mapping.Reading;
import lockstep.text.Sha256;
import lockstep.text.SourceText;

/// How generated files name what they were made from: the same words wherever the command is run.
///
/// @param name a path relative to the repository or project, or the source as it was named
/// @param hash `sha256:` and the digest of the source's text
record SourceStamp(String name, String hash) {
  /// @param files of a Prisma schema, as they were read
  static SourceStamp of(SourceSpec spec, Reading reading, List<SourceText> files) {
    return switch (spec) {
      case SourceSpec.Prisma(var path, var _) -> new SourceStamp(name(path), hash(files));
      // No password, and no host either: the same models may come from a copy of the database.
      case SourceSpec.Database _ -> new SourceStamp("a database", hash(reading));
      case SourceSpec.Python it -> new SourceStamp(it.label(), hash(reading));
      case SourceSpec.Sql(var path, var _) -> new SourceStamp(name(path), hash(reading));
      case SourceSpec.Empty it -> new SourceStamp(it.label(), hash(reading));
    };
  }

  private static String name(Path path) {
    return root(path)
        .map(it -> it.relativize(path).toString().replace('\\', '/'))
        .filter(it -> !it.isEmpty())
        .orElse(path.getFileName().toString());
  }

  /// Returns the nearest folder above that has settings, or is a repository.
  private static Optional<Path> root(Path path) {
    return Stream.iterate(path.getParent(), it -> it != null, Path::getParent)
        .filter(
            it -> Files.exists(it.resolve(Project.FILE_NAME)) || Files.exists(it.resolve(".git")))
        .findFirst();
  }

  private static String hash(List<SourceText> files) {
    return hash(files.stream().map(SourceText::content).collect(Collectors.joining()));
  }

  private static String hash(Reading reading) {
    return hash(DdlEmitter.emit(reading.schema()));
  }

  private static String hash(String text) {
    return "sha256:" + Sha256.of(text);
  }
}
