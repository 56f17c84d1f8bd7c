package lockstep.engine.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.engine.project.Project;
import lockstep.engine.project.SourceSpec;
import lockstep.mapping.Reading;

/// How generated files name what they were made from: the same words wherever the command is run.
///
/// @param name a path relative to the repository or project, or the source as it was named
/// @param hash `sha256:` and the digest of the source's text
record SourceStamp(String name, String hash) {
  static SourceStamp of(SourceSpec spec, Reading reading) {
    return switch (spec) {
      case SourceSpec.Prisma(var path, var _) -> new SourceStamp(name(path), hash(path));
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

  private static String hash(Path path) {
    var digest = digest();
    try (var entries = Files.isDirectory(path) ? Files.walk(path) : Stream.of(path)) {
      for (var file : entries.filter(it -> isPart(it, path)).sorted().toList()) {
        digest.update(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text(digest);
  }

  private static boolean isPart(Path file, Path schema) {
    return Files.isRegularFile(file)
        && (file.equals(schema) || file.toString().endsWith(".prisma"));
  }

  private static String hash(Reading reading) {
    var digest = digest();
    digest.update(DdlEmitter.emit(reading.schema()).getBytes(StandardCharsets.UTF_8));
    return text(digest);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(MessageDigest digest) {
    return "sha256:" + HexFormat.of().formatHex(digest.digest());
  }
}
