package lockstep.engine.workflow;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.engine.project.SourceSpec;
import lockstep.mapping.Reading;
import lockstep.text.Sha256;
import lockstep.text.SourceText;

/// How generated files name what they were made from: the same words wherever the command is run,
/// and whether a call names the source, settings do, or it is found.
///
/// @param name a file's or folder's own name, or what else the source is
/// @param hash `sha256:` and the digest of the source's text
record SourceStamp(String name, String hash) {
  /// @param files of a Prisma schema, as they were read
  /// @param sql further files that belong to it
  static SourceStamp of(
      SourceSpec spec, Reading reading, List<SourceText> files, List<SourceText> sql) {
    return switch (spec) {
      case SourceSpec.Prisma it ->
          new SourceStamp(
              name(it.path(), files), hash(Stream.concat(files.stream(), sql.stream()).toList()));
      // No password, and no host either: the same models may come from a copy of the database.
      case SourceSpec.Database _ -> new SourceStamp("a database", hash(reading));
      case SourceSpec.Python it ->
          new SourceStamp("python:" + String.join(",", it.modules()), hash(reading));
      case SourceSpec.Sql(var path, var _) -> new SourceStamp(name(path), hash(reading));
      case SourceSpec.Migrations(var path, var _) -> new SourceStamp(name(path), hash(reading));
      case SourceSpec.Empty it -> new SourceStamp(it.label(), hash(reading));
    };
  }

  /// A folder of one file is named as that file: a call may name either.
  private static String name(Path path, List<SourceText> files) {
    return files.size() == 1 ? name(Path.of(files.getFirst().name())) : name(path);
  }

  /// Without folders: what a path is relative to, and whether it has the file in it, depends on who
  /// names it.
  private static String name(Path path) {
    var name = path.getFileName();
    return name == null ? path.toString() : name.toString();
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
